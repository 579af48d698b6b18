import { setImmediate as letOthersRun } from 'node:timers/promises';
import { appError, type AppError, type Result } from '#shared/errors/result.ts';
import type { Unlock } from '../../files/keys/age.ts';
import { readBundle, type OpenedBundle } from '../../files/package/readBundle.ts';
import { isPartForOthers, refusedUnread, type ImportedFile, type SourceFile } from './importedFile.ts';
import type { ReadingThread } from './readingThread.ts';
import type { Opening, TakeFile, TakenFile } from './takeFile.ts';

export interface RunOptions {
  readonly unlock: Unlock;
  /** Files set aside by earlier imports, to be looked at once more. */
  readonly listAside: () => readonly SourceFile[];
  /** Hears of each file when it is decided, and again when a later file has changed that. Indices count from 0. */
  readonly onFile: (index: number, file: ImportedFile) => void;
  /** Asked before each file. */
  readonly isCancelled: () => boolean;
  /** Hears which files come next. */
  readonly expect: ReadingThread['expect'];
}

/** So many are read ahead: enough for the other thread to have work while one of them is judged and written. */
const filesAhead = 3;
/** Starting a thread is not worth while for fewer. */
const fewestForThread = 12;

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
  const run: Run = {
    take,
    options,
    results: new Map(),
    bundles: [],
    others: new Map(),
    queue: [],
    waiting: [],
    opened: new Set(),
    isAsideDue: true,
    count: 0,
  };
  enqueue(run, files);
  try {
    do await decideQueued(run);
    while (queueAgain(run));
    for (const one of run.waiting.splice(0)) await decide(run, one, true);
    judgeBundles(run);
    return [...run.results].toSorted(([a], [b]) => a - b).map(([, file]) => file);
  } finally {
    for (const { opened } of run.bundles) await opened.discard();
  }
}

interface QueuedFile {
  readonly index: number;
  readonly source: SourceFile;
}

/** How far an import is; changes as it goes. */
interface Run {
  readonly take: TakeFile;
  readonly options: RunOptions;
  readonly results: Map<number, ImportedFile>;
  readonly bundles: {
    readonly index: number;
    readonly opened: OpenedBundle;
    readonly inner: readonly number[];
  }[];
  /** Parts of bundles that are for others, by index. */
  readonly others: Map<number, AppError>;
  queue: QueuedFile[];
  waiting: (QueuedFile & { readonly awaits: Opening })[];
  /** What has arrived since refused files were looked at last. */
  opened: Set<Opening>;
  /** What was set aside is looked at once in every import, and again whenever content arrives. */
  isAsideDue: boolean;
  /** How many files have been queued. */
  count: number;
}

function enqueue(run: Run, sources: readonly SourceFile[]): readonly number[] {
  return sources.map((source) => {
    const index = run.count;
    run.queue.push({ index, source });
    run.count += 1;
    return index;
  });
}

async function decideQueued(run: Run): Promise<void> {
  const { queue } = run;
  // Packages of bundles join the queue while it is gone through.
  for (const [place, one] of queue.entries()) {
    if (run.options.isCancelled()) break;
    if (queue.length >= fewestForThread) run.options.expect(listPaths(queue, place + 1));
    await decide(run, one, false);
    await letOthersRun();
  }
  run.queue = [];
}

function listPaths(queue: readonly QueuedFile[], from: number): readonly string[] {
  return queue.slice(from, from + filesAhead).map(({ source }) => source.path);
}

/** Queues what there is reason to look at again; false when there is nothing. */
function queueAgain(run: Run): boolean {
  const { waiting, opened } = run;
  if (run.options.isCancelled()) return false;
  if (run.isAsideDue || opened.has('content')) enqueue(run, run.options.listAside());
  run.isAsideDue = false;
  run.queue.push(...waiting.filter(({ awaits }) => opened.has(awaits)));
  run.waiting = waiting.filter(({ awaits }) => !opened.has(awaits));
  run.opened = new Set();
  return run.queue.length > 0;
}

async function decide(run: Run, queued: QueuedFile, isFinal: boolean): Promise<void> {
  const { index, source } = queued;
  const one = await takeOrRefuse(run.take, source, isFinal);
  for (const opening of one.opens) run.opened.add(opening);
  // One set aside that still waits is not a file of this import.
  if (source.isAside && one.file.verdict === 'refused') return;
  const [first] = one.file.errors;
  if (first && isPartForOthers(source, one.file)) {
    run.others.set(index, first);
    return;
  }
  if (one.awaits !== null && !isFinal) run.waiting.push({ ...queued, awaits: one.awaits });
  keep(run, index, one.isBundle ? await unpack(run, queued, one) : one.file);
}

function keep({ results, options }: Run, index: number, file: ImportedFile): void {
  results.set(index, file);
  options.onFile(index, file);
}

async function unpack(run: Run, { index, source }: QueuedFile, { file }: TakenFile): Promise<ImportedFile> {
  const bundle = await readBundle(source.path, { unlock: run.options.unlock });
  if (!bundle.ok) return refusedUnread(source, file.size, bundle.errors);
  const { files } = bundle.value;
  const inner = enqueue(
    run,
    files.map((one) => ({ path: one.file, name: `${source.name}/${one.fileName}`, isPart: true })),
  );
  run.bundles.push({ index, opened: bundle.value, inner });
  return file;
}

/** A bundle is new as soon as one of its packages brought something; it tells how many are for others. */
function judgeBundles(run: Run): void {
  for (const { index, inner } of run.bundles) {
    const bundle = run.results.get(index);
    const brought = inner.some((one) => bringsSomething(run.results.get(one)));
    const others = inner.flatMap((one) => run.others.get(one) ?? []);
    if (!bundle || (!brought && others.length === 0)) continue;
    const { params } = others[0] ?? {};
    const told = appError('bundle-for-others-too', { count: others.length, own: params?.['own'] ?? '' });
    const warnings = others.length === 0 ? bundle.warnings : [...bundle.warnings, told];
    keep(run, index, { ...bundle, warnings, verdict: brought ? 'new' : bundle.verdict });
  }
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
