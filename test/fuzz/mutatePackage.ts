import { hash } from 'node:crypto';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { RandomBelow } from '../fault/seededRandom.ts';
import { craftPackage } from '../helpers/craftPackage.ts';
import type { CraftedEntry } from '../helpers/craftZip.ts';
import type { Specimen } from './corpus.ts';
import type { Meant } from './judge.ts';
import { byteMutations } from './mutateBytes.ts';
import { mutateJson } from './mutateJson.ts';

/** A spoilt package. */
export interface Mutant {
  readonly mutation: string;
  readonly bytes: Buffer;
  /** What may be read out of it. */
  readonly meant: Meant;
  /** Signed after it was spoilt, so that it gets as far as the checks of the content. */
  readonly isResigned: boolean;
}

/** Spoils a package: its bytes, its content under a valid signature, its content behind the signature, its entries. */
export function mutatePackage(corpus: readonly Specimen[], random: RandomBelow): Mutant {
  const specimen = pick(corpus, random);
  const ways = [
    spoilBytes,
    spoilBytes,
    spoilBytes,
    spoilDocument,
    spoilDocument,
    spoilManifest,
    spoilContent,
    spoilContent,
    shuffleEntries,
  ];
  return pick(ways, random)(specimen, corpus, random);
}

type Way = (specimen: Specimen, corpus: readonly Specimen[], random: RandomBelow) => Mutant;

function pick<T>(list: readonly T[], random: RandomBelow): T {
  const one = list[random(list.length)];
  if (one === undefined) throw new Error('There is nothing to pick from');
  return one;
}

const spoilBytes: Way = ({ name, bytes }, corpus, random) => {
  const others = corpus.map((one) => one.bytes);
  const [mutation, spoil] = pick(Object.entries(byteMutations), random);
  return {
    mutation: `${name} ${mutation}`,
    bytes: spoil(bytes, random, others),
    meant: new Map(corpus.map((one) => [one.manifestSha256, one.documentSha256])),
    isResigned: false,
  };
};

const spoilDocument: Way = (specimen, _, random) => {
  const { kind: _kind, ...document } = specimen.document;
  return resigned(specimen, 'document', { documentText: toCanonicalJson(mutateJson(document, random)) });
};

const spoilManifest: Way = (specimen, _, random) =>
  resigned(specimen, 'manifest', { changeManifest: (manifest) => mutateJson(manifest, random) });

function resigned(
  specimen: Specimen,
  what: string,
  change: Pick<Parameters<typeof craftPackage>[0] & object, 'documentText' | 'changeManifest'>,
): Mutant {
  let signed = '';
  const { manifest, document, attached, name } = specimen;
  const { documentText } = change;
  const documentSha256 =
    documentText === undefined ? specimen.documentSha256 : hash('sha256', documentText, 'hex');
  const bytes = craftPackage({
    manifest,
    document,
    attached,
    ...change,
    changeManifestText: (text) => {
      signed = text;
      return text;
    },
  });
  return {
    mutation: `${name} ${what} signed anew`,
    bytes,
    meant: new Map([[hash('sha256', signed, 'hex'), documentSha256]]),
    isResigned: true,
  };
}

/** Content that was changed behind the signature, in a zip that is right all the same. */
const spoilContent: Way = (specimen, _, random) =>
  rezipped(specimen, 'content', (entries) => {
    const at = random(entries.length);
    return entries.map((entry, index) =>
      index === at ? { ...entry, content: spoilText(entry.content, random) } : entry,
    );
  });

/** Mostly still JSON: a digit or a letter becomes another. */
function spoilText(content: Uint8Array, random: RandomBelow): Buffer {
  const spoilt = Buffer.from(content);
  if (spoilt.length === 0) return Buffer.from('x');
  const places = [...spoilt.keys()].filter((at) => isLetterOrDigit(spoilt[at] ?? 0));
  const at = places[random(places.length)] ?? random(spoilt.length);
  spoilt[at] = (spoilt[at] ?? 0) ^ 1;
  return spoilt;
}

function isLetterOrDigit(byte: number): boolean {
  return /[0-9a-z]/iu.test(String.fromCharCode(byte));
}

/** Entries in another order, left out, listed twice, or taken from another package. */
const shuffleEntries: Way = (specimen, corpus, random) => {
  const foreign = Object.entries(pick(corpus, random).attached);
  return rezipped(specimen, 'entries', (entries) => {
    const one = pick(entries, random);
    const rest = entries.filter((entry) => entry !== one);
    const other = foreign[random(Math.max(foreign.length, 1))];
    return pick(
      [
        entries.toReversed(),
        rest,
        [...rest, one],
        [...entries, one],
        other ? [...entries, { name: other[0], content: other[1] }] : entries,
        [...rest, { ...one, name: `${one.name}x` }],
        [...rest, { ...one, size: random(100_000) }],
        entries.map((entry) => (entry === one ? { ...entry, descriptor: true } : entry)),
      ],
      random,
    );
  });
};

function rezipped(
  { manifest, document, documentSha256, attached, name }: Specimen,
  what: string,
  changeEntries: (entries: readonly CraftedEntry[]) => readonly CraftedEntry[],
): Mutant {
  let signed = '';
  const bytes = craftPackage({
    manifest,
    document,
    attached,
    changeEntries,
    changeManifestText: (text) => {
      signed = text;
      return text;
    },
  });
  return {
    mutation: `${name} ${what}`,
    bytes,
    meant: new Map([[hash('sha256', signed, 'hex'), documentSha256]]),
    isResigned: false,
  };
}
