import { fail, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { ImportProgress } from '#shared/api/contract.ts';
import type { IncomingFolder } from '../../files/incomingFolder.ts';
import type { UseCaseContext } from '../context.ts';
import { checkFiles, importFiles, type ImportOptions, type ImportOutcome } from './importFiles.ts';
import { createImportList, type ImportList } from './importList.ts';
import { listQuarantinedSources } from './quarantine.ts';
import { undoImport } from './undoImport.ts';

type Nothing = Record<string, never>;

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
  commit(
    id: string,
    choice: { readonly files: readonly number[]; readonly acceptSigners: readonly string[] },
  ): Result<Nothing>;
  cancel(id: string): Result<Nothing>;
  /** Errors besides: those of `undoImport`. */
  undo(id: string): Result<Nothing>;
  /** Looks once more at what earlier imports set aside; in the background. */
  retryAside(): void;
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

/** Imports that are over are told of for a while. */
const remembered = 10;

export function createImportJobs({ context, incoming, report }: JobsOptions): ImportJobs {
  const jobs = new Map<string, Job>();
  let running = false;
  let isClosed = false;
  const find = (id: string): Result<Job> => {
    const job = jobs.get(id);
    return job ? succeed(job) : failWith('import-unknown');
  };
  const isStopped = (job: Job) => isClosed || job.isCancelled;
  /** Runs in the background; the call that began it has been answered by then. */
  const runBehind = async (
    job: Job,
    work: () => Promise<Result<ImportOutcome>>,
    after: 'checked' | 'done',
  ) => {
    running = true;
    try {
      const outcome = await work();
      if (!outcome.ok) job.list.refuseWaiting(outcome.errors);
    } catch (error) {
      if (!isClosed) job.list.refuseWaiting([report(error)]);
    } finally {
      running = false;
      if (!isClosed) finish(job, job.isCancelled ? 'cancelled' : after);
    }
  };
  const finish = (job: Job, state: ImportProgress['state']) => {
    job.list.enter(state);
    if (state === 'checked') return;
    try {
      incoming.discard(job.list.id);
    } catch (error) {
      report(error);
    }
  };
  const optionsOf = (job: Job): Pick<ImportOptions, 'passphrase' | 'isCancelled'> => ({
    passphrase: job.passphrase,
    isCancelled: () => isStopped(job),
  });
  return {
    start: () => {
      const id = context.newId();
      jobs.set(id, { list: createImportList(id), passphrase: null, isCancelled: false });
      for (const [old, { list }] of jobs) {
        if (jobs.size <= remembered) break;
        if (list.isOver()) jobs.delete(old);
      }
      return succeed({ id });
    },
    receive: async (id, name, bytes) => {
      const job = find(id);
      if (!job.ok) return job;
      if (job.value.list.state() !== 'receiving') return failWith('import-busy');
      const received = await incoming.receive(id, name, bytes);
      if (!received.ok) return fail(received.errors);
      if (job.value.list.state() !== 'receiving') return failWith('import-busy');
      return succeed({ number: job.value.list.add(received.value) });
    },
    check: (id, passphrase) => {
      const job = find(id);
      if (!job.ok) return job;
      const { list } = job.value;
      const mayCheck = list.state() === 'receiving' || list.state() === 'checked';
      if (running || !mayCheck) return failWith('import-busy');
      job.value.passphrase = passphrase;
      list.beginCheck();
      const options = { ...optionsOf(job.value), onFile: list.takeChecked };
      void runBehind(job.value, () => checkFiles(context, list.sources(), options), 'checked');
      return succeed({});
    },
    read: (id, cursor) => {
      const job = find(id);
      return job.ok ? succeed(job.value.list.read(cursor)) : job;
    },
    commit: (id, { files, acceptSigners }) => {
      const job = find(id);
      if (!job.ok) return job;
      const { list } = job.value;
      if (running || list.state() !== 'checked') return failWith('import-busy');
      const sources = list.beginImport(files);
      const options = { ...optionsOf(job.value), acceptSigners, id, onFile: list.takeImported };
      void runBehind(job.value, () => importFiles(context, sources, options), 'done');
      return succeed({});
    },
    cancel: (id) => {
      const job = find(id);
      if (!job.ok) return job;
      const state = job.value.list.state();
      job.value.isCancelled = true;
      if (state === 'receiving' || state === 'checked') finish(job.value, 'cancelled');
      return succeed({});
    },
    undo: (id) => {
      if (running) return failWith('import-busy');
      const undone = undoImport(context, id);
      return undone.ok ? succeed({}) : undone;
    },
    retryAside: () => {
      const sources = listQuarantinedSources(context);
      if (running || !sources.ok || sources.value.length === 0) return;
      const job: Job = { list: createImportList(''), passphrase: null, isCancelled: false };
      void runBehind(job, () => importWhatPasses(context, optionsOf(job)), 'done');
    },
    close: () => {
      isClosed = true;
    },
  };
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
