import type Fraction from 'fraction.js';
import { z } from 'zod';
import type { FigurePair } from '../assessment/answer.ts';
import type { Threshold } from '../criteria/criteriaSet.ts';
import { unitKindSchema } from '../units/unitList.ts';
import { standingOn, type Basis, type ComparedUnit, type StandingUnit } from './scoredUnit.ts';

const computationSchema = z.strictObject({
  /** Id of the criterion whose figure is counted. */
  criterion: z.string(),
  /** Of the set by which the units below are measured. */
  threshold: z.string(),
  /** The number of units that have reached it, or their share of all. */
  figure: z.enum(['units', 'share']),
});

/**
 * Criteria of a set whose figures are counted from the results of the units below (`criteria/computed/<set>.yaml`). It
 * belongs to no version of either set.
 */
export const setComputationsSchema = z.strictObject({
  set: z.string(),
  /** Id of the set by which the units below are measured. */
  from: z.string(),
  /** Units of other kinds are not counted. */
  unitKinds: z.array(unitKindSchema).min(1),
  criteria: z.array(computationSchema).min(1),
});
export type SetComputations = z.infer<typeof setComputationsSchema>;

/** A unit as a computed figure counts it: by what the council decided, else as appraised, else as it declares itself. */
export interface CountedUnit<T extends StandingUnit = StandingUnit> {
  readonly source: T;
  readonly unit: ComparedUnit;
  /** Null while nothing has come from it; it then counts as not having reached the threshold. */
  readonly basis: Exclude<Basis, 'evidenced'> | null;
  /** Of points or of criteria, as the threshold measures; null without figures. */
  readonly percent: Fraction | null;
  readonly reached: boolean;
}

/** The figure of one criterion, with every unit that it was counted from. */
export interface ComputedFigure<T extends StandingUnit = StandingUnit> {
  readonly criterionId: string;
  readonly threshold: Threshold;
  /** As the criterion's rule takes it: a count, or the two figures of a ratio. */
  readonly value: string | FigurePair;
  readonly units: readonly CountedUnit<T>[];
}

const bestFirst = ['final', 'appraised', 'claimed'] as const;

/** Nothing is computed where no unit is of a kind that counts: a ratio of nothing says nothing. */
export function computeFigures<T extends StandingUnit>(
  { unitKinds, criteria }: SetComputations,
  thresholds: readonly Threshold[],
  all: readonly T[],
): readonly ComputedFigure<T>[] {
  const units = all.filter(({ unit }) => unitKinds.some((kind) => kind === unit.kind));
  if (units.length === 0) return [];
  return criteria.flatMap(({ criterion: criterionId, threshold: id, figure }) => {
    const threshold = thresholds.find((one) => one.id === id);
    if (!threshold) return [];
    const counted = units.map((unit) => countUnit(unit, threshold));
    const reached = String(counted.filter((unit) => unit.reached).length);
    const value = figure === 'units' ? reached : { numerator: reached, denominator: String(units.length) };
    return [{ criterionId, threshold, value, units: counted }];
  });
}

function countUnit<T extends StandingUnit>(source: T, threshold: Threshold): CountedUnit<T> {
  const { unit } = source;
  const basis = bestFirst.find((one) => standingOn(source, one) !== null) ?? null;
  const standing = basis && standingOn(source, basis);
  if (!standing) return { source, unit, basis: null, percent: null, reached: false };
  return {
    source,
    unit,
    basis,
    percent: threshold.measure === 'points' ? standing.percent : standing.criteriaPercent,
    reached: standing.verdicts.some(
      (verdict) => verdict.threshold.id === threshold.id && verdict.state === 'reached',
    ),
  };
}
