const firstDelayMilliseconds = 30_000;
/** What chance leaves of the first delay. */
export const shortestDelayMilliseconds = firstDelayMilliseconds / 2;
export const longestDelayMilliseconds = 6 * 60 * 60 * 1000;

/**
 * How long to wait after the nth attempt in a row that failed, in milliseconds: half a minute, doubling up to six
 * hours, of which chance takes away up to a half, so that a hundred machines do not come back at the same moment.
 * @param attempts from 1
 * @param random 0 to 1
 */
export function delayBeforeNextTry(attempts: number, random: number): number {
  const full = Math.min(firstDelayMilliseconds * 2 ** (attempts - 1), longestDelayMilliseconds);
  return Math.round(full * (1 - random / 2));
}

/**
 * Whether a next try has come. One that lies further off than any delay was set by a clock that was ahead: nobody waits
 * for that.
 * @param nextTryAt ISO
 */
export function isTryDue(nextTryAt: string, now: Date): boolean {
  const wait = Date.parse(nextTryAt) - now.getTime();
  return wait <= 0 || wait > longestDelayMilliseconds;
}
