import { fail, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { ImportProgress } from '#shared/api/contract.ts';
import type { IncomingFolder } from '../../files/incomingFolder.ts';
import type { UseCaseContext } from '../context.ts';
import { checkFiles, importFiles, type ImportOptions, type ImportOutcome } from './importFiles.ts';
import { createImportList, type ImportList } from './importList.ts';
import { listQuarantinedSources } from './quarantine.ts';
import { createTurn } from './turn.ts';
import { undoImport } from './undoImport.ts';

type Nothing = Record<string, never>;

/** What a person chose after the dry run. */
interface Choice {
  /** Numbers. */
  readonly files: readonly number[];
  /** Public keys. */
  readonly acceptSigners: readonly string[];
}

/**
 * Imports as screens see them: files arrive, are checked and imported in the background, one import at a time. Errors
 * of every call: `import-unknown`, and `import-busy` where an import is under way.
 */
export interface ImportJobs {
  start(): Result<{ readonly id: string }>;
  /** Adds a file. Errors besides: those of `IncomingFolder.receive`. */
  receive(
    id: string,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Result<{ readonly number: number }>>;
  check(id: string, passphrase: string | null): Result<Nothing>;
  read(id: string, cursor: number): Result<ImportProgress>;
  commit(id: string, choice: Choice): Result<Nothing>;
  cancel(id: string): Result<Nothing>;
  /** Errors besides: those of `undoImport`. */
  undo(id: string): Result<Nothing>;
  /** Whether something is being checked or imported now. */
  isRunning(): boolean;
  /** Looks once more at what earlier imports set aside; in the background. */
  retryAside(): void;
  /** Lets somebody else import, when no import of these is under way, and keeps these waiting meanwhile. */
  takeTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Stops before the next file; nothing touches the store afterwards. */
  close(): void;
}

interface JobsOptions {
  readonly context: UseCaseContext;
  readonly incoming: IncomingFolder;
  /** Hears of what nobody expected; answers with it as an error to show. */
  readonly report: (error: unknown) => AppError;
}

interface Job {
  readonly list: ImportList;
  passphrase: string | null;
  isCancelled: boolean;
}

/** How often to look whether it is one's turn. */
/** Imports that are over are told of for a while. */
const remembered = 10;

export function createImportJobs(options: JobsOptions): ImportJobs {
  const { context, incoming } = options;
  const jobs = new Map<string, Job>();
  const background = createBackground(options);
  const on = <T>(id: string, work: (job: Job) => Result<T>): Result<T> => {
    const job = jobs.get(id);
    return job ? work(job) : failWith('import-unknown');
  };
  return {
    start: () => {
      const id = context.newId();
      jobs.set(id, { list: createImportList(id), passphrase: null, isCancelled: false });
      forgetOldest(jobs);
      return succeed({ id });
    },
    receive: async (id, name, bytes) => {
      const open = on(id, ({ list }) =>
        list.state() === 'receiving' ? succeed(list) : failWith('import-busy'),
      );
      if (!open.ok) return open;
      const received = await incoming.receive(id, name, bytes);
      if (!received.ok) return fail(received.errors);
      if (open.value.state() !== 'receiving') return failWith('import-busy');
      return succeed({ number: open.value.add(received.value) });
    },
    check: (id, passphrase) => on(id, (job) => background.check(job, passphrase)),
    read: (id, cursor) => on(id, ({ list }) => succeed(list.read(cursor))),
    commit: (id, choice) => on(id, (job) => background.commit(job, choice)),
    cancel: (id) =>
      on(id, (job) => {
        background.cancel(job);
        return succeed({});
      }),
    undo: (id) => {
      if (background.isRunning()) return failWith('import-busy');
      const undone = undoImport(context, id);
      return undone.ok ? succeed({}) : undone;
    },
    isRunning: background.isRunning,
    retryAside: background.retryAside,
    takeTurn: background.takeTurn,
    close: background.close,
  };
}

function forgetOldest(jobs: Map<string, Job>): void {
  for (const [old, { list }] of jobs) {
    if (jobs.size <= remembered) return;
    if (list.isOver()) jobs.delete(old);
  }
}

/** The work that goes on while other calls are answered, one import at a time. */
function createBackground({ context, incoming, report }: JobsOptions) {
  const turn = createTurn();
  let isClosed = false;
  const isCancelledIn = (job: Job) => () => isClosed || job.isCancelled;
  const finish = (job: Job, state: ImportProgress['state']) => {
    job.list.enter(state);
    if (state !== 'checked') discardQuietly(incoming, job.list.id, report);
  };
  const run = async (job: Job, work: () => Promise<Result<ImportOutcome>>, after: 'checked' | 'done') => {
    try {
      const outcome = await work();
      if (!outcome.ok) job.list.refuseUndecided(outcome.errors);
    } catch (error) {
      if (!isClosed) job.list.refuseUndecided([report(error)]);
    } finally {
      if (!isClosed) finish(job, job.isCancelled ? 'cancelled' : after);
    }
  };
  const begin = (...work: Parameters<typeof run>) => turn.take(() => run(...work));
  return {
    isRunning: turn.isTaken,
    takeTurn: turn.take,
    check: (job: Job, passphrase: string | null): Result<Nothing> => {
      const { list } = job;
      const mayCheck = list.state() === 'receiving' || list.state() === 'checked';
      if (turn.isTaken() || !mayCheck) return failWith('import-busy');
      job.passphrase = passphrase;
      list.beginCheck();
      const options = { passphrase, isCancelled: isCancelledIn(job), onFile: list.takeChecked };
      void begin(job, () => checkFiles(context, list.sources(), options), 'checked');
      return succeed({});
    },
    commit: (job: Job, { files, acceptSigners }: Choice): Result<Nothing> => {
      const { list, passphrase } = job;
      if (turn.isTaken() || list.state() !== 'checked') return failWith('import-busy');
      const sources = list.beginImport(files);
      const isCancelled = isCancelledIn(job);
      const options = { passphrase, isCancelled, acceptSigners, id: list.id, onFile: list.takeImported };
      void begin(job, () => importFiles(context, sources, options), 'done');
      return succeed({});
    },
    cancel: (job: Job) => {
      job.isCancelled = true;
      const state = job.list.state();
      if (state === 'receiving' || state === 'checked') finish(job, 'cancelled');
    },
    retryAside: () => {
      const sources = listQuarantinedSources(context);
      if (turn.isTaken() || !sources.ok || sources.value.length === 0) return;
      const job: Job = { list: createImportList(context.newId()), passphrase: null, isCancelled: false };
      void begin(job, () => importWhatPasses(context, { isCancelled: isCancelledIn(job) }), 'done');
    },
    close: () => {
      isClosed = true;
    },
  };
}

/** What was sent is of no use any more; where it cannot be deleted now, the next start does it. */
function discardQuietly(incoming: IncomingFolder, id: string, report: JobsOptions['report']): void {
  try {
    incoming.discard(id);
  } catch (error) {
    report(error);
  }
}

/** Of the files set aside those that would be let in now; an import without any of them would only be noise. */
async function importWhatPasses(
  context: UseCaseContext,
  options: Pick<ImportOptions, 'isCancelled'>,
): Promise<Result<ImportOutcome>> {
  const checked = await checkFiles(context, [], options);
  if (!checked.ok || checked.value.files.length === 0 || options.isCancelled?.()) return checked;
  return await importFiles(context, [], options);
}
