import Fraction from 'fraction.js';
import type { Threshold } from '../criteria/criteriaSet.ts';
import { toFraction } from '../numbers/decimal.ts';
import { hundred } from '../scoring/pointsOfRule.ts';
import type { VerdictState } from '../scoring/scoreAssessment.ts';
import { listPeerGroups, standingOn, type Basis, type StandingUnit } from './scoredUnit.ts';
import type { Target } from './targets.ts';

/** How many units of a peer group have reached a threshold. */
export interface ThresholdShare {
  readonly threshold: Threshold;
  /** The kind of unit; null for all together. */
  readonly peers: string | null;
  readonly units: number;
  readonly reached: number;
  readonly notReached: number;
  /** Not decided yet: incomplete, or nothing has come from the unit. */
  readonly open: number;
  /** In percent of all units of the group, those that sent nothing included; null without units. */
  readonly share: Fraction | null;
}

/** For each threshold all units together, then each peer group where there are several. */
export function shareThresholds(
  thresholds: readonly Threshold[],
  units: readonly StandingUnit[],
  basis: Basis,
): readonly ThresholdShare[] {
  const groups = listPeerGroups(units);
  return thresholds.flatMap((threshold) => [
    shareOf(threshold, null, units, basis),
    ...(groups.length < 2 ? [] : groups).map((kind) =>
      shareOf(
        threshold,
        kind,
        units.filter(({ unit }) => unit.kind === kind),
        basis,
      ),
    ),
  ]);
}

function shareOf(
  threshold: Threshold,
  peers: string | null,
  units: readonly StandingUnit[],
  basis: Basis,
): ThresholdShare {
  const states = units.map((unit) => stateOf(threshold, unit, basis));
  const count = (state: VerdictState): number => states.filter((own) => own === state).length;
  const reached = count('reached');
  return {
    threshold,
    peers,
    units: units.length,
    reached,
    notReached: count('not-reached'),
    open: count('open'),
    share: units.length === 0 ? null : new Fraction(reached, units.length).mul(hundred),
  };
}

function stateOf(threshold: Threshold, unit: StandingUnit, basis: Basis): VerdictState {
  const verdict = standingOn(unit, basis)?.verdicts.find((one) => one.threshold.id === threshold.id);
  return verdict?.state ?? 'open';
}

/** How all units together stand against what a plan asks of them. */
export interface TargetStanding {
  readonly target: Target;
  readonly share: ThresholdShare;
  /** Units that must have reached the threshold; a share is rounded up, as "at least" says. */
  readonly wanted: number;
  /** Units still missing; 0 once reached. */
  readonly missing: number;
  readonly state: VerdictState;
}

/** Each target whose threshold is among `shares`, in order. `open` while undecided units could still decide it. */
export function standAgainstTargets(
  targets: readonly Target[],
  shares: readonly ThresholdShare[],
): readonly TargetStanding[] {
  return targets.flatMap((target) => {
    const share = shares.find(({ threshold, peers }) => peers === null && threshold.id === target.threshold);
    if (!share) return [];
    const wanted = unitsWanted(target, share.units);
    const missing = Math.max(0, wanted - share.reached);
    return [{ target, share, wanted, missing, state: stateOfTarget(share, wanted) }];
  });
}

function unitsWanted({ demand }: Target, units: number): number {
  if (demand.kind === 'units') return demand.atLeast;
  return toFraction(demand.atLeast).mul(units).div(hundred).ceil().valueOf();
}

function stateOfTarget({ units, reached, open }: ThresholdShare, wanted: number): VerdictState {
  if (units > 0 && reached >= wanted) return 'reached';
  return units > 0 && reached + open < wanted ? 'not-reached' : 'open';
}
