import type Fraction from 'fraction.js';
import type { CriteriaSet, Threshold } from '../criteria/criteriaSet.ts';
import { sumOfMany } from '../numbers/sumOfMany.ts';
import { zero } from '../scoring/pointsOfRule.ts';
import type { VerdictState } from '../scoring/scoreAssessment.ts';
import type { UnitVersion } from '../units/findUnits.ts';
import type { UnitList } from '../units/unitList.ts';
import {
  compareCriteria,
  type CriterionOverTime,
  type LinksOf,
  type UnitWithCriteria,
} from './criterionChanges.ts';
import { findCause, type ChangeCause } from './changeCause.ts';
import { rankComparedUnits } from './rankScoredUnits.ts';
import type { Place, Placed } from './rankUnits.ts';
import type { Basis, ComparedUnit, StandingUnit, UnitFigures } from './scoredUnit.ts';
import type { Target } from './targets.ts';
import {
  shareThresholds,
  standAgainstTargets,
  type TargetStanding,
  type ThresholdShare,
} from './thresholdShares.ts';
import { followUnit, type PeriodFigures, type TrendPoint } from './trend.ts';

/** A unit of one of the two periods, with its figures on the basis that is compared. */
export interface UnitOfPeriod extends StandingUnit, UnitFigures, UnitWithCriteria {
  /** Undefined where no list at hand knows it. */
  readonly version: UnitVersion | undefined;
}

/** Two periods by one set, and what is needed to tell units and criteria of one from those of the other. */
export interface PeriodPair<U extends UnitOfPeriod> {
  /** The newest version at hand. */
  readonly set: CriteriaSet;
  readonly basis: Basis;
  readonly now: { readonly year: number; readonly units: readonly U[] };
  readonly past: {
    readonly period: string;
    readonly units: readonly U[];
    /** Those and all others of the period: a unit of today may have been formed from units of another province. */
    readonly everywhere: readonly Pick<U, 'unit' | 'percent'>[];
  };
  readonly unitLists: readonly UnitList[];
  readonly targets: readonly Target[];
  readonly linksOf: LinksOf;
}

/** Newly reached, or no longer reached; null for all else. What is open now is neither. */
export type ThresholdStep = 'gained' | 'lost' | null;

/** A unit at a threshold; a state is null where the unit has no figures of its own in that period. */
export interface ThresholdOverTime {
  readonly threshold: Threshold;
  readonly past: VerdictState | null;
  readonly now: VerdictState | null;
  readonly step: ThresholdStep;
}

/** One unit of today in two periods. */
export interface UnitOverTime<U extends UnitOfPeriod> {
  readonly now: Placed<U>;
  /** The unit itself in the earlier period; null where it was not assessed then, or did not stand yet. */
  readonly past: Placed<U> | null;
  /** Its percentage of then, or that of the units it was formed from. */
  readonly earlier: TrendPoint;
  /** now − then in percentage points of points; null where one of them is missing. */
  readonly difference: Fraction | null;
  /** Places gained among its peers, negative where it lost some; null without a place of its own in both. */
  readonly moved: number | null;
  readonly thresholds: readonly ThresholdOverTime[];
  /** The criterion that did most to the difference; null where figures of then are not the unit's own. */
  readonly cause: ChangeCause | null;
}

/** All units together at one threshold. */
export interface ThresholdTotals {
  readonly threshold: Threshold;
  readonly past: ThresholdShare;
  readonly now: ThresholdShare;
  readonly gained: number;
  readonly lost: number;
  /** The next target that a plan sets for it after this year, as units stand now; null without any. */
  readonly next: TargetStanding | null;
}

export interface PeriodComparison<U extends UnitOfPeriod> {
  /** In the order of today's ranking. */
  readonly units: readonly UnitOverTime<U>[];
  readonly rose: number;
  readonly fell: number;
  readonly stayed: number;
  /** Units with figures now and none of then. */
  readonly withoutThen: number;
  readonly withoutNow: number;
  /** Plain means over those units that have figures in both; null without any. */
  readonly mean: { readonly units: number; readonly past: Fraction | null; readonly now: Fraction | null };
  readonly thresholds: readonly ThresholdTotals[];
  readonly criteria: readonly CriterionOverTime[];
}

