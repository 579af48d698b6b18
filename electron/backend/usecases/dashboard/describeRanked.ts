import type Fraction from 'fraction.js';
import type { CallOutput } from '#shared/api/contract.ts';
import type { CriteriaSet, Group } from '#shared/domain/criteria/criteriaSet.ts';
import { heatRow } from '#shared/domain/ranking/heatTable.ts';
import type { Placed } from '#shared/domain/ranking/rankUnits.ts';
import {
  criteriaOn,
  standingOn,
  type Basis,
  type ComparedCriterion,
  type UnitFigures,
} from '#shared/domain/ranking/scoredUnit.ts';
import { bandOf } from '#shared/domain/scoring/scoreAssessment.ts';
import type { ComparedPeriodUnit } from './comparePeriod.ts';

type RankedUnit = CallOutput<'dashboard.read'>['ranking'][number];

/** A reduced fraction as text. */
export function exact(figure: Fraction): string;
export function exact(figure: Fraction | null | undefined): string | null;
export function exact(figure: Fraction | null | undefined): string | null {
  return figure?.toFraction() ?? null;
}

/** A unit with its place and everything that tables compare. */
export function describeRanked(
  unit: Placed<ComparedPeriodUnit & UnitFigures>,
  set: CriteriaSet,
  groups: readonly Group[],
  basis: Basis,
): RankedUnit {
  const { standing, place, record, parentName } = unit;
  const percentOn = (one: Basis): string | null => exact(standingOn(unit, one)?.percent);
  const lossOf = greatestLosses(criteriaOn(unit, basis));
  return {
    unit: unit.unit,
    parentName,
    assessmentId: record?.id ?? null,
    place,
    points: exact(standing?.points),
    max: exact(standing?.max),
    percent: exact(unit.percent),
    ceilingPercent: exact(standing?.ceilingPercent),
    bonus: exact(unit.bonus),
    penalty: exact(unit.penalty),
    total: exact(unit.total),
    totalPercent: exact(unit.totalPercent),
    criteriaMet: standing?.criteriaMet ?? 0,
    criteriaApplicable: standing?.criteriaApplicable ?? 0,
    criteriaOpen: standing?.criteriaOpen ?? 0,
    criteriaPercent: exact(unit.criteriaPercent),
    bandId: unit.percent === null ? null : (bandOf(set, unit.percent)?.id ?? 'below'),
    verdicts: (standing?.verdicts ?? []).map(({ threshold, state }) => ({
      thresholdId: threshold.id,
      state,
    })),
    groups: heatRow(groups, unit, basis).map(({ group, percent }) => ({
      percent: exact(percent),
      criterionId: lossOf(group),
    })),
    percents: {
      claimed: percentOn('claimed'),
      evidenced: percentOn('evidenced'),
      appraised: percentOn('appraised'),
      final: percentOn('final'),
    },
  };
}

/** Answers for a group with the criterion in which most points are missing; the first among equals. */
function greatestLosses(criteria: readonly ComparedCriterion[]): (group: Group) => string | null {
  // A way to look, not a figure: near enough decides.
  const losses = new Map(
    criteria
      .filter(({ counts }) => counts)
      .map(({ criterion, points, max }) => [criterion.id, max.valueOf() - points.valueOf()]),
  );
  return (group) => {
    const own = group.criteria.filter(({ id }) => losses.has(id)).map(({ id }) => id);
    const greatest = Math.max(...own.map((id) => losses.get(id) ?? 0));
    return own.find((id) => losses.get(id) === greatest) ?? null;
  };
}
