import type { ImportFile, ImportVerdict } from '#shared/api/contract.ts';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';

export const verdicts = [
  'new',
  'newer',
  'conflict',
  'same',
  'older',
  'refused',
] as const satisfies readonly ImportVerdict[];

export type SortKey = 'number' | 'name' | 'unit' | 'verdict';

/** What of the list is shown, and in which order. */
export interface ListView {
  /** Null for all. */
  readonly verdict: ImportVerdict | null;
  readonly search: string;
  readonly sort: SortKey;
  readonly isDescending: boolean;
}

/** How many files have which verdict; those still waiting count nowhere. */
export function countVerdicts(
  files: readonly { readonly verdict: ImportVerdict | null }[],
): Readonly<Record<ImportVerdict, number>> {
  const counts = { new: 0, same: 0, newer: 0, older: 0, conflict: 0, refused: 0 };
  for (const { verdict } of files) if (verdict !== null) counts[verdict] += 1;
  return counts;
}

/** Codes of files that could be read with the right passphrase. */
const locked: ReadonlySet<string> = new Set(['passphrase-needed', 'passphrase-wrong']);

export function isLocked(file: ImportFile): boolean {
  return file.verdict === 'refused' && locked.has(file.errors[0]?.code ?? '');
}

/** Refused only because its signer's key is not the one known for the unit: a person may accept it. */
export function hasChangedSigner(file: ImportFile): boolean {
  return file.verdict === 'refused' && file.errors[0]?.code === 'signer-changed' && file.signer !== null;
}

/** Refused only for want of something that may come later: taking it means keeping it aside. */
export function isAwaited(file: ImportFile): boolean {
  return file.verdict === 'refused' && file.quarantined;
}

/** Whether there is something in the file to take in. `accepted` are public keys that a person has accepted. */
export function isChoosable(file: ImportFile, accepted: ReadonlySet<string>): boolean {
  if (file.verdict === 'new' || file.verdict === 'newer' || file.verdict === 'conflict') return true;
  return hasChangedSigner(file) && file.signer !== null && accepted.has(file.signer.publicKey);
}

/** Files with a higher number than the `sent` ones came out of a bundle and are taken with it. */
interface Taking {
  /** Public keys that a person has accepted. */
  readonly accepted: ReadonlySet<string>;
  readonly sent: number;
}

/** Numbers of the files that can be ticked: those that were sent and bring something, a bundle by what is in it. */
export function listOffered(files: readonly ImportFile[], { accepted, sent }: Taking): ReadonlySet<number> {
  const parts = files.filter((file) => file.number > sent && isChoosable(file, accepted));
  const own = files.filter(
    (file) =>
      file.number <= sent && (isChoosable(file, accepted) || parts.some((part) => isPartOf(part, file))),
  );
  return new Set(own.map(({ number }) => number));
}

/** What would be taken: what is offered and not left out, with the packages that come along. */
export function listChosen(
  files: readonly ImportFile[],
  { accepted, sent, leftOut }: Taking & { readonly leftOut: ReadonlySet<number> },
): readonly ImportFile[] {
  const offered = listOffered(files, { accepted, sent });
  const bundles = files.filter(({ kind, number }) => kind === 'bundle' && number <= sent);
  const comesAlong = (part: ImportFile): boolean => {
    const around = bundles.filter((bundle) => isPartOf(part, bundle));
    // One that belongs to none was set aside earlier and is looked at with every import.
    return around.length === 0 || around.some(({ number }) => !leftOut.has(number));
  };
  return files.filter((file) =>
    file.number <= sent
      ? offered.has(file.number) && !leftOut.has(file.number)
      : isChoosable(file, accepted) && comesAlong(file),
  );
}

/** A package is named after the bundle that it came in. */
function isPartOf(part: ImportFile, file: ImportFile): boolean {
  return file.kind === 'bundle' && part.name.startsWith(`${file.name}/`);
}

// A file changes seldom and is looked at with every key stroke of a search.
const folded = new WeakMap<ImportFile, string>();

function searchText(file: ImportFile): string {
  const known = folded.get(file);
  if (known !== undefined) return known;
  const { unit } = file;
  const text = normaliseName([file.name, unit?.name, unit?.code, unit?.parentName].join(' '));
  folded.set(file, text);
  return text;
}

/** The files to show, in order. The search folds case and diacritics; every word must occur. */
export function listFiles(files: readonly ImportFile[], view: ListView): readonly ImportFile[] {
  const words = normaliseName(view.search)
    .split(' ')
    .filter((word) => word !== '');
  const found = files.filter(
    (file) =>
      (view.verdict === null || file.verdict === view.verdict) &&
      words.every((word) => searchText(file).includes(word)),
  );
  const sorted = view.sort === 'number' ? found : found.toSorted(order[view.sort]);
  return view.isDescending ? sorted.toReversed() : sorted;
}

const collator = new Intl.Collator('vi', { numeric: true });

const order: Readonly<Record<Exclude<SortKey, 'number'>, (a: ImportFile, b: ImportFile) => number>> = {
  name: (a, b) => collator.compare(a.name, b.name),
  // Files of nobody known stand at the end.
  unit: (a, b) =>
    Number(a.unit === null) - Number(b.unit === null) ||
    collator.compare(a.unit?.name ?? '', b.unit?.name ?? '') ||
    collator.compare(a.period ?? '', b.period ?? ''),
  verdict: (a, b) => rank(a.verdict) - rank(b.verdict),
};

/** Worst first: what needs a person. */
const byNeed: readonly (ImportVerdict | null)[] = [
  'refused',
  'conflict',
  'new',
  'newer',
  'older',
  'same',
  null,
];

function rank(verdict: ImportVerdict | null): number {
  return byNeed.indexOf(verdict);
}
