import { createHash } from 'node:crypto';

/** Chance that is the same for the same seed: everything a demo draws, it draws from these. */
export interface Dice {
  /** A whole number from 0 up to, without, `limit`. */
  below(limit: number): number;
  /** A whole number between two, both included. */
  between(low: number, high: number): number;
  /** True in this share (0 to 1) of all throws. */
  happens(share: number): boolean;
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
}

/** Dice of their own for each purpose, so that drawing more for one unit changes nothing for the next. */
export function takeDice(seed: string): Dice {
  let state = createHash('sha256').update(seed).digest().readUInt32LE();
  // mulberry32
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    happens: (share) => below(1_000_000) < share * 1_000_000,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from');
      return picked;
    },
  };
}

/** A name that looks like any other UUID and is the same for the same text. */
export function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
