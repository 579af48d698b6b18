import type Fraction from 'fraction.js';
import type { Criterion } from '../criteria/criteriaSet.ts';
import { sumOf } from '../numbers/sumOf.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import {
  scoresByNewestId,
  type CountedCriterion,
  type LinksOf,
  type UnitWithCriteria,
} from './criterionChanges.ts';
import type { UnitFigures } from './scoredUnit.ts';

/** The criterion that did most to the difference of a unit between two periods. */
export interface ChangeCause {
  readonly criterion: Criterion;
  /** What it alone brought or cost, in percentage points of the whole as the whole is now. */
  readonly difference: Fraction;
}

/**
 * Among the criteria that count in both periods the one that pushed furthest in the direction of the difference, the
 * first in printed order among equals; null where none did. Each is weighed as it is now: where weights are the same in
 * both periods, all of them add up to the difference. Parts of a divided criterion are left out: what one of them was
 * before is not known.
 */
export function findCause(
  past: UnitWithCriteria,
  now: UnitWithCriteria & Pick<UnitFigures, 'standing'>,
  difference: Fraction,
  linksOf: LinksOf,
): ChangeCause | null {
  const whole = now.standing?.max;
  if (!whole?.gt(zero)) return null;
  const before = scoresByNewestId(past, linksOf);
  const parts = past.setVersion === null ? undefined : linksOf(past.setVersion)?.parts;
  let most: { readonly criterion: Criterion; readonly change: Change; readonly size: number } | null = null;
  const sign = difference.compare(zero);
  for (const [id, scores] of scoresByNewestId(now, linksOf)) {
    const [first] = scores;
    const change = changeOf(before.get(id), scores);
    if (!first || !change || parts?.has(id) === true) continue;
    // Which one did most is found among thousands of units by near enough figures; what it did is exact.
    const size = sign * nearly(change);
    if (size > leastSize && (most === null || size > most.size + leastSize)) {
      most = { criterion: first.criterion, change, size };
    }
  }
  return most && { criterion: most.criterion, difference: exactly(most.change).mul(hundred).div(whole) };
}

const leastSize = 1e-9;

interface PointsOfMax {
  readonly points: Fraction;
  readonly max: Fraction;
}

interface Change {
  readonly before: PointsOfMax;
  readonly after: PointsOfMax;
}

/** Null where it does not count in both periods, or where nothing changed. */
function changeOf(
  past: readonly CountedCriterion[] | undefined,
  now: readonly CountedCriterion[],
): Change | null {
  const before = addUp(past ?? []);
  const after = addUp(now);
  const isSame = before === after;
  return isSame || before.max.lte(zero) || after.max.lte(zero) ? null : { before, after };
}

/** In points of now. */
function exactly({ before, after }: Change): Fraction {
  return after.points.sub(before.points.mul(after.max).div(before.max));
}

function nearly({ before, after }: Change): number {
  const share = before.points.valueOf() / before.max.valueOf();
  return after.points.valueOf() - share * after.max.valueOf();
}

function addUp(scores: readonly CountedCriterion[]): PointsOfMax {
  const [first, ...others] = scores;
  if (first && others.length === 0) return first;
  return { points: sumOf(scores.map(({ points }) => points)), max: sumOf(scores.map(({ max }) => max)) };
}
