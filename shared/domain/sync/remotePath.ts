import { parsePeriod } from '../assessment/period.ts';

// <period>/<unit code>/<unit code>_<period>_r<revision>_<short digest>[_<what>].thuocso
// The digest is that of the file, so that one name never means two contents, and the same content is met again.

export type RemoteKind = 'assessment' | 'bundle' | 'review' | 'receipt';

/** Where a package lies at a target, and what its name tells. */
export interface RemoteFile {
  /** Canonical code, e.g. `2026-Q3`. */
  readonly period: string;
  readonly unitCode: string;
  readonly kind: RemoteKind;
  /** 0 for a working copy. */
  readonly revision: number;
  /** The first twelve hexadecimal digits of the file's SHA-256. */
  readonly shortDigest: string;
}

const words = { assessment: '', bundle: '_ho-so', review: '_tham-dinh', receipt: '_bien-nhan' } as const;
const kinds = Object.keys(words) as readonly RemoteKind[];

const unitCodePattern = /^[A-Za-z0-9-]{1,40}$/u;
const namePattern =
  /^(?<unit>[A-Za-z0-9-]{1,40})_(?<period>[A-Za-z0-9-]{4,40})_r(?<revision>\d{1,6})_(?<digest>[0-9a-f]{12})(?<word>_[a-z-]{1,20})?\.thuocso$/u;

/** @param sha256 of the file */
export function shortDigestOf(sha256: string): string {
  return sha256.slice(0, 12);
}

/** `2026`, `2026-Q3`, `2026-01-01--2026-06-30` (the double hyphen of ISO 8601 for what stands between dates). */
export function folderOfPeriod(period: string): string {
  return period.replace('/', '--');
}

/** Undefined for a name that is not exactly what `folderOfPeriod` gives. */
export function periodOfFolder(name: string): string | undefined {
  const period = parsePeriod(name.replace('--', '/'));
  return period.ok && folderOfPeriod(period.value.code) === name ? period.value.code : undefined;
}

/** Undefined for a name that stands for no unit. */
export function unitOfFolder(name: string): string | undefined {
  return unitCodePattern.test(name) ? name : undefined;
}

export function folderOf({ period, unitCode }: Pick<RemoteFile, 'period' | 'unitCode'>): string {
  return `${folderOfPeriod(period)}/${unitCode}`;
}

/** Undefined where the unit's code or the revision cannot stand in a name. */
export function remotePathOf(file: RemoteFile): string | undefined {
  const { period, unitCode, kind, revision, shortDigest } = file;
  const name = `${unitCode}_${folderOfPeriod(period)}_r${String(revision)}_${shortDigest}${words[kind]}.thuocso`;
  return fileOfName({ period, unitCode }, name) ? `${folderOf(file)}/${name}` : undefined;
}

/** What a name in a unit's folder stands for; undefined for everything that `remotePathOf` would not have written. */
export function fileOfName(
  folder: Pick<RemoteFile, 'period' | 'unitCode'>,
  name: string,
): RemoteFile | undefined {
  const found = namePattern.exec(name)?.groups;
  const kind = found && kinds.find((one) => words[one] === (found['word'] ?? ''));
  if (!found || !kind) return undefined;
  if (found['unit'] !== folder.unitCode || found['period'] !== folderOfPeriod(folder.period))
    return undefined;
  const revision = Number(found['revision']);
  if (String(revision) !== found['revision']) return undefined;
  const { period, unitCode } = folder;
  return { period, unitCode, kind, revision, shortDigest: found['digest'] ?? '' };
}

/** The same for a whole path below the target's own folder. */
export function fileOfPath(path: string): RemoteFile | undefined {
  const [periodFolder = '', unitFolder = '', name = '', ...rest] = path.split('/');
  const period = periodOfFolder(periodFolder);
  const unitCode = unitOfFolder(unitFolder);
  return period !== undefined && unitCode !== undefined && rest.length === 0
    ? fileOfName({ period, unitCode }, name)
    : undefined;
}

const temporaryEnding = '.dang-gui';

/** What a package is called while it arrives: each installation has names of its own, so that two never meet. */
export function temporaryNameOf(replicaId: string, shortDigest: string): string {
  return `${replicaId}_${shortDigest}${temporaryEnding}`;
}

export function isTemporaryOf(replicaId: string, name: string): boolean {
  return name.startsWith(`${replicaId}_`) && name.endsWith(temporaryEnding);
}