/** What became of all units from one period to another on one basis; of each unit exact. */
export function comparePeriods<U extends UnitOfPeriod>(pair: PeriodPair<U>): PeriodComparison<U> {
  const { set, now, past, linksOf } = pair;
  const units = compareUnits(pair);
  const differences = units.flatMap(({ difference }) => difference ?? []);
  const both = units.filter(({ difference }) => difference !== null);
  return {
    units,
    rose: differences.filter((one) => one.gt(zero)).length,
    fell: differences.filter((one) => one.lt(zero)).length,
    stayed: differences.filter((one) => one.equals(zero)).length,
    withoutThen: units.filter((unit) => unit.now.percent !== null && unit.earlier.percent === null).length,
    withoutNow: units.filter((unit) => unit.now.percent === null).length,
    mean: {
      units: both.length,
      past: meanOf(both.flatMap(({ earlier }) => earlier.percent ?? [])),
      now: meanOf(both.flatMap((unit) => unit.now.percent ?? [])),
    },
    thresholds: totalThresholds(pair, units),
    criteria: compareCriteria(set, { past: past.units, now: now.units }, linksOf),
  };
}

function compareUnits<U extends UnitOfPeriod>(pair: PeriodPair<U>): readonly UnitOverTime<U>[] {
  const { set, now, past, unitLists, linksOf } = pair;
  const placed = new Map(rankComparedUnits(past.units).map((unit) => [keyOf(unit.unit), unit]));
  const all = new Map(past.everywhere.map((unit) => [keyOf(unit.unit), unit]));
  const percentOf: PeriodFigures['percentOf'] = (unit) => all.get(keyOf(unit))?.percent ?? null;
  return rankComparedUnits(now.units).map((unit) => {
    const earlier = unit.version
      ? followUnit(unitLists, unit.version, [{ period: past.period, percentOf }])[0]
      : undefined;
    const point = earlier ?? ownPoint(past.period, unit.unit, percentOf);
    const own = placed.get(keyOf(unit.unit)) ?? null;
    const difference = unit.percent && point.percent ? unit.percent.sub(point.percent) : null;
    return {
      now: unit,
      past: own,
      earlier: point,
      difference,
      moved: placesGained(own?.place, unit.place),
      thresholds: set.thresholds.map((threshold) => compareVerdicts(threshold, own, unit)),
      cause: own?.percent && difference ? findCause(own, unit, difference, linksOf) : null,
    };
  });
}

/** Codes are reused: only with the day from which it stands does a code name a unit. */
function keyOf({ code, validFrom }: Pick<ComparedUnit, 'code' | 'validFrom'>): string {
  return `${code} ${validFrom ?? ''}`;
}

/** A unit that no list knows has no predecessors: only its own figures. */
function ownPoint(
  period: string,
  { code, name, validFrom }: ComparedUnit,
  percentOf: PeriodFigures['percentOf'],
): TrendPoint {
  const percent = percentOf({ code, validFrom });
  return { period, percent, parts: percent ? [{ code, name, percent }] : [], isPartial: false };
}

function placesGained(past: Place | undefined, now: Place): number | null {
  if (!past || past.rank === null || now.rank === null) return null;
  return past.rank - now.rank;
}

function compareVerdicts(
  threshold: Threshold,
  before: UnitFigures | null,
  after: UnitFigures,
): ThresholdOverTime {
  const stateOf = (figures: UnitFigures | null): VerdictState | null =>
    figures?.standing?.verdicts.find((verdict) => verdict.threshold.id === threshold.id)?.state ?? null;
  const [past, now] = [stateOf(before), stateOf(after)];
  return { threshold, past, now, step: stepOf(past, now) };
}

function stepOf(past: VerdictState | null, now: VerdictState | null): ThresholdStep {
  if (past === null || now === null) return null;
  if (past !== 'reached' && now === 'reached') return 'gained';
  return past === 'reached' && now === 'not-reached' ? 'lost' : null;
}

function totalThresholds<U extends UnitOfPeriod>(
  { set, basis, now, past, targets }: PeriodPair<U>,
  units: readonly UnitOverTime<U>[],
): readonly ThresholdTotals[] {
  const sharesOf = (of: readonly U[]): readonly ThresholdShare[] =>
    shareThresholds(set.thresholds, of, basis).filter(({ peers }) => peers === null);
  const before = sharesOf(past.units);
  const after = sharesOf(now.units);
  const ahead = standAgainstTargets(
    targets.filter(({ year }) => year > now.year),
    after,
  ).toSorted((a, b) => a.target.year - b.target.year);
  return after.flatMap((share, index) => {
    const earlier = before[index];
    if (!earlier) return [];
    const count = (step: ThresholdStep): number =>
      units.filter(({ thresholds }) => thresholds[index]?.step === step).length;
    const next = ahead.find(({ target }) => target.threshold === share.threshold.id) ?? null;
    return [
      {
        threshold: share.threshold,
        past: earlier,
        now: share,
        gained: count('gained'),
        lost: count('lost'),
        next,
      },
    ];
  });
}

function meanOf(percents: readonly Fraction[]): Fraction | null {
  return percents.length === 0 ? null : sumOfMany(percents).div(percents.length);
}
