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
  then: UnitWithCriteria,
  now: UnitWithCriteria & Pick<UnitFigures, 'standing'>,
  difference: Fraction,
  linksOf: LinksOf,
): ChangeCause | null {
  const whole = now.standing?.max;
  if (!whole?.gt(zero)) return null;
  const before = scoresByNewestId(then, linksOf);
  const parts = then.setVersion === null ? undefined : linksOf(then.setVersion)?.parts;
  let cause: ChangeCause | null = null;
  for (const [id, scores] of scoresByNewestId(now, linksOf)) {
    const [first] = scores;
    const change = changeOf(before.get(id), scores)?.mul(hundred).div(whole);
    const pushes = first && change?.mul(difference).gt(zero) === true && parts?.has(id) !== true;
    if (pushes && (cause === null || change.abs().gt(cause.difference.abs()))) {
      cause = { criterion: first.criterion, difference: change };
    }
  }
  return cause;
}

/** In points of now; null where it does not count in both periods. */
function changeOf(
  then: readonly CountedCriterion[] | undefined,
  now: readonly CountedCriterion[],
): Fraction | null {
  const before = addUp(then ?? []);
  const after = addUp(now);
  if (before.max.lte(zero) || after.max.lte(zero)) return null;
  return after.points.sub(before.points.mul(after.max).div(before.max));
}

function addUp(scores: readonly CountedCriterion[]): { readonly points: Fraction; readonly max: Fraction } {
  return { points: sumOf(scores.map(({ points }) => points)), max: sumOf(scores.map(({ max }) => max)) };
}
