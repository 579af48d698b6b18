import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import {
  arbitraryAssessment,
  arbitraryRule,
  arbitrarySimpleValue,
  arbitraryValue,
  makeCriterion,
  makeFrame,
} from '../../../test/helpers/arbitraryCriteria.ts';
import { emptyAnswer, type Answer, type AnswerValue, type SimpleValue } from '../assessment/answer.ts';
import type { Criterion } from '../criteria/criteriaSet.ts';
import type { Rule } from '../criteria/rule.ts';
import { roundForDisplay } from './displayFigure.ts';
import { scoreAssessment, type Standing } from './scoreAssessment.ts';
import { scoreCriterion } from './scoreCriterion.ts';

const evidence = [{ number: '1', date: '', issuer: '', title: '', page: '' }];
const yes = (extra: Partial<Answer> = {}): Answer => ({ ...emptyAnswer, value: true, evidence, ...extra });
const yesNo = (max: number, index: number, extra = {}): ReturnType<typeof makeCriterion> =>
  makeCriterion({ kind: 'yes_no' }, max, index, extra);
const states = (standing: Standing): string[] =>
  standing.verdicts.map((verdict) => `${verdict.threshold.id} ${verdict.state}`);

describe('the score of an assessment', () => {
  it('counts unanswered criteria as nothing below and as everything above', () => {
    const { claimed } = scoreAssessment(makeFrame([yesNo(8, 0), yesNo(2, 1)]), { 'zz-001': yes() });
    expect([claimed.percent?.toFraction(), claimed.ceilingPercent?.toFraction()]).toEqual(['80', '100']);
    expect(states(claimed)).toEqual(['points-80 reached', 'points-90 open', 'criteria-80 open']);
  });

  it('takes what does not apply out of the maximum and out of the count', () => {
    const frame = makeFrame([yesNo(8, 0), yesNo(2, 1)]);
    const score = scoreAssessment(frame, {
      'zz-001': yes({ value: false }),
      'zz-002': { ...emptyAnswer, notApplicable: 'không có' },
    });
    expect([score.claimed.max.toFraction(), score.claimed.criteriaApplicable]).toEqual(['8', 1]);
    expect(states(score.claimed)).toEqual([
      'points-80 not-reached',
      'points-90 not-reached',
      'criteria-80 not-reached',
    ]);
  });

  it('never divides by zero when nothing applies', () => {
    const score = scoreAssessment(makeFrame([yesNo(8, 0)]), {
      'zz-001': { ...emptyAnswer, notApplicable: 'không có' },
    });
    expect(score.claimed).toMatchObject({ percent: null, ceilingPercent: null, criteriaPercent: null });
    expect(score.band).toBeNull();
    expect(score.groups[0]?.max.toFraction()).toBe('0');
  });

  it('hides criteria of other kinds of unit', () => {
    const frame = makeFrame([yesNo(8, 0), yesNo(2, 1, { appliesTo: ['xa'] })]);
    expect(scoreAssessment(frame, {}).criteria.map((score) => score.criterion.code)).toEqual(['1.1']);
  });

  it('ranks bonus and penalty but keeps them out of every threshold', () => {
    const frame = makeFrame([yesNo(8, 0), yesNo(2, 1, { role: 'bonus' }), yesNo(1, 2, { role: 'penalty' })]);
    const score = scoreAssessment(frame, {
      'zz-001': yes({ value: false }),
      'zz-002': yes(),
      'zz-003': yes(),
    });
    expect([score.bonus.toFraction(), score.penalty.toFraction(), score.total.toFraction()]).toEqual([
      '2',
      '1',
      '1',
    ]);
    expect([score.claimed.max.toFraction(), score.claimed.percent?.toFraction()]).toEqual(['8', '0']);
  });

  it('counts only evidenced points on the evidenced basis', () => {
    const frame = makeFrame([yesNo(8, 0), yesNo(2, 1)]);
    const score = scoreAssessment(frame, { 'zz-001': yes({ evidence: [] }), 'zz-002': yes() });
    expect([score.claimed.percent?.toFraction(), score.evidenced.percent?.toFraction()]).toEqual([
      '100',
      '20',
    ]);
    expect(score.criteria[0]?.explanationMissing).toBe(true);
  });

  it('lists unmet mandatory criteria, and lets them block only where the set says so', () => {
    const frame = makeFrame([yesNo(9, 0), yesNo(1, 1, { tags: ['mandatory'] })]);
    const answers = { 'zz-001': yes(), 'zz-002': yes({ value: false }) };
    const lenient = scoreAssessment(frame, answers);
    expect(lenient.mandatoryUnmet.map((criterion) => criterion.code)).toEqual(['1.2']);
    expect(states(lenient.claimed)[1]).toBe('points-90 reached');
    const strict = { ...frame, set: { ...frame.set, policy: { mandatoryBlocksVerdict: true } } };
    expect(states(scoreAssessment(strict, answers).claimed)[1]).toBe('points-90 not-reached');
    expect(states(scoreAssessment(strict, { 'zz-001': yes() }).claimed)[1]).toBe('points-90 open');
  });

  it('lets a mandatory criterion that is met but not proved block what counts as proved', () => {
    const frame = makeFrame([yesNo(9, 0), yesNo(1, 1, { tags: ['mandatory'] })]);
    const strict = { ...frame, set: { ...frame.set, policy: { mandatoryBlocksVerdict: true } } };
    const answers = { 'zz-001': yes(), 'zz-002': yes({ evidence: [] }) };
    const { claimed, evidenced } = scoreAssessment(strict, answers);
    expect(states(claimed)[1]).toBe('points-90 reached');
    expect(states(evidenced)[1]).toBe('points-90 not-reached');
    expect(states(scoreAssessment(frame, answers).evidenced)[1]).toBe('points-90 reached');
  });

  it('finds the band of the points reached so far', () => {
    const frame = makeFrame([yesNo(7, 0), yesNo(3, 1)]);
    expect(scoreAssessment(frame, { 'zz-001': yes() }).band?.id).toBe('kha');
    expect(scoreAssessment(frame, { 'zz-002': yes() }).band).toBeNull();
  });
});

