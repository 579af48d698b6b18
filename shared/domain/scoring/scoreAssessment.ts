import Fraction from 'fraction.js';
import type { Answers } from '../assessment/answer.ts';
import { targetYear, type Period } from '../assessment/period.ts';
import { isMandatory, listCriteria } from '../criteria/criteriaOfSet.ts';
import type { Band, CriteriaSet, Criterion, Group, Threshold } from '../criteria/criteriaSet.ts';
import { toFraction } from '../numbers/decimal.ts';
import { sumOf } from '../numbers/sumOf.ts';
import { hundred, zero } from './pointsOfRule.ts';
import { scoreCriterion, type CriterionScore } from './scoreCriterion.ts';

/** `open` until the floor passes or the ceiling fails. */
export type VerdictState = 'reached' | 'not-reached' | 'open';

export interface Verdict {
  readonly threshold: Threshold;
  readonly state: VerdictState;
}

/** Points, range and verdicts on one basis. Percentages are `null` when nothing counts (never 0/0). */
export interface Standing {
  readonly points: Fraction;
  readonly ceilingPoints: Fraction;
  readonly max: Fraction;
  readonly percent: Fraction | null;
  readonly ceilingPercent: Fraction | null;
  readonly criteriaMet: number;
  readonly criteriaOpen: number;
  readonly criteriaApplicable: number;
  readonly criteriaPercent: Fraction | null;
  readonly verdicts: readonly Verdict[];
}

export interface GroupScore {
  readonly group: Group;
  readonly criteria: readonly CriterionScore[];
  readonly points: Fraction;
  /** 0 when the whole group does not apply. */
  readonly max: Fraction;
}

export interface AssessmentScore {
  readonly claimed: Standing;
  readonly evidenced: Standing;
  readonly bonus: Fraction;
  readonly penalty: Fraction;
  /** points + bonus − penalty */
  readonly total: Fraction;
  readonly band: Band | null;
  readonly mandatoryUnmet: readonly Criterion[];
  readonly groups: readonly GroupScore[];
  /** Every criterion that applies to the unit, in printed order. */
  readonly criteria: readonly CriterionScore[];
}

/** What is being scored: the set, the kind of unit (criteria of other kinds vanish) and the period (targets). */
export interface ScoringFrame {
  readonly set: CriteriaSet;
  readonly unitKind: string;
  readonly period: Period;
}

export function appliesToUnit(criterion: Criterion, unitKind: string): boolean {
  return criterion.appliesTo.some((kind) => kind === unitKind);
}

/**
 * The whole score, exact, on the bases as declared and as evidenced (design §4). Answers must be canonical.
 * `scoreOne` may remember what it scored before: a screen that follows typing scores one criterion at a time.
 */
export function scoreAssessment(
  frame: ScoringFrame,
  answers: Answers,
  scoreOne: typeof scoreCriterion = scoreCriterion,
): AssessmentScore {
  const year = targetYear(frame.period);
  const groups = frame.set.groups
    .map((group) => scoreGroup(group, frame.unitKind, year, answers, scoreOne))
    .filter((group) => group.criteria.length > 0);
  const criteria = groups.flatMap((group) => group.criteria);
  const claimed = standingOnBasis(frame.set, criteria, (score) => score.points);
  const bonus = sumOfRole(criteria, 'bonus');
  const penalty = sumOfRole(criteria, 'penalty');
  return {
    claimed,
    evidenced: standingOnBasis(frame.set, criteria, (score) => (score.evidenced ? score.points : zero)),
    bonus,
    penalty,
    total: claimed.points.add(bonus).sub(penalty),
    band: bandOf(frame.set, claimed.percent),
    mandatoryUnmet: criteria.filter(isMandatoryUnmet).map((score) => score.criterion),
    groups,
    criteria,
  };
}

/** The criteria of the set that this kind of unit answers. */
export function listApplicableCriteria(set: CriteriaSet, unitKind: string): readonly Criterion[] {
  return listCriteria(set).filter((criterion) => appliesToUnit(criterion, unitKind));
}

function scoreGroup(
  group: Group,
  unitKind: string,
  year: number,
  answers: Answers,
  scoreOne: typeof scoreCriterion,
): GroupScore {
  const criteria = group.criteria
    .filter((criterion) => appliesToUnit(criterion, unitKind))
    .map((criterion) => scoreOne(criterion, answers[criterion.id], year));
  const counting = criteria.filter((score) => score.counts);
  return {
    group,
    criteria,
    points: total(counting, (score) => score.points),
    max: total(counting, (score) => score.max),
  };
}

