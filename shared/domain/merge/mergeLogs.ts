import { failWith, succeed, type Result } from '../../errors/result.ts';
import { createCellIndex } from './cellIndex.ts';
import { keyOfCell, type CellAddress, type Change, type Dot } from './change.ts';
import { checkHistory } from './checkHistory.ts';
import { createDotIndex } from './dotIndex.ts';
import { differ, replacedIn } from './standing.ts';

export interface MergeFrame {
  /** This installation's replica: edits under its name that it does not know cannot be its own. Null where there is none. */
  readonly ownReplica: string | null;
  /**
   * Which cells the incoming log speaks about, whether it holds edits of them or not: what is known of others is not
   * lacking in it. Left out: all.
   */
  readonly carries?: (change: Change) => boolean;
}

/** What an incoming log does to the known one. */
export interface MergedLogs {
  /** The edits that were unknown; each comes after those it took the place of. */
  readonly added: readonly Change[];
  /** Those of `added` that stand. */
  readonly standing: readonly Change[];
  /** Known edits that stood and do not any more. */
  readonly overtaken: readonly Change[];
  /** Cells in which a value stands beside a different one, and stood there not before. */
  readonly newConflicts: readonly CellAddress[];
  /** Whether an edit of a carried cell is known that the incoming log does not hold. */
  readonly lacks: boolean;
}

/**
 * Joins two logs of one assessment: the union of their edits (design §6), whatever the order and grouping in which
 * logs arrive. The incoming log holds the whole history of each of its cells, earlier edits first. The author of a
 * known edit stays as it is, also where one of the two logs leaves it blank. Linear in the edits of both. Errors, with the cell as
 * place: `history-contradicts` (an edit that is known with other content, is named twice, carries our own name and is
 * not ours, or stands beside another one of its own installation) and `history-incomplete` (an edit took the place of one that does not come before it).
 */
export function mergeLogs(
  known: readonly Change[],
  incoming: readonly Change[],
  { ownReplica, carries }: MergeFrame,
): Result<MergedLogs> {
  const history = checkHistory(incoming);
  if (!history.ok) return history;
  const knownByDot = createDotIndex<Change>();
  for (const change of known) knownByDot.set(change.dot, change);
  const added: Change[] = [];
  for (const change of incoming) {
    const same = knownByDot.get(change.dot);
    if (same ? !isSameEdit(same, change) : change.dot[0] === ownReplica) {
      return failWith('history-contradicts', {}, keyOfCell(change));
    }
    if (!same) added.push(change);
  }
  const lacks = known.some((change) => !history.value.has(change.dot) && (carries?.(change) ?? true));
  const compared = compareStanding(known, added);
  return compared.ok ? succeed({ added, lacks, ...compared.value }) : compared;
}

/** What cannot differ between two copies of one edit; a masked file leaves the author blank. */
function isSameEdit(a: Change, b: Change): boolean {
  return (
    a.valueText === b.valueText &&
    a.field === b.field &&
    a.criterionId === b.criterionId &&
    a.stage === b.stage &&
    a.changedAt === b.changedAt &&
    (a.author === b.author || a.author === '' || b.author === '') &&
    isSameSet(a.replaced, b.replaced)
  );
}

function isSameSet(a: readonly Dot[], b: readonly Dot[]): boolean {
  return (
    a.length === b.length && a.every((dot) => b.some((other) => dot[0] === other[0] && dot[1] === other[1]))
  );
}

function compareStanding(
  known: readonly Change[],
  added: readonly Change[],
): Result<Pick<MergedLogs, 'standing' | 'overtaken' | 'newConflicts'>> {
  const gaveWay = replacedIn(known);
  const giveWay = replacedIn(added);
  const standing = added.filter(({ dot }) => !giveWay.has(dot) && !gaveWay.has(dot));
  const stood = added.length === 0 ? [] : known.filter(({ dot }) => !gaveWay.has(dot));
  const overtaken = stood.filter(({ dot }) => giveWay.has(dot));
  // In most cells one edit stands and nothing stood.
  const alone = createCellIndex<Change>();
  const crowded = createCellIndex<{ readonly before: Change[]; readonly news: Change[] }>();
  for (const change of standing) {
    const first = alone.getOrMake(change, () => change);
    if (first !== change) crowded.getOrMake(change, () => ({ before: [], news: [first] })).news.push(change);
  }
  for (const change of stood) {
    const first = alone.get(change);
    if (first) crowded.getOrMake(change, () => ({ before: [], news: [first] })).before.push(change);
  }
  const newConflicts: CellAddress[] = [];
  for (const [cell, { before, news }] of crowded.entries()) {
    const now = [...before.filter(({ dot }) => !giveWay.has(dot)), ...news];
    if (now.length > 1 && hasUnseenOwn(now)) return failWith('history-contradicts', {}, keyOfCell(cell));
    if (differ(now) && saysMore(news, before)) newConflicts.push(cell);
  }
  return succeed({ standing, overtaken, newConflicts });
}

/** Whether one installation seems not to have seen an edit of its own. */
function hasUnseenOwn(standing: readonly Change[]): boolean {
  return new Set(standing.map(({ dot }) => dot[0])).size < standing.length;
}

function saysMore(news: readonly Change[], before: readonly Change[]): boolean {
  return news.some(({ valueText }) => before.every((change) => change.valueText !== valueText));
}
