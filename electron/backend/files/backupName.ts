/** Why a copy was made. */
export const backupReasons = [
  'automatic',
  'manual',
  'before-restore',
  'before-migration',
  'before-update',
] as const;
export type BackupReason = (typeof backupReasons)[number];

export interface BackupName {
  readonly createdAt: Date;
  readonly reason: BackupReason;
}

/**
 * `thuoc-so.sqlite.20261121T080000000Z.automatic.sqlite`: the database's own name, because several may share a
 * folder, then UTC, without the characters that Windows and USB sticks refuse.
 */
export function writeBackupName(databaseName: string, { createdAt, reason }: BackupName): string {
  const time = createdAt.toISOString().replaceAll(/[-:.]/gu, '');
  return `${databaseName}.${time}.${reason}.sqlite`;
}

/** Undefined where a file is no finished backup of this database. */
export function readBackupName(databaseName: string, fileName: string): BackupName | undefined {
  if (!fileName.startsWith(`${databaseName}.`)) return undefined;
  const found = namePattern.exec(fileName.slice(databaseName.length + 1));
  const reason = backupReasons.find((known) => known === found?.[2]);
  if (found?.[1] === undefined || reason === undefined) return undefined;
  const createdAt = new Date(found[1].replace(compactTime, '$1-$2-$3T$4:$5:$6.$7Z'));
  return Number.isNaN(createdAt.getTime()) ? undefined : { createdAt, reason };
}

const namePattern = /^(\d{8}T\d{9}Z)\.([a-z-]+)\.sqlite$/u;
const compactTime = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/u;