describe('laws of scoring', () => {
  it('keeps every score between floor and ceiling and inside its bounds', () => {
    fc.assert(
      fc.property(arbitraryAssessment(8), ({ frame, answers }) => {
        const score = scoreAssessment(frame, answers);
        for (const standing of [score.claimed, score.evidenced]) {
          expect(standing.points.gte(0) && standing.points.lte(standing.ceilingPoints)).toBe(true);
          expect(standing.ceilingPoints.lte(standing.max)).toBe(true);
          expect(standing.criteriaMet + standing.criteriaOpen).toBeLessThanOrEqual(
            standing.criteriaApplicable,
          );
        }
        expect(score.evidenced.points.lte(score.claimed.points)).toBe(true);
      }),
    );
  });

  it('ends inside the range it showed, whatever is answered later', () => {
    fc.assert(
      fc.property(arbitraryAssessment(6), fc.infiniteStream(fc.nat()), ({ frame, answers }, seeds) => {
        const before = scoreAssessment(frame, answers);
        const rest = before.criteria
          .filter((score) => score.state === 'unanswered')
          .map((score): [string, Answer] => [
            score.criterion.id,
            completeAnswer(score.criterion, score.answer, seeds),
          ]);
        const after = scoreAssessment(frame, { ...answers, ...Object.fromEntries(rest) }).claimed;
        expect(after.points.gte(before.claimed.points)).toBe(true);
        expect(after.points.lte(before.claimed.ceilingPoints)).toBe(true);
        before.claimed.verdicts.forEach((verdict, index) => {
          if (verdict.state !== 'open') expect(after.verdicts[index]?.state).toBe(verdict.state);
        });
      }),
    );
  });

  it('does not depend on the order of criteria or answers', () => {
    fc.assert(
      fc.property(arbitraryAssessment(8), ({ frame, answers }) => {
        const reversed = {
          ...frame,
          set: {
            ...frame.set,
            groups: frame.set.groups.map((group) => ({ ...group, criteria: group.criteria.toReversed() })),
          },
        };
        const backwards = Object.fromEntries(Object.entries(answers).toReversed());
        const [one, other] = [scoreAssessment(frame, answers), scoreAssessment(reversed, backwards)];
        expect(other.claimed.points.equals(one.claimed.points)).toBe(true);
        expect(states(other.claimed)).toEqual(states(one.claimed));
        expect(other.total.equals(one.total)).toBe(true);
      }),
    );
  });

  it('never gives fewer points to a better figure', () => {
    fc.assert(
      fc.property(
        arbitraryRule.chain(({ rule, max }) =>
          fc.tuple(fc.constant({ rule, max }), arbitraryValue(rule, max)),
        ),
        ([{ rule, max }, value]) => {
          const criterion = makeCriterion(rule, max, 0);
          const points = (given: AnswerValue): Fraction =>
            scoreCriterion(criterion, { ...emptyAnswer, value: given }, 2026).points;
          for (const better of betterValues(rule, max, value))
            expect(points(better).gte(points(value))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never shows a figure on the other side of a bound than it is', () => {
    const fraction = fc
      .tuple(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 7n))
      .map(([n, d]) => new Fraction(n, d));
    fc.assert(
      fc.property(fraction, fc.constantFrom(50, 60, 70, 80, 90), (offset, bound) => {
        const near = new Fraction(bound).add(offset.div(10n ** 9n)).sub(new Fraction(1, 300));
        const shown = new Fraction(roundForDisplay(near, [new Fraction(bound)]));
        expect(shown.gte(bound)).toBe(near.gte(bound));
        expect(shown.sub(near).abs().lte(new Fraction(1, 200))).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(roundForDisplay(new Fraction('79.996'), [new Fraction(80)])).toBe('79.996');
    expect(roundForDisplay(new Fraction('79.996'))).toBe('80');
    expect(roundForDisplay(new Fraction(333, 4))).toBe('83.25');
    expect(roundForDisplay(new Fraction('0.125'))).toBe('0.13');
  });
});

/** Answers everything still open in a criterion with any valid figures. */
function completeAnswer(criterion: Criterion, answer: Answer, seeds: fc.Stream<number>): Answer {
  const { rule } = criterion;
  if (rule.kind !== 'sum')
    return { ...answer, value: sampled(arbitraryValue(rule, Number(criterion.maxPoints)), seeds) };
  const given = answer.value;
  const kept = typeof given === 'object' && given !== null && 'parts' in given ? given.parts : [];
  const parts = rule.parts.map(
    (part, index) => kept[index] ?? sampled(arbitrarySimpleValue(part.rule, Number(part.points)), seeds),
  );
  return { ...answer, value: { parts } };
}

function sampled<T>(arbitrary: fc.Arbitrary<T>, seeds: fc.Stream<number>): T {
  const next = seeds.next();
  const [value] = fc.sample(arbitrary, { numRuns: 1, seed: next.done === true ? 0 : next.value });
  if (value === undefined) throw new Error('Nothing was sampled');
  return value;
}

/** Values that nobody could call worse: one more of what counts, one member of a sum improved. */
function betterValues(rule: Rule, max: number, value: AnswerValue): readonly AnswerValue[] {
  if (rule.kind === 'sum') {
    const parts = typeof value === 'object' && 'parts' in value ? value.parts : [];
    return rule.parts.flatMap((part, index) => {
      const present = parts[index] ?? null;
      if (present === null || (typeof present === 'object' && 'notApplicable' in present)) return [];
      return betterValues(part.rule, Number(part.points), present).map((better) => ({
        parts: parts.with(index, better as SimpleValue),
      }));
    });
  }
  switch (rule.kind) {
    case 'yes_no':
      return [true];
    case 'choice': {
      const present = Number(rule.options.find((option) => option.id === value)?.points);
      return rule.options.filter((option) => Number(option.points) >= present).map((option) => option.id);
    }
    case 'checklist':
      return rule.items.map((item) => [...new Set([...(value as string[]), item.id])]);
    case 'manual':
      return Number(value) < max ? [String(Number(value) + 0.5)] : [];
    case 'count':
      return [String(Number(value) + 1)];
    case 'tiers':
    case 'ratio':
      return typeof value === 'string' ? [String(Number(value) + 1)] : betterPair(value);
    case 'info':
      return [];
  }
}

function betterPair(value: AnswerValue): readonly AnswerValue[] {
  if (typeof value !== 'object' || !('numerator' in value)) return [];
  const raised = Number(value.numerator) + 1;
  return raised <= Number(value.denominator) ? [{ ...value, numerator: String(raised) }] : [];
}
