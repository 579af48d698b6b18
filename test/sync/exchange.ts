import { openIncomingFolder } from '#backend/files/incomingFolder.ts';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import { listOutbox } from '#backend/usecases/sync/outbox.ts';
import { runSync, type SyncOutcome, type SyncWish } from '#backend/usecases/sync/runSync.ts';
import { findOrAddTarget } from '#backend/usecases/sync/targets.ts';
import type { OutboxItem } from '#shared/api/syncCalls.ts';
import { valueOf } from '../helpers/valueOf.ts';
import type { Place } from './places.ts';

/** An installation as far as exchanging goes. */
export interface Member {
  readonly folder: string;
  readonly context: () => UseCaseContext;
}

/** The place as the member knows it; added at the first call. */
export function targetAt({ context }: Member, { address, user, authority }: Place): string {
  return valueOf(findOrAddTarget(context(), { address, userName: user, authority })).id;
}

export interface Patience {
  /** How many runs at most; each is a day later than the one before, so that everything is due again. */
  readonly runs: number;
  readonly stallMilliseconds?: number;
}

/** Fetches and sends until nothing is left to do, or patience ends. Answers with what every run did. */
export async function exchange(
  member: Member,
  place: Place,
  wish: Partial<SyncWish> = {},
  { runs, stallMilliseconds = 5000 }: Patience = { runs: 1 },
): Promise<readonly SyncOutcome[]> {
  const targetId = targetAt(member, place);
  const outcomes: SyncOutcome[] = [];
  for (let run = 0; run < runs; run += 1) {
    const outcome = valueOf(
      await runSync(
        aDayLater(member.context()),
        { targetId, pull: true, push: true, acceptSigners: [], ...wish },
        { incoming: openIncomingFolder(member.folder), password: place.password, stallMilliseconds },
      ),
    );
    outcomes.push(outcome);
    const { failed, postponed } = outcome.progress.counts;
    if (outcome.result.ok && failed === 0 && postponed === 0) break;
  }
  return outcomes;
}

export function outboxOf({ context }: Member): readonly OutboxItem[] {
  return valueOf(listOutbox(context()));
}

const dayMilliseconds = 24 * 60 * 60 * 1000;
// For all members and all calls: what failed a moment ago, by a clock that was ahead, must be due too.
let daysPassed = 0;

function aDayLater(context: UseCaseContext): UseCaseContext {
  daysPassed += 1;
  return today(context);
}

/** What a member does between two runs is done on the day of the last one. */
export function today(context: UseCaseContext): UseCaseContext {
  const ahead = daysPassed * dayMilliseconds;
  return { ...context, now: () => new Date(context.now().getTime() + ahead) };
}
