import path from 'node:path';
import { succeed, type Result } from '#shared/errors/result.ts';
import { areWordsOfKey } from '../../files/keys/words.ts';
import { workingFolderOf } from '../../files/workingFolder.ts';
import type { UseCaseContext } from '../context.ts';
import { findProfile } from '../profile.ts';
import type { ImportedFile, SourceFile } from './importedFile.ts';
import type { ImportFrame } from './importFrame.ts';
import { listQuarantinedSources } from './quarantine.ts';
import { readInThread, type ReadingThread } from './readingThread.ts';
import { runImport, type RunOptions } from './runImport.ts';
import { takeForCheck, takeForImport, type FileTaker } from './takeFile.ts';

export interface ImportOptions {
  /** Opens files encrypted with a passphrase; this installation's own key is always tried. */
  readonly passphrase?: string | null;
  /** More age identities besides this installation's own. */
  readonly identities?: readonly string[];
  /**
   * What a person has accepted of keys that were not known for their sender: public keys, fingerprints in words, or
   * `all`.
   */
  readonly acceptSigners?: readonly string[];
  readonly onFile?: RunOptions['onFile'];
  readonly isCancelled?: RunOptions['isCancelled'];
  /** The import's id; a new one unless told. */
  readonly id?: string;
}

/** What became of the files, in their order; what a cancel left out is missing. */
export interface ImportOutcome {
  readonly files: readonly ImportedFile[];
}

/**
 * The dry run: says of each file what an import of all of them in this order would say, and changes nothing. Files
 * that are refused are not errors. Errors: those of `openKeyring` and of the storage.
 */
export async function checkFiles(
  context: UseCaseContext,
  files: readonly SourceFile[],
  options: ImportOptions = {},
): Promise<Result<ImportOutcome>> {
  const frame = readFrame(context, options.acceptSigners ?? []);
  if (!frame.ok) return frame;
  const { frameNow, identities } = frame.value;
  const unlock = unlockBy(context, options, identities);
  const reading = { unlock, ahead: readInThread() };
  const taker = takeForCheck(context, frameNow(), reading);
  return await runWith(context, taker, files, options, reading);
}

/**
 * Imports files one after another, each in a transaction of its own: the verified and sound go in, the others are
 * refused with their reasons, and one never stops the next. Errors: those of `openKeyring` and of the storage.
 */
export async function importFiles(
  context: UseCaseContext,
  files: readonly SourceFile[],
  options: ImportOptions = {},
): Promise<Result<ImportOutcome & { readonly id: string }>> {
  const frame = readFrame(context, options.acceptSigners ?? []);
  if (!frame.ok) return frame;
  const { frameNow, identities } = frame.value;
  const unlock = unlockBy(context, options, identities);
  const id = options.id ?? context.newId();
  const started = context.store.write((writer) =>
    succeed(writer.startImport(id, context.now().toISOString())),
  );
  if (!started.ok) return started;
  const reading = { unlock, ahead: readInThread() };
  const taker = takeForImport(context, frameNow, reading, started.value);
  const outcome = await runWith(context, taker, files, options, reading);
  return outcome.ok ? succeed({ ...outcome.value, id }) : outcome;
}

async function runWith(
  context: UseCaseContext,
  taker: FileTaker,
  files: readonly SourceFile[],
  { onFile = () => undefined, isCancelled = () => false }: ImportOptions,
  { unlock, ahead: { expect } }: { readonly unlock: RunOptions['unlock']; readonly ahead: ReadingThread },
): Promise<Result<ImportOutcome>> {
  const listAside = () => {
    const aside = listQuarantinedSources(context);
    return aside.ok ? aside.value : [];
  };
  try {
    const run = { unlock, onFile, isCancelled, listAside, expect };
    return succeed({ files: await runImport(files, taker.take, run) });
  } finally {
    taker.close();
  }
}

function unlockBy(
  { store }: UseCaseContext,
  { passphrase, identities = [] }: ImportOptions,
  own: readonly string[],
): RunOptions['unlock'] {
  const workingFolder = workingFolderOf(path.dirname(store.file));
  return { passphrase: passphrase ?? null, identities: [...own, ...identities], workingFolder };
}

interface FrameSource {
  /** With the content as it is now: a criteria set may have joined it since. */
  readonly frameNow: () => ImportFrame;
  readonly identities: readonly string[];
}

function readFrame(context: UseCaseContext, acceptSigners: readonly string[]): Result<FrameSource> {
  const keys = context.keys();
  if (!keys.ok) return keys;
  const { publicKey, siblings, identity } = keys.value;
  const accepted = new Set(acceptSigners);
  const accepts = (key: string) =>
    accepted.has('all') || accepted.has(key) || acceptSigners.some((words) => areWordsOfKey(words, key));
  return context.store.read((reader) => {
    const profile = findProfile(reader);
    const ownReplica = reader.replicaId;
    const ownKeys = [publicKey, ...siblings];
    return succeed({
      frameNow: () => ({ content: context.content, profile, ownReplica, ownKeys, accepts }),
      identities: [identity],
    });
  });
}
