import Fraction from 'fraction.js';
import type { CriteriaSet, Threshold } from '../criteria/criteriaSet.ts';
import { toFraction } from '../numbers/decimal.ts';
import { hundred, zero } from '../scoring/pointsOfRule.ts';
import type { AssessmentScore } from '../scoring/scoreAssessment.ts';
import type { CriterionScore } from '../scoring/scoreCriterion.ts';
import { defaultEfforts, listImprovements, type Improvement } from './improvement.ts';
import { findLeastEffort, type Choice, type Item } from './leastEffort.ts';

/** Effort to bring a criterion from nothing to its maximum, by criterion id: whole numbers from 1. */
export type Efforts = Readonly<Record<string, number>>;

export interface PathStep {
  readonly score: CriterionScore;
  readonly improvement: Improvement;
  readonly effort: number;
}

/**
 * `least-effort` is optimal; `fewest-criteria` touches as few criteria as possible; `without-hardest` is the
 * least effort when the most laborious step of the plans before it is ruled out.
 */
export type PathStrategy = 'least-effort' | 'fewest-criteria' | 'without-hardest';

export interface Path {
  readonly strategy: PathStrategy;
  readonly steps: readonly PathStep[];
  readonly effort: number;
  /** Points or number of criteria gained, in the threshold's own measure. */
  readonly gain: Fraction;
}

export type PathAnswer =
  | { readonly kind: 'reached' }
  | { readonly kind: 'out-of-reach'; readonly need: Fraction; readonly available: Fraction }
  | {
      readonly kind: 'paths';
      /** What is missing, in points or in criteria; exact. 0 where only mandatory criteria keep it from being reached. */
      readonly need: Fraction;
      /** One to three different plans, the best first. */
      readonly paths: readonly Path[];
      /** Criteria whose points already count as declared but lack their evidence. */
      readonly evidenceMissing: readonly CriterionScore[];
    };

/**
 * The least-effort sets of improvements that bring the assessment, as declared, to a threshold. What is
 * unanswered counts as nothing and may be improved; bonus and penalty never enter (design §4). Where the set's
 * policy lets mandatory criteria block a verdict, every path also meets those.
 */
export function findPaths(
  score: AssessmentScore,
  threshold: Threshold,
  efforts: Efforts = {},
  policy: CriteriaSet['policy'] = { mandatoryBlocksVerdict: false },
): PathAnswer {
  const need = missing(score, threshold);
  // Where nothing counts no verdict is ever reached.
  if (score.claimed.criteriaApplicable === 0) return { kind: 'out-of-reach', need, available: zero };
  const blocking = new Set(policy.mandatoryBlocksVerdict ? score.mandatoryUnmet : []);
  if (need.lte(zero) && blocking.size === 0) return { kind: 'reached' };
  const items = score.criteria.map((criterion) =>
    itemOf(criterion, threshold.measure, efforts, blocking.has(criterion.criterion)),
  );
  const best = findLeastEffort(items, need);
  if (!best)
    return {
      kind: 'out-of-reach',
      need,
      available: items.reduce((sum, item) => sum.add(largestGain(item)), zero),
    };
  return {
    kind: 'paths',
    need,
    paths: alternatives(items, need, best),
    evidenceMissing: score.criteria.filter((criterion) => !criterion.evidenced),
  };
}

/** The effort of a criterion: the officer's own, else the default of its rule. */
export function effortOf(score: CriterionScore, efforts: Efforts): number {
  return efforts[score.criterion.id] ?? defaultEfforts[score.rule.kind];
}

interface Move extends Choice {
  readonly step: PathStep;
}

function missing(score: AssessmentScore, threshold: Threshold): Fraction {
  const share = toFraction(threshold.at).div(hundred);
  const { claimed } = score;
  const need =
    threshold.measure === 'points'
      ? share.mul(claimed.max).sub(claimed.points)
      : share.mul(new Fraction(claimed.criteriaApplicable)).sub(new Fraction(claimed.criteriaMet));
  return need.lt(zero) ? zero : need;
}

