import type Fraction from 'fraction.js';

/** What a unit is ranked by, on one basis. */
export interface RankedFigures {
  /** Points with bonus and penalty, in percent of the maximum; null where nothing counts. */
  readonly totalPercent: Fraction | null;
  /** Points without bonus and penalty, in percent of the maximum. */
  readonly percent: Fraction | null;
  /** Criteria met, in percent of those that apply. */
  readonly criteriaPercent: Fraction | null;
}

/** A place among its peers. Units that no figure tells apart share a place, and as many places after it stay empty. */
export interface Place {
  /** Null for a unit without figures: it stands after all others. */
  readonly rank: number | null;
  /** How many units have figures in the peer group. */
  readonly of: number;
  /** How many others share the place. */
  readonly sharedWith: number;
  /** What put it behind the unit before it; null for the first, and where it shares that unit's place. */
  readonly decidedBy: keyof RankedFigures | null;
}

export type Placed<T> = T & { readonly place: Place };

const figuresInOrder = ['totalPercent', 'percent', 'criteriaPercent'] as const;

/**
 * Ranks units within their peer groups, best first, peer groups in the order in which they first appear: by points
 * with bonus and penalty, then by points without, then by criteria met. Equal in all three is equal: nothing that
 * was not scored, such as the date or the name, may decide a place.
 */
export function rankUnits<T extends RankedFigures>(
  units: readonly T[],
  peerGroupOf: (unit: T) => string,
): readonly Placed<T>[] {
  return [...Map.groupBy(units, peerGroupOf).values()].flatMap(rankPeers);
}

function rankPeers<T extends RankedFigures>(peers: readonly T[]): readonly Placed<T>[] {
  const sorted = peers.toSorted((a, b) => compare(a, b).order);
  const of = sorted.filter((unit) => unit.totalPercent !== null).length;
  const steps = sorted.map((unit, index): Comparison => {
    const before = sorted[index - 1];
    return before ? compare(before, unit) : { order: -1, by: null };
  });
  let rank = 0;
  const ranks = steps.map(({ order }, index) => (order === 0 ? rank : (rank = index + 1)));
  const sizes = Map.groupBy(ranks, (own) => own);
  return sorted.map((unit, index): Placed<T> => {
    const own = ranks[index] ?? 0;
    const place: Place =
      unit.totalPercent === null
        ? { rank: null, of, sharedWith: 0, decidedBy: null }
        : {
            rank: own,
            of,
            sharedWith: (sizes.get(own)?.length ?? 1) - 1,
            decidedBy: steps[index]?.by ?? null,
          };
    return { ...unit, place };
  });
}

interface Comparison {
  /** Negative where `a` stands before `b`. */
  readonly order: number;
  readonly by: keyof RankedFigures | null;
}

function compare(a: RankedFigures, b: RankedFigures): Comparison {
  for (const by of figuresInOrder) {
    const order = highestFirst(a[by], b[by]);
    if (order !== 0) return { order, by };
  }
  return { order: 0, by: null };
}

function highestFirst(a: Fraction | null, b: Fraction | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.compare(a);
}
