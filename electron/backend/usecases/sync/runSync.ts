import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { IncomingFolder } from '../../files/incomingFolder.ts';
import type { UseCaseContext } from '../context.ts';
import { openTarget, type OpenOptions } from './openTarget.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { beginProgress, type RunProgress, type SyncRun } from './syncRun.ts';

/** What is to be done with one target. */
export interface SyncWish {
  readonly targetId: string;
  readonly pull: boolean;
  readonly push: boolean;
  /** Ids of the items to send, whenever their next try would be; null for all that are due. */
  readonly only?: ReadonlySet<string> | null;
  /** Public keys, fingerprints in words, or `all`. */
  readonly acceptSigners?: readonly string[];
}

export interface SyncOptions extends OpenOptions {
  readonly incoming: IncomingFolder;
  /** Counts on from here, for work with several targets; from nothing unless told. */
  readonly progress?: RunProgress;
  /** Hears of each part when it begins. */
  readonly onPart?: (part: 'pulling' | 'sending') => void;
  readonly takeTurn?: SyncRun['takeTurn'];
  readonly isCancelled?: () => boolean;
}

export interface SyncOutcome {
  readonly progress: RunProgress;
  /** Why it came to an end before its time. */
  readonly result: Result<null>;
}

/**
 * Exchanges packages with a target: fetches and imports what is new, then sends what is due, receipts included. Whatever
 * stops it, the next run goes on from there. The process that holds the data folder runs one at a time. Errors:
 * `target-unknown`, those of `openTarget`; what happened afterwards stands in the outcome.
 */
export async function runSync(
  context: UseCaseContext,
  wish: SyncWish,
  options: SyncOptions,
): Promise<Result<SyncOutcome>> {
  const record = context.store.read((reader) => succeed(reader.findTarget(wish.targetId)));
  if (!record.ok) return record;
  if (!record.value) return failWith('target-unknown');
  const target = await openTarget(context, record.value, options);
  if (!target.ok) return target;
  const run: SyncRun = {
    record: record.value,
    target: target.value,
    progress: options.progress ?? beginProgress(),
    incoming: options.incoming,
    takeTurn: options.takeTurn ?? ((work) => work()),
    isCancelled: options.isCancelled ?? (() => false),
  };
  try {
    return succeed({ progress: run.progress, result: await runParts(context, run, wish, options) });
  } finally {
    target.value.close();
  }
}

async function runParts(
  context: UseCaseContext,
  run: SyncRun,
  wish: SyncWish,
  { onPart = () => undefined }: SyncOptions,
): Promise<Result<null>> {
  if (wish.pull) {
    onPart('pulling');
    const pulled = await pull(context, run, { acceptSigners: wish.acceptSigners ?? [] });
    if (!pulled.ok) return pulled;
    const noted = note(context, run, 'pulled');
    if (!noted.ok) return noted;
  }
  if (!wish.push || run.isCancelled()) return succeed(null);
  onPart('sending');
  const failedBefore = run.progress.counts.failed;
  const pushed = await push(context, run, wish.only ?? null);
  return pushed.ok && run.progress.counts.failed === failedBefore ? note(context, run, 'sent') : pushed;
}

function note({ store, now }: UseCaseContext, run: SyncRun, what: 'pulled' | 'sent'): Result<null> {
  if (run.isCancelled()) return succeed(null);
  return store.write((writer) => {
    writer.noteTargetDone(run.record.number, what, now().toISOString());
    return succeed(null);
  });
}
