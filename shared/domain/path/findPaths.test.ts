import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { arbitraryAssessment, makeCriterion, makeFrame } from '../../../test/helpers/arbitraryCriteria.ts';
import { emptyAnswer, type Answers } from '../assessment/answer.ts';
import { normaliseValue } from '../assessment/normaliseValue.ts';
import type { Threshold } from '../criteria/criteriaSet.ts';
import { scoreAssessment, type ScoringFrame } from '../scoring/scoreAssessment.ts';
import { findPaths, type Path } from './findPaths.ts';
import { defaultEfforts, listImprovements } from './improvement.ts';
import { findLeastEffort, type Choice, type Item } from './leastEffort.ts';

const text = { vi: 'chữ', en: 'words' };
const threshold = (frame: ScoringFrame, id: string): Threshold => {
  const found = frame.set.thresholds.find((candidate) => candidate.id === id);
  if (!found) throw new Error(id);
  return found;
};

function follow(frame: ScoringFrame, answers: Answers, path: Path): ReturnType<typeof scoreAssessment> {
  const improved = path.steps.map((step): [string, Answers[string]] => [
    step.score.criterion.id,
    { ...(answers[step.score.criterion.id] ?? emptyAnswer), value: step.improvement.value },
  ]);
  return scoreAssessment(frame, { ...answers, ...Object.fromEntries(improved) });
}

/** The cheapest total by trying every combination. */
function bruteForce(items: readonly Item<Choice>[], need: Fraction, limit = Infinity): number | null {
  let best: number | null = null;
  const walk = (index: number, effort: number, gain: Fraction, count: number): void => {
    if (count > limit) return;
    if (gain.gte(need)) best = best === null ? effort : Math.min(best, effort);
    const item = items[index];
    if (!item) return;
    walk(index + 1, effort, gain, count);
    for (const choice of item.choices)
      walk(index + 1, effort + choice.effort, gain.add(choice.gain), count + 1);
  };
  walk(0, 0, new Fraction(0), 0);
  return best;
}

const arbitraryItems = fc.array(
  fc
    .array(
      fc.record({
        effort: fc.integer({ min: 1, max: 9 }),
        gain: fc
          .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }))
          .map(([n, d]) => new Fraction(n, d)),
      }),
      { maxLength: 3 },
    )
    .map((choices) => ({ choices })),
  { maxLength: 6 },
);
const arbitraryNeed = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 7 }))
  .map(([n, d]) => new Fraction(n, d));

