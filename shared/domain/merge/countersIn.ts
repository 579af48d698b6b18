import type { Change } from './change.ts';

/** Of each replica the greatest counter among its edits in a log: all that somebody who knows the log has seen. */
export function countersIn(changes: readonly Pick<Change, 'dot'>[]): Readonly<Record<string, number>> {
  const counters = new Map<string, number>();
  for (const {
    dot: [replica, counter],
  } of changes) {
    if (counter > (counters.get(replica) ?? 0)) counters.set(replica, counter);
  }
  return Object.fromEntries(counters);
}
