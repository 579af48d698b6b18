import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Result } from '#shared/errors/result.ts';
import type { Unlock } from '../../files/keys/age.ts';
import { readBundle, type OpenedBundle } from '../../files/package/readBundle.ts';
import { refusedUnread, type ImportedFile, type SourceFile } from './importedFile.ts';
import type { Opening, TakeFile, TakenFile } from './takeFile.ts';

export interface RunOptions {
  readonly unlock: Unlock;
  /** Files set aside by earlier imports, to be looked at once more. */
  readonly listAside: () => readonly SourceFile[];
  /** Hears of each file when it is decided, and again when a later file has changed that. Indices count from 0. */
  readonly onFile: (index: number, file: ImportedFile) => void;
  /** Asked before each file. */
  readonly isCancelled: () => boolean;
}

/**
 * Takes file after file; the packages of a bundle come after all that were given. What was refused only for want of a
 * key or of content is looked at again when everything else is done and such a thing has arrived. Answers with the
 * files in order, without those that a cancel left out.
 */
export async function runImport(
  files: readonly SourceFile[],
  take: TakeFile,
  options: RunOptions,
): Promise<readonly ImportedFile[]> {
  const run = startRun(files, take, options);
  try {
    while (await run.decideQueued()) {
      // Another round: something arrived that refused files may have waited for.
    }
    await run.refuseWaiting();
    run.judgeBundles();
    return run.results();
  } finally {
    await run.discardBundles();
  }
}

interface QueuedFile {
  readonly index: number;
  readonly source: SourceFile;
}

function startRun(files: readonly SourceFile[], take: TakeFile, options: RunOptions) {
  const results = new Map<number, ImportedFile>();
  const bundles: {
    readonly index: number;
    readonly opened: OpenedBundle;
    readonly inner: readonly number[];
  }[] = [];
  const queue: QueuedFile[] = [];
  let waiting: (QueuedFile & { readonly awaits: Opening })[] = [];
  let opened = new Set<Opening>();
  // What was set aside is looked at once in every import, and again whenever content arrives.
  let isAsideDue = true;
  let count = 0;
  const enqueue = (sources: readonly SourceFile[]): readonly number[] =>
    sources.map((source) => {
      queue.push({ index: count, source });
      count += 1;
      return count - 1;
    });
  const keep = (index: number, file: ImportedFile) => {
    results.set(index, file);
    options.onFile(index, file);
  };
  const unpack = async ({ index, source }: QueuedFile, { file }: TakenFile): Promise<ImportedFile> => {
    const bundle = await readBundle(source.path, { unlock: options.unlock });
    if (!bundle.ok) return refusedUnread(source, file.size, bundle.errors);
    const inner = enqueue(
      bundle.value.files.map((one) => ({ path: one.file, name: `${source.name}/${one.fileName}` })),
    );
    bundles.push({ index, opened: bundle.value, inner });
    return file;
  };
  const decide = async (queued: QueuedFile, isFinal: boolean) => {
    const { index, source } = queued;
    const one = await takeOrRefuse(take, source, isFinal);
    for (const opening of one.opens) opened.add(opening);
    // One set aside that still waits is not a file of this import.
    if (source.isAside && one.file.verdict === 'refused') return;
    if (one.awaits !== null && !isFinal) waiting.push({ ...queued, awaits: one.awaits });
    const file = one.isBundle ? await unpack(queued, one) : one.file;
    keep(index, file);
    await letOthersRun();
  };
  enqueue(files);
  return {
    /** True when there is reason to look at refused files again, which are then queued. */
    decideQueued: async (): Promise<boolean> => {
      for (let one = queue.shift(); one && !options.isCancelled(); one = queue.shift())
        await decide(one, false);
      if (options.isCancelled()) return false;
      if (isAsideDue || opened.has('content')) enqueue(options.listAside());
      isAsideDue = false;
      queue.push(...waiting.filter(({ awaits }) => opened.has(awaits)));
      waiting = waiting.filter(({ awaits }) => !opened.has(awaits));
      opened = new Set();
      return queue.length > 0;
    },
    refuseWaiting: async () => {
      for (const one of waiting.splice(0)) await decide(one, true);
    },
    results: () => [...results].toSorted(([a], [b]) => a - b).map(([, file]) => file),
    /** A bundle is new as soon as one of its packages brought something. */
    judgeBundles: () => {
      for (const { index, inner } of bundles) {
        const bundle = results.get(index);
        const brought = inner.some((one) => bringsSomething(results.get(one)));
        if (bundle && brought) keep(index, { ...bundle, verdict: 'new' });
      }
    },
    discardBundles: async () => {
      for (const { opened: bundle } of bundles) await bundle.discard();
    },
  };
}

/** Where the storage fails, the file is refused and the next one has its chance. */
async function takeOrRefuse(take: TakeFile, source: SourceFile, isFinal: boolean): Promise<TakenFile> {
  const one: Result<TakenFile> = await take(source, isFinal);
  if (one.ok) return one.value;
  const file = refusedUnread(source, 0, one.errors);
  return { file, isBundle: false, opens: [], awaits: null };
}

function bringsSomething(file: ImportedFile | undefined): boolean {
  return file?.verdict === 'new' || file?.verdict === 'newer' || file?.verdict === 'conflict';
}