describe('the least effort', () => {
  it('is never beaten by any other combination, with and without a limit on steps', () => {
    fc.assert(
      fc.property(
        arbitraryItems,
        arbitraryNeed,
        fc.option(fc.integer({ min: 1, max: 4 })),
        (items, need, limit) => {
          const found = findLeastEffort(items, need, limit ?? undefined);
          const cheapest = need.lte(0) ? 0 : bruteForce(items, need, limit ?? Infinity);
          if (found === null) {
            expect(cheapest).toBeNull();
            return;
          }
          expect(found.reduce((sum, choice) => sum + choice.effort, 0)).toBe(cheapest);
          expect(found.reduce((sum, choice) => sum.add(choice.gain), new Fraction(0)).gte(need)).toBe(true);
          expect(found.length).toBeLessThanOrEqual(limit ?? Infinity);
          for (const item of items) {
            expect(item.choices.filter((choice) => found.includes(choice)).length).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('the path to a threshold', () => {
  it('really reaches its threshold, with answers that the rules accept', () => {
    fc.assert(
      fc.property(
        arbitraryAssessment(7),
        fc.constantFrom('points-80', 'points-90', 'criteria-80'),
        ({ frame, answers }, id) => {
          const target = threshold(frame, id);
          const found = findPaths(scoreAssessment(frame, answers), target);
          if (found.kind !== 'paths') return;
          for (const path of found.paths) {
            for (const step of path.steps) {
              const { rule, criterion } = step.score;
              expect(normaliseValue(rule, criterion.maxPoints, step.improvement.value, '').ok).toBe(true);
            }
            const verdict = follow(frame, answers, path).claimed.verdicts.find(
              (one) => one.threshold.id === id,
            );
            expect(verdict?.state).toBe('reached');
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds no path exactly when even every improvement together falls short', () => {
    fc.assert(
      fc.property(arbitraryAssessment(5), ({ frame, answers }) => {
        const score = scoreAssessment(frame, answers);
        const found = findPaths(score, threshold(frame, 'points-90'));
        const most = score.criteria
          .map((criterion) =>
            listImprovements(criterion).reduce(
              (best, one) => (one.gain.gt(best) ? one.gain : best),
              new Fraction(0),
            ),
          )
          .reduce((sum, gain) => sum.add(gain), score.claimed.points);
        const { max, criteriaApplicable } = score.claimed;
        const isReachable = criteriaApplicable > 0 && most.gte(max.mul(new Fraction(9, 10)));
        expect(found.kind === 'out-of-reach').toBe(!isReachable);
      }),
    );
  });

  it('offers different alternatives, none cheaper than the first', () => {
    fc.assert(
      fc.property(arbitraryAssessment(8), ({ frame, answers }) => {
        const found = findPaths(scoreAssessment(frame, answers), threshold(frame, 'points-80'));
        if (found.kind !== 'paths') return;
        const keys = found.paths.map((path) =>
          path.steps.map((step) => `${step.score.criterion.id}:${step.improvement.gain.toFraction()}`).join(),
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const path of found.paths)
          expect(path.effort).toBeGreaterThanOrEqual(found.paths[0]?.effort ?? Infinity);
      }),
    );
  });

  const yesNo = (max: number, index: number): ReturnType<typeof makeCriterion> =>
    makeCriterion({ kind: 'yes_no' }, max, index);

  it('follows the effort the officer sets', () => {
    const frame = makeFrame([yesNo(5, 0), yesNo(5, 1), yesNo(15, 2)]);
    const score = scoreAssessment(frame, { 'zz-003': { ...emptyAnswer, value: true } });
    const codes = (efforts: Record<string, number>): string[] => {
      const found = findPaths(score, threshold(frame, 'points-80'), efforts);
      return found.kind === 'paths'
        ? (found.paths[0]?.steps ?? []).map((step) => step.score.criterion.code)
        : [];
    };
    expect(codes({ 'zz-001': 9 })).toEqual(['1.2']);
    expect(codes({ 'zz-002': 9 })).toEqual(['1.1']);
  });

  it('offers fewest criteria, and a way around the hardest step', () => {
    const frame = makeFrame([yesNo(10, 0), yesNo(10, 1), yesNo(20, 2), yesNo(20, 3), yesNo(60, 4)]);
    const score = scoreAssessment(frame, { 'zz-005': { ...emptyAnswer, value: true } });
    const found = findPaths(
      score,
      { ...threshold(frame, 'points-80'), at: '66' },
      { 'zz-001': 1, 'zz-002': 1, 'zz-003': 5, 'zz-004': 6 },
    );
    expect(
      found.kind === 'paths' && found.paths.map((path) => [path.strategy, path.effort, path.steps.length]),
    ).toEqual([
      ['least-effort', 2, 2],
      ['fewest-criteria', 5, 1],
      ['without-hardest', 6, 1],
    ]);
  });

  it('names points that count already but lack their evidence', () => {
    const frame = makeFrame([yesNo(5, 0), yesNo(5, 1)]);
    const found = findPaths(
      scoreAssessment(frame, { 'zz-001': { ...emptyAnswer, value: true } }),
      threshold(frame, 'points-80'),
    );
    expect(found.kind === 'paths' && found.evidenceMissing.map((score) => score.criterion.code)).toEqual([
      '1.1',
    ]);
  });

  it('meets mandatory criteria first where the set lets them block a verdict', () => {
    const frame = makeFrame([
      yesNo(90, 0),
      makeCriterion({ kind: 'yes_no' }, 5, 1, { tags: ['mandatory'] }),
      yesNo(5, 2),
    ]);
    const strict = { ...frame, set: { ...frame.set, policy: { mandatoryBlocksVerdict: true } } };
    const answers = { 'zz-001': { ...emptyAnswer, value: true } };
    const found = findPaths(
      scoreAssessment(strict, answers),
      threshold(strict, 'points-80'),
      {},
      strict.set.policy,
    );
    expect(
      found.kind === 'paths' &&
        found.paths.map((path) => path.steps.map((step) => step.score.criterion.code)),
    ).toEqual([['1.2']]);
  });

  it('says so when the threshold is reached already', () => {
    const frame = makeFrame([yesNo(5, 0)]);
    const score = scoreAssessment(frame, { 'zz-001': { ...emptyAnswer, value: true } });
    expect(findPaths(score, threshold(frame, 'points-80'))).toEqual({ kind: 'reached' });
  });

  it('is found at once for a checklist of as many items as there are letters', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const items = letters.map((id) => ({ id, text, points: '0.5' }));
    const frame = makeFrame([makeCriterion({ kind: 'checklist', items }, 13, 0)]);
    const score = scoreAssessment(frame, { 'zz-001': { ...emptyAnswer, value: ['b', 'z'] } });
    const found = findPaths(score, { ...threshold(frame, 'points-80'), at: '100' });
    expect(found.kind === 'paths' && found.paths[0]?.steps.map((step) => step.improvement.value)).toEqual([
      letters,
    ]);
    expect(listImprovements(score.criteria[0]!)).toHaveLength(24);
  });

  it('brings ratios with a strict target just above it, over the denominator that is known', () => {
    const rule = {
      kind: 'ratio' as const,
      numerator: text,
      denominator: text,
      target: '70',
      op: '>' as const,
      below: 'zero' as const,
    };
    const frame = makeFrame([makeCriterion(rule, 2, 0)]);
    const value = { numerator: '3', denominator: '30' };
    const score = scoreAssessment(frame, { 'zz-001': { ...emptyAnswer, value } });
    const found = findPaths(score, threshold(frame, 'criteria-80'));
    expect(
      found.kind === 'paths' && found.paths[0]?.steps.map((step) => [step.improvement.value, step.effort]),
    ).toEqual([[{ numerator: '22', denominator: '30' }, defaultEfforts.ratio]]);
  });
});