function itemOf(
  score: CriterionScore,
  measure: Threshold['measure'],
  efforts: Efforts,
  required: boolean,
): Item<Move> {
  const whole = effortOf(score, efforts);
  const moves = listImprovements(score).map((improvement): Move => {
    const effort = effortOfImprovement(improvement, score.max, whole);
    const gain =
      measure === 'points' ? improvement.gain : new Fraction(improvement.met && !score.met ? 1 : 0);
    return { effort, gain, step: { score, improvement, effort } };
  });
  const useful = moves.filter((move) => (required ? move.step.improvement.met : move.gain.gt(zero)));
  return { choices: withoutDominated(useful), required };
}

/** Proportional to the share of the maximum that is gained, rounded up: half the points are half the work. */
function effortOfImprovement(improvement: Improvement, max: Fraction, whole: number): number {
  return Math.max(1, Number(improvement.gain.mul(new Fraction(whole)).div(max).ceil().n));
}

/** Drops moves that cost as much as another of the same criterion and gain no more. */
function withoutDominated(moves: readonly Move[]): readonly Move[] {
  return moves.filter(
    (move, index) =>
      !moves.some(
        (other, otherIndex) =>
          other.effort <= move.effort &&
          other.gain.gte(move.gain) &&
          (other.effort < move.effort || other.gain.gt(move.gain) || otherIndex < index),
      ),
  );
}

/** Of two plans of equal effort the one that touches fewer criteria is the better first proposal. */
function alternatives(items: readonly Item<Move>[], need: Fraction, best: readonly Move[]): readonly Path[] {
  const fewest = fewestCriteria(items, need) ?? best;
  const paths: Path[] =
    effortOfMoves(fewest) === effortOfMoves(best)
      ? [toPath('least-effort', fewest)]
      : [toPath('least-effort', best), toPath('fewest-criteria', fewest)];
  const avoided = new Set<string>();
  while (paths.length < 3) {
    const hardest = hardestStep(paths, avoided);
    if (!hardest) break;
    avoided.add(hardest);
    const others = items.filter(
      (item) => item.required || !item.choices.some((move) => avoided.has(criterionId(move))),
    );
    const plan = findLeastEffort(others, need);
    if (!plan) break;
    if (!paths.some((path) => sameSteps(path, plan))) paths.push(toPath('without-hardest', plan));
  }
  return paths;
}

/** The largest gains first tell how many criteria are needed at least; effort decides among such plans. */
function fewestCriteria(items: readonly Item<Move>[], need: Fraction): readonly Move[] | null {
  const required = items.filter((item) => item.required);
  const gains = items
    .filter((item) => !item.required)
    .map(largestGain)
    .toSorted((a, b) => b.compare(a));
  let gained = required.reduce((sum, item) => sum.add(largestGain(item)), zero);
  let count = required.length;
  for (const gain of gains) {
    if (gained.gte(need)) break;
    gained = gained.add(gain);
    count += 1;
  }
  return findLeastEffort(items, need, count);
}

function largestGain(item: Item<Move>): Fraction {
  return item.choices.reduce((best, move) => (move.gain.gt(best) ? move.gain : best), zero);
}

function hardestStep(paths: readonly Path[], avoided: ReadonlySet<string>): string | undefined {
  return paths
    .flatMap((path) => path.steps)
    .filter((step) => !avoided.has(step.score.criterion.id))
    .toSorted((a, b) => b.effort - a.effort)[0]?.score.criterion.id;
}

function effortOfMoves(moves: readonly Move[]): number {
  return moves.reduce((sum, move) => sum + move.effort, 0);
}

function criterionId(move: Move): string {
  return move.step.score.criterion.id;
}

function sameSteps(path: Path, moves: readonly Move[]): boolean {
  const key = (steps: readonly PathStep[]): string =>
    steps.map((step) => `${step.score.criterion.id} ${step.improvement.gain.toFraction()}`).join(';');
  return key(path.steps) === key(moves.map((move) => move.step));
}

function toPath(strategy: PathStrategy, moves: readonly Move[]): Path {
  return {
    strategy,
    steps: moves.map((move) => move.step),
    effort: effortOfMoves(moves),
    gain: moves.reduce((sum, move) => sum.add(move.gain), zero),
  };
}