/** Points, range and verdicts where a criterion is worth what `pointsOf` says; by its points at most. */
export function standingOnBasis(
  set: CriteriaSet,
  criteria: readonly CriterionScore[],
  pointsOf: (score: CriterionScore) => Fraction,
): Standing {
  const counting = criteria.filter((score) => score.counts);
  const max = total(counting, (score) => score.max);
  const points = total(counting, pointsOf);
  const open = counting.filter((score) => score.state === 'unanswered');
  const ceilingPoints = points.add(total(open, (score) => score.max));
  const isMet = (score: CriterionScore): boolean => score.met && pointsOf(score).equals(score.points);
  const criteriaMet = counting.filter(isMet).length;
  const figures = {
    points,
    ceilingPoints,
    max,
    percent: percentage(points, max),
    ceilingPercent: percentage(ceilingPoints, max),
    criteriaMet,
    criteriaOpen: open.length,
    criteriaApplicable: counting.length,
    criteriaPercent: percentage(new Fraction(criteriaMet), new Fraction(counting.length)),
  };
  const blocked = set.policy.mandatoryBlocksVerdict ? mandatoryState(counting, isMet) : 'reached';
  return {
    ...figures,
    verdicts: set.thresholds.map((threshold) => ({
      threshold,
      state: weaker(verdictState(threshold, figures), blocked),
    })),
  };
}

function verdictState(threshold: Threshold, figures: Omit<Standing, 'verdicts'>): VerdictState {
  const [floor, ceiling] =
    threshold.measure === 'points'
      ? [figures.percent, figures.ceilingPercent]
      : [
          figures.criteriaPercent,
          percentage(
            new Fraction(figures.criteriaMet + figures.criteriaOpen),
            new Fraction(figures.criteriaApplicable),
          ),
        ];
  if (floor === null || ceiling === null) return 'open';
  const at = toFraction(threshold.at);
  if (floor.gte(at)) return 'reached';
  return ceiling.lt(at) ? 'not-reached' : 'open';
}

function mandatoryState(
  counting: readonly CriterionScore[],
  isMet: (score: CriterionScore) => boolean,
): VerdictState {
  const unmet = counting.filter((score) => isMandatory(score.criterion) && !isMet(score));
  if (unmet.length === 0) return 'reached';
  return unmet.every((score) => score.state === 'unanswered') ? 'open' : 'not-reached';
}

function weaker(a: VerdictState, b: VerdictState): VerdictState {
  if (a === 'not-reached' || b === 'not-reached') return 'not-reached';
  return a === 'open' || b === 'open' ? 'open' : 'reached';
}

function isMandatoryUnmet(score: CriterionScore): boolean {
  return isMandatory(score.criterion) && score.state !== 'not-applicable' && !score.met;
}

/** The highest band whose bound is passed; null below all of them and where nothing counts. */
export function bandOf(set: CriteriaSet, percent: Fraction | null): Band | null {
  if (percent === null) return null;
  return boundsOfBands(set).find(({ at }) => percent.gte(at))?.band ?? null;
}

interface BandBound {
  readonly at: Fraction;
  readonly band: Band;
}

// A set never changes, and thousands of units are put into its bands one after the other.
const knownBounds = new WeakMap<CriteriaSet, readonly BandBound[]>();

/** The highest first. */
function boundsOfBands(set: CriteriaSet): readonly BandBound[] {
  const known = knownBounds.get(set);
  if (known) return known;
  const bounds = set.bands.steps
    .map((band) => ({ at: toFraction(band.at), band }))
    .toSorted((a, b) => b.at.compare(a.at));
  knownBounds.set(set, bounds);
  return bounds;
}

/** Bonus or penalty points together. */
export function sumOfRole(
  criteria: readonly Pick<CriterionScore, 'criterion' | 'points'>[],
  role: Criterion['role'],
): Fraction {
  return sumOf(criteria.filter(({ criterion }) => criterion.role === role).map(({ points }) => points));
}

function total(scores: readonly CriterionScore[], figure: (score: CriterionScore) => Fraction): Fraction {
  return sumOf(scores.map(figure));
}

function percentage(part: Fraction, whole: Fraction): Fraction | null {
  return whole.equals(zero) ? null : part.mul(hundred).div(whole);
}
