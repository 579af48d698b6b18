import type { AppError } from '../../errors/result.ts';
import { delayBeforeNextTry, isTryDue } from './backOff.ts';

/** How far a package on its way out is. Instants are ISO. */
export type OutboxState = OpenState | SentState | ReceivedState;

/** Not there yet. `sending` is also what a process that was killed leaves behind. */
export type OpenState =
  | { readonly kind: 'waiting' }
  | SendingState
  | {
      readonly kind: 'failed';
      readonly attempts: number;
      readonly failedAt: string;
      readonly error: AppError;
      /** When it is tried again by itself; null where that helps nobody before a person has done something. */
      readonly nextTryAt: string | null;
    };

export interface SendingState {
  readonly kind: 'sending';
  /** This one counted. */
  readonly attempts: number;
  readonly since: string;
}

/** Lies at its place, read back and found to be the same to the byte. */
export interface SentState {
  readonly kind: 'sent';
  readonly sentAt: string;
}

/** A receipt for it has come back. */
export interface ReceivedState {
  readonly kind: 'received';
  readonly sentAt: string;
  readonly receivedAt: string;
  readonly receiverName: string;
}

/** @param now ISO */
export function beginSending(state: OpenState, now: string): SendingState {
  return { kind: 'sending', attempts: attemptsOf(state) + 1, since: now };
}

/** @param now ISO */
export function endSent(_state: SendingState, now: string): SentState {
  return { kind: 'sent', sentAt: now };
}

/** @param random 0 to 1 */
export function endFailed(
  { attempts }: SendingState,
  { error, needsPerson }: { readonly error: AppError; readonly needsPerson: boolean },
  now: Date,
  random: number,
): OpenState {
  const next = new Date(now.getTime() + delayBeforeNextTry(attempts, random)).toISOString();
  const nextTryAt = needsPerson ? null : next;
  return { kind: 'failed', attempts, failedAt: now.toISOString(), error, nextTryAt };
}

export function acknowledge(
  { sentAt }: SentState,
  receipt: { readonly receivedAt: string; readonly receiverName: string },
): ReceivedState {
  return { kind: 'received', sentAt, ...receipt };
}

export function isOpen(state: OutboxState): state is OpenState {
  return state.kind === 'waiting' || state.kind === 'sending' || state.kind === 'failed';
}

/**
 * Whether a run that somebody starts shall try it. What needs a person is tried then: perhaps that person was there. What
 * stands as `sending` is tried too: one process holds a data folder and sends one package at a time, so that nobody is
 * sending it now.
 */
export function isDue(state: OutboxState, now: Date): boolean {
  if (!isOpen(state)) return false;
  return state.kind !== 'failed' || state.nextTryAt === null || isTryDue(state.nextTryAt, now);
}

function attemptsOf(state: OpenState): number {
  return state.kind === 'waiting' ? 0 : state.attempts;
}
