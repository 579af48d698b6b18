/** Work of which only one may go on at a time. */
export interface Turn {
  /** Whether somebody is at work, or waits to be. */
  readonly isTaken: () => boolean;
  /** Works when everybody who came before has ended, well or not. */
  readonly take: <T>(work: () => Promise<T>) => Promise<T>;
}

export function createTurn(): Turn {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    isTaken: () => waiting > 0,
    take: async (work) => {
      waiting += 1;
      const mine = last.then(work).finally(() => {
        waiting -= 1;
      });
      last = mine.catch(() => undefined);
      return await mine;
    },
  };
}
