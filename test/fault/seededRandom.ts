/** Whole numbers that look random and are the same for the same seed (mulberry32). */
export type RandomBelow = (limit: number) => number;

export function makeRandom(seed: number): RandomBelow {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** A new seed for each run, or the one of a run that is to be repeated: `FAULT_SEED=123 vitest run --project fault`. */
export function chooseSeed(): number {
  const asked = process.env['FAULT_SEED'];
  return asked === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(asked);
}
