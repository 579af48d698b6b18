import { comparePeriods, type PeriodPair, type UnitOfPeriod } from '#shared/domain/ranking/comparePeriods.ts';
import { linkVersions, type LinksOf } from '#shared/domain/ranking/criterionChanges.ts';
import { criteriaOn, figuresOn, type Basis, type ScoredUnit } from '#shared/domain/ranking/scoredUnit.ts';
import { smallSet } from './scoredUnits.ts';

/** On what is declared, unless told. */
const basis = 'claimed';
/** All periods by one version. */
export const sameSet: LinksOf = () => linkVersions(smallSet, smallSet, []);

/** A unit with its figures on a basis. */
export function toPeriodUnit(unit: ScoredUnit, on: Basis = basis): UnitOfPeriod {
  return {
    ...unit,
    ...figuresOn(unit, on),
    version: undefined,
    setVersion: unit.score ? '1.0.0' : null,
    criteria: criteriaOn(unit, on).filter(({ counts }) => counts),
  };
}

/** Units of `smallSet` in 2025 and in 2026. */
export function compareYears(
  past: readonly ScoredUnit[],
  now: readonly ScoredUnit[],
  more: Partial<PeriodPair<UnitOfPeriod>> = {},
) {
  const before = past.map((unit) => toPeriodUnit(unit, more.basis));
  return comparePeriods({
    set: smallSet,
    basis,
    now: { year: 2026, units: now.map((unit) => toPeriodUnit(unit, more.basis)) },
    past: { period: '2025', units: before, everywhere: before },
    unitLists: [],
    targets: [],
    linksOf: sameSet,
    ...more,
  });
}
