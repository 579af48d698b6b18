import type { Workspace } from '#backend/backend.ts';
import { describeError } from '#backend/translate.ts';
import type { SyncOutcome } from '#backend/usecases/sync/runSync.ts';
import { listOutbox } from '#backend/usecases/sync/outbox.ts';
import { listTargets } from '#backend/usecases/sync/targets.ts';
import { needsPerson } from '#shared/domain/sync/personNeeded.ts';
import { succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { CommandOutput, Session } from './session.ts';

/** A synchronisation that came to its end, whatever that was. */
export interface FinishedSync extends SyncOutcome {
  readonly targetId: string;
  /** How many files the command itself put into the outbox. */
  readonly queued: number;
}

/**
 * What a synchronisation did and what it left, in one line for a log. Refused when somebody must look at something, and
 * postponed when the next run will do. Errors of the storage.
 */
export function describeSync(
  context: Workspace['context'],
  session: Session,
  { progress, result, targetId, queued }: FinishedSync,
): Result<CommandOutput> {
  const targets = listTargets(context);
  if (!targets.ok) return targets;
  const outbox = listOutbox(context);
  if (!outbox.ok) return outbox;
  const items = outbox.value.filter((item) => item.targetId === targetId);
  const failures = items.flatMap(({ remotePath, state }) =>
    state.kind === 'failed' ? [{ remotePath, error: state.error, nextTryAt: state.nextTryAt }] : [],
  );
  const waiting = items.filter(({ state }) => state.kind === 'waiting' || state.kind === 'sending').length;
  const errors = result.ok ? [] : result.errors;
  const { counts, refusals, notQueued } = progress;
  const isStuck = failures.some(({ nextTryAt }) => nextTryAt === null);
  const isRefused =
    refusals.length > 0 || notQueued.length > 0 || isStuck || errors.some((error) => !passes(error));
  const isLeft = errors.length > 0 || failures.length > 0 || waiting > 0 || counts.postponed > 0;
  const place = (remotePath: string, error: AppError) => told(session, remotePath, error);
  return succeed({
    document: {
      target: targets.value.find(({ id }) => id === targetId)?.address ?? null,
      queued,
      ...counts,
      waiting,
      refusals: refusals.map(({ remotePath, error }) => ({ path: remotePath, ...toDocument(error) })),
      notQueued: notQueued.map(({ assessmentId, unit, period, error }) => ({
        assessment: assessmentId,
        unit,
        period,
        ...toDocument(error),
      })),
      failures: failures.map(({ remotePath, error, nextTryAt }) => ({
        path: remotePath,
        ...toDocument(error),
        nextTryAt,
      })),
      errors: errors.map(toDocument),
    },
    isOneLine: true,
    text: session.wording.translate('cli:synchronised', {
      ...counts,
      queued,
      left: waiting + failures.length,
    }),
    messages: [
      ...refusals.map(({ remotePath, error }) => place(remotePath, error)),
      ...notQueued.map(({ unit, period, error }) =>
        told(session, unit ? `${unit.name} (${unit.code}), ${period}` : period, error),
      ),
      ...failures.map(({ remotePath, error }) => place(remotePath, error)),
      ...errors.map((error) => `${describeError(session.translate, error)} [${error.code}]`),
    ],
    isRefused,
    isPostponed: isLeft,
  });
}

/** A server that is away or a stick that is not plugged in needs nobody; a full disk here does. */
function passes({ code }: AppError): boolean {
  return code.startsWith('target-') && !needsPerson(code);
}

function toDocument({ code, params }: AppError) {
  return { code, params };
}

function told({ translate }: Session, what: string, error: AppError): string {
  return `${what}: ${describeError(translate, error)} [${error.code}]`;
}
