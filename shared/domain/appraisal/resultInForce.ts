/** As much of a result as decides which of several holds. */
export interface DatedResult {
  readonly stage: 'appraised' | 'final';
  /** ISO instant, by the clock of whoever gave it. */
  readonly issuedAt: string;
  /** Names whoever gave it. */
  readonly issuer: string;
}

/**
 * Which of the results that came back holds. Whoever gives another takes back what they gave before; of what several
 * have given, a final one holds before an appraised one, then the newest. It does not matter in which order they came.
 */
export function resultInForce<T extends DatedResult>(results: readonly T[]): T | undefined {
  const ofIssuer = Map.groupBy(results, ({ issuer }) => issuer);
  const newest = [...ofIssuer.values()].flatMap((own) => own.toSorted(newestFirst).slice(0, 1));
  return newest.toSorted((a, b) => isFinal(b) - isFinal(a) || newestFirst(a, b))[0];
}

function newestFirst(a: DatedResult, b: DatedResult): number {
  return a.issuedAt < b.issuedAt ? 1 : a.issuedAt > b.issuedAt ? -1 : 0;
}

function isFinal({ stage }: DatedResult): number {
  return Number(stage === 'final');
}
