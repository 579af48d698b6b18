import type { Orientation } from './pageGeometry.ts';

/** What stands together on pages that lie one way. */
export interface PageRun<T> {
  readonly orientation: Orientation;
  readonly content: readonly T[];
}

/** Joins neighbours that lie the same way: within a run, what follows begins on the page where the last one ended. */
export function joinRuns<T>(runs: readonly PageRun<T>[]): readonly PageRun<T>[] {
  return runs.reduce<readonly PageRun<T>[]>((joined, run) => {
    const last = joined.at(-1);
    if (last?.orientation !== run.orientation) return [...joined, run];
    return [...joined.slice(0, -1), { ...last, content: [...last.content, ...run.content] }];
  }, []);
}
