import { delayBeforeNextTry } from '#shared/domain/sync/backOff.ts';
import { inImportOrder } from '#shared/domain/sync/neededFiles.ts';
import { concernsWholeTarget } from '#shared/domain/sync/personNeeded.ts';
import { appError, fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { RemoteFileRecord } from '../../db/remoteListingTable.ts';
import type { IncomingFile } from '../../files/incomingFolder.ts';
import type { UseCaseContext } from '../context.ts';
import type { ImportedFile } from '../imports/importedFile.ts';
import { importFiles } from '../imports/importFiles.ts';
import { fetchFile } from './fetchFile.ts';
import { giveReceipts } from './giveReceipts.ts';
import { readFolder, rememberFolder, type ReadFolder, type WantedFile } from './readFolder.ts';
import { noteRefusal, type SyncRun } from './syncRun.ts';
import { listUnitFolders, readScope, type SyncScope } from './syncScope.ts';

/** How much is fetched before it is imported: enough to be quick, little enough for an old disk. */
const batchFiles = 200;
const batchBytes = 256 * 1024 * 1024;

/** Public keys, or `all`. */
export interface PullOptions {
  readonly acceptSigners: readonly string[];
}

/**
 * Fetches what is new at a target and concerns this installation, imports it with the usual refusals, remembers what
 * became of each file, and puts receipts into the outbox. Works through one batch of folders after another, so that any
 * number of files needs the same memory. Errors: those of the target as a whole, of `openKeyring` and of the storage; what
 * was done until then stays done.
 */
export async function pull(
  context: UseCaseContext,
  run: SyncRun,
  options: PullOptions,
): Promise<Result<null>> {
  const scope = readScope(context);
  if (!scope.ok) return scope;
  if (options.acceptSigners.length > 0) {
    const forgotten = context.store.write((writer) => {
      writer.forgetRefused(run.record.number, ['signer-changed']);
      return succeed(null);
    });
    if (!forgotten.ok) return forgotten;
  }
  let batch: ReadFolder[] = [];
  for await (const folder of listUnitFolders(run.target, scope.value)) {
    if (run.isCancelled()) break;
    const read = folder.ok ? await readFolder(context, run, scope.value, folder.value) : folder;
    if (!read.ok) {
      // What was found before is not thrown away because the rest cannot be reached.
      const done = await workThrough(context, run, scope.value, batch, options);
      return done.ok ? read : done;
    }
    if (read.value) batch.push(read.value);
    if (isFull(batch)) {
      const done = await workThrough(context, run, scope.value, batch, options);
      if (!done.ok) return done;
      batch = [];
    }
  }
  return await workThrough(context, run, scope.value, batch, options);
}

function isFull(batch: readonly ReadFolder[]): boolean {
  const files = batch.flatMap(({ wanted }) => wanted);
  return batch.length >= batchFiles || cut(files).length < files.length;
}

/** As many from the start as one import takes, and one at least. */
function cut(files: readonly WantedFile[]): readonly WantedFile[] {
  let bytes = 0;
  const end = files.findIndex(({ size }, index) => index >= batchFiles || (bytes += size) > batchBytes);
  return end < 0 ? files : files.slice(0, Math.max(end, 1));
}

async function workThrough(
  context: UseCaseContext,
  run: SyncRun,
  scope: SyncScope,
  folders: readonly ReadFolder[],
  options: PullOptions,
): Promise<Result<null>> {
  const unsettled = new Set(folders.filter(({ hasPostponed }) => hasPostponed).map(({ path }) => path));
  let rest = inImportOrder(folders.flatMap(({ wanted }) => wanted));
  while (rest.length > 0 && !run.isCancelled()) {
    const files = cut(rest);
    rest = rest.slice(files.length);
    const done = await fetchAndImport(context, run, scope, files, options);
    for (const folder of done.postponedIn) unsettled.add(folder);
    if (!done.result.ok) return done.result;
  }
  for (const { folder } of rest) unsettled.add(folder);
  for (const folder of folders) {
    const kept = rememberFolder(context, run.record.number, folder, !unsettled.has(folder.path));
    if (!kept.ok) return kept;
  }
  return succeed(null);
}

interface Fetched {
  readonly file: WantedFile;
  readonly incoming: IncomingFile;
}

interface BatchDone {
  readonly result: Result<null>;
  readonly postponedIn: ReadonlySet<string>;
}

async function fetchAndImport(
  context: UseCaseContext,
  run: SyncRun,
  scope: SyncScope,
  files: readonly WantedFile[],
  options: PullOptions,
): Promise<BatchDone> {
  const importId = context.newId();
  const postponedIn = new Set<string>();
  const done = (result: Result<null>): BatchDone => ({ result, postponedIn });
  try {
    const fetched: Fetched[] = [];
    let broken: Result<never> | undefined;
    for (const file of files) {
      if (run.isCancelled() || broken) {
        postponedIn.add(file.folder);
        continue;
      }
      const incoming = await fetchFile(run, importId, file);
      if (incoming.ok) {
        run.progress.counts.fetched += 1;
        fetched.push({ file, incoming: incoming.value });
        continue;
      }
      postponedIn.add(file.folder);
      if (incoming.errors.some(({ code }) => concernsWholeTarget(code))) broken = incoming;
      else {
        const noted = noteFailure(context, run, file, incoming.errors);
        if (!noted.ok) return done(noted);
      }
    }
    const imported = await importFetched(context, run, scope, { importId, fetched, postponedIn }, options);
    return done(imported.ok && broken ? broken : imported);
  } finally {
    run.incoming.discard(importId);
  }
}

async function importFetched(
  context: UseCaseContext,
  run: SyncRun,
  scope: SyncScope,
  batch: {
    readonly importId: string;
    readonly fetched: readonly Fetched[];
    readonly postponedIn: Set<string>;
  },
  { acceptSigners }: PullOptions,
): Promise<Result<null>> {
  const { importId, fetched, postponedIn } = batch;
  if (fetched.length === 0) return succeed(null);
  const sources = fetched.map(({ incoming: { path, name } }) => ({ path, name }));
  const outcome = await run.takeTurn(() => importFiles(context, sources, { acceptSigners, id: importId }));
  if (!outcome.ok) return outcome;
  const { files } = outcome.value;
  // Before the files are remembered: what is fetched once more after a power cut is still owed its receipt.
  const owed = scope.givesReceipts ? await giveReceipts(context, run, files) : succeed(noReceipts);
  if (!owed.ok) return owed;
  for (const [index, { file }] of fetched.entries()) {
    const noted = noteImported(context, run, file, files[index], owed.value);
    if (!noted.ok) return fail(noted.errors);
    if (noted.value === 'postponed') postponedIn.add(file.folder);
  }
  return succeed(null);
}

const noReceipts: ReadonlyMap<string, AppError> = new Map();

/** Refusals that the file is not to blame for. */
const passing: ReadonlySet<AppError['code']> = new Set<AppError['code']>([
  'receipt-without-assessment',
  'disk-full',
  'folder-read-only',
  'file-not-found',
  'file-unreadable',
  'file-not-writable',
  'database-in-use',
  'database-damaged',
]);

function noteImported(
  context: UseCaseContext,
  run: SyncRun,
  file: WantedFile,
  became: ImportedFile | undefined,
  owed: ReadonlyMap<string, AppError>,
): Result<RemoteFileRecord['outcome']> {
  const error = became?.errors[0];
  if (became && became.verdict !== 'refused') {
    const brought = became.verdict !== 'same' && became.verdict !== 'older';
    run.progress.counts[brought || became.kind === 'bundle' ? 'imported' : 'known'] += 1;
    const withoutReceipt = became.kind === 'assessment' && owed.get(became.assessmentId ?? '');
    // Met again, it is asked once more whether its receipt can be given.
    if (withoutReceipt) return noteFailure(context, run, file, [withoutReceipt]);
    return remember(context, run, file, { outcome: 'imported', code: null });
  }
  if (!error || passing.has(error.code)) {
    return noteFailure(context, run, file, error ? [error] : []);
  }
  noteRefusal(run.progress, `${file.folder}/${file.name}`, error);
  return remember(context, run, file, { outcome: 'refused', code: error.code });
}

/** Tried again later, each time a little later still. */
function noteFailure(
  context: UseCaseContext,
  run: SyncRun,
  file: WantedFile,
  errors: readonly AppError[],
): Result<RemoteFileRecord['outcome']> {
  const { code } = errors[0] ?? appError('unexpected');
  run.progress.counts.postponed += 1;
  return remember(context, run, file, { outcome: 'postponed', code });
}

function remember(
  { store, now, appVersion }: UseCaseContext,
  { record }: SyncRun,
  { folder, name, tag, attempts }: WantedFile,
  { outcome, code }: Pick<RemoteFileRecord, 'outcome' | 'code'>,
): Result<RemoteFileRecord['outcome']> {
  const tried = outcome === 'postponed' ? attempts + 1 : 0;
  const nextTryAt =
    outcome === 'postponed'
      ? new Date(now().getTime() + delayBeforeNextTry(tried, Math.random())).toISOString()
      : null;
  return store.write((writer) => {
    writer.keepRemoteFile(record.number, folder, {
      name,
      tag,
      outcome,
      code,
      attempts: tried,
      nextTryAt,
      appVersion,
    });
    return succeed(outcome);
  });
}
