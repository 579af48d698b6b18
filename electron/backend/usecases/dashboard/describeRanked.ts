import type Fraction from 'fraction.js';
import type { CallOutput } from '#shared/api/contract.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { Placed } from '#shared/domain/ranking/rankUnits.ts';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { bandOf } from '#shared/domain/scoring/scoreAssessment.ts';
import type { ComparedPeriodUnit } from './comparePeriod.ts';

type RankedUnit = CallOutput<'dashboard.read'>['ranking'][number];

/** A reduced fraction as text. */
export function exact(figure: Fraction): string;
export function exact(figure: Fraction | null | undefined): string | null;
export function exact(figure: Fraction | null | undefined): string | null {
  return figure?.toFraction() ?? null;
}

/** Of a unit without figures. */
const nothing = {
  standing: [null, null, null, null, null, null],
  figures: ['0', '0', null, null],
} as const;

/** A unit with its place and everything that tables compare. */
export function describeRanked(unit: Placed<ComparedPeriodUnit>, set: CriteriaSet, basis: Basis): RankedUnit {
  const { standing, place, record, parentName, texts } = unit;
  const { standing: own, figures } = texts[basis] ?? nothing;
  const [points, , max, percent, ceilingPercent, criteriaPercent] = own;
  const [bonus, penalty, total, totalPercent] = figures;
  const percentOn = (one: Basis): string | null => texts[one]?.standing[3] ?? null;
  return {
    unit: unit.unit,
    parentName,
    assessmentId: record?.id ?? null,
    place,
    points,
    max,
    percent,
    ceilingPercent,
    bonus,
    penalty,
    total,
    totalPercent,
    criteriaMet: standing?.criteriaMet ?? 0,
    criteriaApplicable: standing?.criteriaApplicable ?? 0,
    criteriaOpen: standing?.criteriaOpen ?? 0,
    criteriaPercent,
    bandId: unit.percent === null ? null : (bandOf(set, unit.percent)?.id ?? 'below'),
    verdicts: (standing?.verdicts ?? []).map(({ threshold, state }) => ({
      thresholdId: threshold.id,
      state,
    })),
    groups: [...unit.groups],
    percents: {
      claimed: percentOn('claimed'),
      evidenced: percentOn('evidenced'),
      appraised: percentOn('appraised'),
      final: percentOn('final'),
    },
  };
}
