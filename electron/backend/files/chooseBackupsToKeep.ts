/** What rotation looks at. */
export interface DatedBackup {
  readonly name: string;
  readonly createdAt: Date;
}

const daysKept = 7;
const weeksKept = 4;
const monthsKept = 12;

/**
 * The names worth keeping: all of the last 7 days on which any were made, the newest of each of the last 4 weeks
 * and of each of the last 12 months. Days without a backup do not count, and today's date plays no part: a machine
 * whose clock jumps must not lose its copies.
 */
export function chooseBackupsToKeep(backups: readonly DatedBackup[]): ReadonlySet<string> {
  const newestFirst = backups.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const days = new Set([...new Set(newestFirst.map(dayOf))].slice(0, daysKept));
  return new Set(
    [
      ...newestFirst.filter((backup) => days.has(dayOf(backup))),
      ...newestOfEach(newestFirst, weekOf).slice(0, weeksKept),
      ...newestOfEach(newestFirst, monthOf).slice(0, monthsKept),
    ].map((backup) => backup.name),
  );
}

function newestOfEach(
  newestFirst: readonly DatedBackup[],
  spanOf: (backup: DatedBackup) => string,
): readonly DatedBackup[] {
  const newest = new Map<string, DatedBackup>();
  for (const backup of newestFirst) {
    if (!newest.has(spanOf(backup))) newest.set(spanOf(backup), backup);
  }
  return [...newest.values()];
}

function dayOf({ createdAt }: DatedBackup): string {
  return createdAt.toISOString().slice(0, 10);
}

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** Weeks begin on Monday; 1 January 1970 was a Thursday. */
function weekOf({ createdAt }: DatedBackup): string {
  return String(Math.floor((Math.floor(createdAt.getTime() / dayMilliseconds) + 3) / 7));
}

function monthOf({ createdAt }: DatedBackup): string {
  return createdAt.toISOString().slice(0, 7);
}
