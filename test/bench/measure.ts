/** The figures of many runs of one thing, in milliseconds. */
export interface Timing {
  readonly runs: number;
  readonly p50: number;
  readonly p99: number;
}

/** Runs `work` some times unmeasured, so that the compiler has seen it, then measures each of `runs`. */
export async function timeRuns(runs: number, work: (run: number) => unknown): Promise<Timing> {
  const warmUp = Math.ceil(runs / 10);
  for (let run = 0; run < warmUp; run += 1) await work(run);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    await work(warmUp + run);
    times.push(performance.now() - startedAt);
  }
  return { runs, p50: percentile(times, 50), p99: percentile(times, 99) };
}

/** The value below which `percent` of the values lie (nearest rank), rounded to a thousandth. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  return round(sorted[rank - 1] ?? Number.NaN);
}

export function round(value: number): number {
  return Number(value.toPrecision(4));
}
