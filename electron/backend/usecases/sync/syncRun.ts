import type { SyncProgress } from '#shared/api/syncCalls.ts';
import type { AppError } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { TargetRecord } from '../../db/targetTable.ts';
import type { IncomingFolder } from '../../files/incomingFolder.ts';
import type { Target } from '../../sync/target.ts';

/** How far a synchronisation is; changes as it goes. */
export interface RunProgress {
  readonly counts: { -readonly [K in keyof SyncProgress['counts']]: number };
  toSend: number;
  readonly refusals: { readonly remotePath: string; readonly error: AppError }[];
  /** What should have gone into the outbox and could not; the rest went on. */
  readonly notQueued: NotQueued[];
}

/** Something that should have been sent, and why it is not in the outbox. */
export interface NotQueued {
  /** Null for the results of a whole period. */
  readonly assessmentId: string | null;
  readonly unit: { readonly code: string; readonly name: string } | null;
  readonly period: string;
  readonly error: AppError;
}

/** One synchronisation with one target. */
export interface SyncRun {
  readonly record: TargetRecord;
  readonly target: Target;
  readonly progress: RunProgress;
  /** Where fetched files wait to be imported. */
  readonly incoming: IncomingFolder;
  /** Lets an import run while no other does. */
  readonly takeTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Asked before each file. */
  readonly isCancelled: () => boolean;
}

export function beginProgress(): RunProgress {
  return {
    counts: {
      folders: 0,
      foldersUnchanged: 0,
      listed: 0,
      fetched: 0,
      imported: 0,
      known: 0,
      refused: 0,
      postponed: 0,
      receipts: 0,
      sent: 0,
      failed: 0,
    },
    toSend: 0,
    refusals: [],
    notQueued: [],
  };
}

/** One line for each reason that something of an assessment is not in the outbox. */
export function describeNotQueued(
  { id, unitCode, unitName, period }: AssessmentRecord,
  errors: readonly AppError[],
): readonly NotQueued[] {
  return errors.map((error) => ({
    assessmentId: id,
    unit: { code: unitCode, name: unitName },
    period,
    error,
  }));
}

const mostRefusals = 1000;

export function noteRefusal({ refusals, counts }: RunProgress, remotePath: string, error: AppError): void {
  counts.refused += 1;
  if (refusals.length < mostRefusals) refusals.push({ remotePath, error });
}
