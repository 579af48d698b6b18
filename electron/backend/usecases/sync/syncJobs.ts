import type { SyncProgress } from '#shared/api/syncCalls.ts';
import { longestDelayMilliseconds, shortestDelayMilliseconds } from '#shared/domain/sync/backOff.ts';
import { isOpen } from '#shared/domain/sync/outboxState.ts';
import { failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { IncomingFolder } from '../../files/incomingFolder.ts';
import type { UseCaseContext } from '../context.ts';
import type { SyncWish } from './runSync.ts';
import { beginProgress, type RunProgress, type SyncRun } from './syncRun.ts';

type Nothing = Record<string, never>;

/**
 * Sending and fetching as screens see it: one at a time, in the background, and only after somebody has asked. What
 * failed is tried again by itself while the application runs. Errors of every call: `sync-unknown`.
 */
export interface SyncJobs {
  /** Errors besides: `sync-busy`, `target-unknown`. */
  start(wish: SyncWish): Result<{ readonly id: string }>;
  /** Sends these items now. Errors besides: `sync-busy`, `outbox-item-unknown`, `outbox-item-sent`. */
  send(itemIds: readonly string[]): Result<{ readonly id: string }>;
  /** What was begun last, also by itself; null before anything was. */
  newest(): string | null;
  read(id: string): Result<SyncProgress>;
  /** Whether something is being fetched or sent now. */
  isRunning(): boolean;
  cancel(id: string): Result<Nothing>;
  /** Stops before the next file; nothing touches the store afterwards. */
  close(): void;
}

interface JobsOptions {
  readonly context: UseCaseContext;
  readonly incoming: IncomingFolder;
  readonly takeTurn: SyncRun['takeTurn'];
  /** Hears of what nobody expected; answers with it as an error to show. */
  readonly report: (error: unknown) => AppError;
}

interface Job {
  readonly id: string;
  targetId: string;
  state: SyncProgress['state'];
  readonly progress: RunProgress;
  errors: readonly AppError[];
  isCancelled: boolean;
}

/** Those that are over are told of for a while. */
const remembered = 10;

export function createSyncJobs(options: JobsOptions): SyncJobs {
  const { context } = options;
  const jobs = new Map<string, Job>();
  const background = createBackground(options, (job) => {
    jobs.set(job.id, job);
    for (const old of jobs.keys()) if (jobs.size > remembered && old !== job.id) jobs.delete(old);
  });
  const on = <T>(id: string, act: (job: Job) => Result<T>): Result<T> => {
    const job = jobs.get(id);
    return job ? act(job) : failWith('sync-unknown');
  };
  return {
    start: (wish) => {
      const known = context.store.read((reader) => succeed(reader.findTarget(wish.targetId) !== undefined));
      if (!known.ok) return known;
      return known.value ? background.begin([wish]) : failWith('target-unknown');
    },
    send: (itemIds) => {
      const wishes = wishesFor(context, itemIds);
      return wishes.ok ? background.begin(wishes.value) : wishes;
    },
    newest: () => [...jobs.keys()].at(-1) ?? null,
    read: (id) => on(id, (job) => succeed(describe(job))),
    cancel: (id) =>
      on(id, (job) => {
        job.isCancelled = true;
        return succeed({});
      }),
    isRunning: background.isRunning,
    close: background.close,
  };
}

function newJob(id: string, { targetId, pull }: SyncWish): Job {
  const state = pull ? 'pulling' : 'sending';
  return { id, targetId, state, progress: beginProgress(), errors: [], isCancelled: false };
}

/** The work that goes on while other calls are answered. */
function createBackground({ context, incoming, takeTurn, report }: JobsOptions, onJob: (job: Job) => void) {
  /** To these somebody has asked to send since the application was opened, and has not stopped it since. */
  const askedFor = new Set<string>();
  const pauseBefore = createPause();
  let isRunning = false;
  let isClosed = false;
  let timer: NodeJS.Timeout | undefined;

  const run = async (job: Job, wish: SyncWish): Promise<Result<null>> => {
    job.targetId = wish.targetId;
    // Receipts are written with libraries that no start should wait for.
    const { runSync } = await import('./runSync.ts');
    const outcome = await runSync(context, wish, {
      incoming,
      takeTurn,
      isCancelled: () => isClosed || job.isCancelled,
      progress: job.progress,
      onPart: (part) => void (job.state = part),
    });
    return outcome.ok ? outcome.value.result : outcome;
  };
  const work = async (job: Job, wishes: readonly SyncWish[]) => {
    try {
      for (const wish of wishes) {
        if (job.isCancelled) break;
        const result = await run(job, wish);
        if (!result.ok) job.errors = [...job.errors, ...result.errors];
      }
    } catch (error) {
      // Where the backend was closed meanwhile, there is nothing left to work with.
      if (!isClosed) job.errors = [...job.errors, report(error)];
    }
    isRunning = false;
    if (job.isCancelled) for (const { targetId } of wishes) askedFor.delete(targetId);
    job.state = job.isCancelled ? 'cancelled' : job.errors.length > 0 ? 'failed' : 'done';
    if (!isClosed) tryAgainLater();
  };
  const begin = (wishes: readonly SyncWish[]): Result<{ readonly id: string }> => {
    const [first] = wishes;
    if (isRunning || !first) return failWith('sync-busy');
    const job = newJob(context.newId(), first);
    onJob(job);
    for (const wish of wishes) if (wish.push) askedFor.add(wish.targetId);
    isRunning = true;
    clearTimeout(timer);
    void work(job, wishes);
    return succeed({ id: job.id });
  };
  const tryAgainLater = () => {
    const due = nextTryOf(context, askedFor);
    if (!due) return;
    const again = () => void begin([{ targetId: due.targetId, pull: false, push: true }]);
    // Nobody waits for this who wants to close the application.
    timer = setTimeout(again, pauseBefore(due, context.now())).unref();
  };
  return {
    begin,
    isRunning: () => isRunning,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

function describe({ id, targetId, state, progress, errors }: Job): SyncProgress {
  const copy = (error: AppError) => ({ ...error, params: { ...error.params } });
  return {
    id,
    targetId,
    state,
    counts: { ...progress.counts },
    toSend: progress.toSend,
    refusals: progress.refusals.map(({ remotePath, error }) => ({ remotePath, error: copy(error) })),
    errors: errors.map(copy),
  };
}

/**
 * How long to wait before a next try, in milliseconds. One that stands as it stood the last time was not reached: then
 * something is in the way that may last, and without a pause it would be tried for ever.
 */
function createPause() {
  let before = '';
  return ({ targetId, at }: DueTry, now: Date): number => {
    const due = `${targetId} ${at.toISOString()}`;
    const shortest = due === before ? shortestDelayMilliseconds : 0;
    before = due;
    return Math.min(Math.max(shortest, at.getTime() - now.getTime()), longestDelayMilliseconds);
  };
}

/** One wish for each target that the items go to. */
function wishesFor({ store }: UseCaseContext, itemIds: readonly string[]): Result<readonly SyncWish[]> {
  return store.read((reader) => {
    const targets = new Map(reader.listTargets().map(({ number, id }) => [number, id]));
    const chosen = new Map<string, Set<string>>();
    for (const id of itemIds) {
      const item = reader.findOutboxItem(id);
      const targetId = item && targets.get(item.target);
      if (!item || targetId === undefined) return failWith('outbox-item-unknown');
      if (!isOpen(item.state)) return failWith('outbox-item-sent');
      chosen.set(targetId, (chosen.get(targetId) ?? new Set()).add(id));
    }
    return succeed([...chosen].map(([targetId, only]) => ({ targetId, pull: false, push: true, only })));
  });
}

interface DueTry {
  readonly targetId: string;
  readonly at: Date;
}

/** The earliest next try of what failed on its way to one of these targets. */
function nextTryOf({ store }: UseCaseContext, askedFor: ReadonlySet<string>): DueTry | undefined {
  const read = store.read((reader) => {
    const targets = new Map(reader.listTargets().map(({ number, id }) => [number, id]));
    const tries = reader.listOutbox(0).flatMap(({ target, state }) => {
      const targetId = targets.get(target) ?? '';
      return state.kind === 'failed' && state.nextTryAt !== null && askedFor.has(targetId)
        ? [{ targetId, at: new Date(state.nextTryAt) }]
        : [];
    });
    return succeed(tries.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]);
  });
  return read.ok ? read.value : undefined;
}
