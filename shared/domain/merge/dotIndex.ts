import type { Dot } from './change.ts';

/** Finds by dot without making a text of each: a log of thousands of edits is looked up at every import. */
export interface DotIndex<T> {
  get(dot: Dot): T | undefined;
  has(dot: Dot): boolean;
  set(dot: Dot, value: T): void;
}

export function createDotIndex<T>(): DotIndex<T> {
  const byReplica = new Map<string, Map<number, T>>();
  return {
    get: (dot) => byReplica.get(dot[0])?.get(dot[1]),
    has: (dot) => byReplica.get(dot[0])?.has(dot[1]) ?? false,
    set: (dot, value) => {
      // By place: taking a pair apart costs more than the two look-ups.
      const replicaId = dot[0];
      const counter = dot[1];
      const byCounter = byReplica.get(replicaId);
      if (byCounter) byCounter.set(counter, value);
      else byReplica.set(replicaId, new Map([[counter, value]]));
    },
  };
}

/**
 * The order in which edits that stand side by side are listed; the last one is shown. It is the same on every
 * machine and says nothing about time.
 */
export function compareDots([replicaA, counterA]: Dot, [replicaB, counterB]: Dot): number {
  if (counterA !== counterB) return counterA - counterB;
  if (replicaA === replicaB) return 0;
  return replicaA < replicaB ? -1 : 1;
}
