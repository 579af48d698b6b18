import { keyOfDot, type Change } from '#shared/domain/merge/change.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import type { Manifest, PackageDocument } from '#shared/format/package/newest.ts';
import type { ImportReader, ReceivedPackage } from '../../db/importTable.ts';
import type { StoredFile } from '../../files/evidenceStore.ts';
import { filesOfStandingCards } from './countContent.ts';
import { filesOfEntries } from './filesOfEntries.ts';
import { readKeptContent } from './keptContent.ts';

/** A package of somebody else as it was received: manifest, signature and document to the byte. */
export interface KeptPackage {
  readonly fileName: string;
  readonly manifest: Manifest;
  readonly manifestBytes: Uint8Array;
  readonly signatureBytes: Uint8Array;
  readonly documentBytes: Uint8Array;
  readonly evidence: readonly Pick<StoredFile, 'sha256' | 'size'>[];
}

/**
 * The packages from which an assessment was made up, oldest first, without those that later ones contain wholly: their
 * edits, and their files on cards that stand, for a later package may have come without evidence. Throws where what is
 * kept is not what was verified when it came in.
 * @param log every edit of the assessment
 */
export function readKeptPackages(
  reader: ImportReader,
  assessment: number,
  log: readonly Change[],
): readonly KeptPackage[] {
  const onCards = new Set(filesOfStandingCards(log).map(({ sha256 }) => sha256));
  const seen = new Set<string>();
  const needed: KeptPackage[] = [];
  for (const received of reader.listPackagesOfAssessment(assessment).toReversed()) {
    const kept = readKept(reader, received, onCards);
    if (!kept) continue;
    const news = kept.marks.filter((mark) => !seen.has(mark));
    for (const mark of news) seen.add(mark);
    if (news.length > 0) needed.unshift(kept.original);
  }
  return needed;
}

function readKept(reader: ImportReader, { number, fileName }: ReceivedPackage, onCards: ReadonlySet<string>) {
  const content = readKeptContent(reader, number);
  if (!content) return undefined;
  const { manifest, document, ...bytes } = content;
  const evidence = filesOfEntries(manifest);
  const files = evidence.map(({ sha256 }) => sha256).filter((sha256) => onCards.has(sha256));
  return {
    original: { fileName, manifest, ...bytes, evidence },
    marks: [...marksOf(document), ...files],
  };
}

/** What a package says, as marks to be compared: its edits, its signatures and whether they were recalled, its result. */
function marksOf(document: PackageDocument): readonly string[] {
  if (document.kind !== 'assessment' && document.kind !== 'review') return [];
  const changes = toChanges(document);
  if (!changes.ok) throw new Error(`A kept package cannot be read: ${JSON.stringify(changes.errors)}`);
  const signatures = document.signatures.map(
    ({ id, recall }) => `${id} ${recall === null ? '' : 'recalled'}`,
  );
  const result = document.kind === 'review' && document.result ? [JSON.stringify(document.result)] : [];
  return [...changes.value.map(({ dot }) => keyOfDot(dot)), ...signatures, ...result];
}
