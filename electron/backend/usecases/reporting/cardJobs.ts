import { createWriteStream } from 'node:fs';
import { rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { CardsProgress, ParsedInput } from '#shared/api/contract.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from '../context.ts';
import { findOwnScope } from '../unitScope.ts';
import { exportToDownload } from '../exporting/exportToDownload.ts';
import { createScorecards, type BatchWatch, type TakeCard } from './createScorecards.ts';
import { zipEntryOptions } from './zipEntryOptions.ts';

type Wish = ParsedInput<'cards.start'>;

/** Batches of scorecards as screens see them: printed in the background, one at a time, into a file to download. */
export interface CardJobs {
  /** Errors: `batch-busy`. */
  start(wish: Wish): Result<{ readonly id: string }>;
  /** Errors: `batch-unknown`. */
  read(id: string): Result<CardsProgress>;
  /** Stops between two cards. Errors: `batch-unknown`. */
  cancel(id: string): Result<Record<string, never>>;
  /** Stops what is being printed; nothing touches the store afterwards. */
  close(): void;
}

interface JobsOptions {
  readonly context: UseCaseContext;
  /** Hears of what nobody expected; answers with it as an error to show. */
  readonly report: (error: unknown) => AppError;
}

interface Job {
  progress: CardsProgress;
  readonly stop: AbortController;
}

/** Batches that are over are told of for a while. */
const remembered = 5;

export function createCardJobs({ context, report }: JobsOptions): CardJobs {
  const jobs = new Map<string, Job>();
  const isPrinting = () => [...jobs.values()].some(({ progress }) => progress.state === 'printing');
  return {
    start: (wish) => {
      if (isPrinting()) return failWith('batch-busy');
      const id = context.newId();
      const job: Job = {
        progress: { id, state: 'printing', done: 0, total: 0, file: null, errors: [] },
        stop: new AbortController(),
      };
      for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - remembered + 1))) jobs.delete(old);
      jobs.set(id, job);
      void run(context, wish, job, report);
      return succeed({ id });
    },
    read: (id) => {
      const job = jobs.get(id);
      return job ? succeed(job.progress) : failWith('batch-unknown');
    },
    cancel: (id) => {
      const job = jobs.get(id);
      if (!job) return failWith('batch-unknown');
      job.stop.abort();
      return succeed({});
    },
    close: () => {
      for (const { stop } of jobs.values()) stop.abort();
    },
  };
}

async function run(
  context: UseCaseContext,
  wish: Wish,
  job: Job,
  report: JobsOptions['report'],
): Promise<void> {
  const watch: BatchWatch = {
    signal: job.stop.signal,
    onDone: (done, total) => {
      job.progress = { ...job.progress, done, total };
    },
  };
  try {
    const printed = await exportToDownload(context, (folder) => printInto(context, wish, folder, watch));
    if (printed.ok) {
      const { downloadId, fileName, size } = printed.value;
      job.progress = { ...job.progress, state: 'done', file: { downloadId, fileName, size } };
    } else if (job.stop.signal.aborted) job.progress = { ...job.progress, state: 'cancelled' };
    else job.progress = { ...job.progress, state: 'failed', errors: [...printed.errors] };
  } catch (error) {
    job.progress = { ...job.progress, state: 'failed', errors: [report(error)] };
  }
}

/** Cards go into the zip as they are printed, so that no more than a few are in memory. */
async function printInto(
  context: UseCaseContext,
  { period: code, setId, language }: Wish,
  folder: string,
  watch: BatchWatch,
): Promise<Result<{ readonly fileName: string; readonly size: number }>> {
  const period = parsePeriod(code);
  if (!period.ok) return period;
  const above = context.store.read((reader) =>
    succeed(findOwnScope(reader, context.content, period.value)?.unit.code),
  );
  if (!above.ok) return above;
  // What is still being written cannot be downloaded under this name.
  const unfinished = path.join(folder, '.unfinished');
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }));
  const take: TakeCard = (name, bytes) => {
    // A PDF is compressed already.
    zip.addBuffer(Buffer.from(bytes), name, { ...zipEntryOptions, compress: false });
    return Promise.resolve(succeed(null));
  };
  const question = { period: code, setId, above: above.value };
  const printing = createScorecards(context, question, language, take, watch).finally(() => zip.end());
  const [printed] = await Promise.all([printing, written]);
  if (!printed.ok) return printed;
  const fileName = `phieu_${setId}_${period.value.code.replace('/', '_')}.zip`;
  const file = path.join(folder, fileName);
  await rename(unfinished, file);
  return succeed({ fileName, size: (await stat(file)).size });
}
