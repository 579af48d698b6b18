import type { LineageEntry } from '#shared/api/contract.ts';
import type { ImportReader } from '../../db/importTable.ts';
import { wordsOfKey } from '../../files/keys/words.ts';

/** From which file an edit came; null for one made here. */
export type ChangeSource = LineageEntry['source'];

/** Tells the source of edits by the number of the package that brought them, looking at each package once. */
export function sourcesFrom(reader: ImportReader): (fromPackage: number | null) => ChangeSource {
  const known = new Map<number, ChangeSource>();
  return (fromPackage) => {
    if (fromPackage === null) return null;
    const source = known.get(fromPackage) ?? readSource(reader, fromPackage);
    known.set(fromPackage, source);
    return source;
  };
}

function readSource(reader: ImportReader, fromPackage: number): ChangeSource {
  const received = reader.findPackage(fromPackage);
  if (!received) return null;
  const { fileName, sha256, receivedAt, revision, senderName, publicKey } = received;
  return {
    fileName,
    sha256,
    importedAt: receivedAt,
    revision: revision ?? 0,
    signerUnit: senderName ?? '',
    signerWords: publicKey === null ? [] : wordsOfKey(publicKey),
  };
}
