import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPair, makeCriterion, makeFrame } from '../../../test/helpers/arbitraryCriteria.ts';
import { emptyAnswer, type AnswerValue } from '../assessment/answer.ts';
import type { Criterion } from '../criteria/criteriaSet.ts';
import type { Rule, RuleOfKind } from '../criteria/rule.ts';
import { combineValues } from './combineValues.ts';
import { suggestAnswers, type EarlierAssessment } from './suggestAnswers.ts';

const text = { vi: 'chữ', en: 'words' };
const count: RuleOfKind<'count'> = { kind: 'count', unit: text, target: '5', op: '>=', below: 'linear' };
const ratio: Rule = {
  kind: 'ratio',
  numerator: text,
  denominator: text,
  target: '90',
  op: '>=',
  below: 'linear',
};
const document = (
  number: string,
): { number: string; date: string; issuer: string; title: string; page: string } => ({
  number,
  date: '',
  issuer: '',
  title: '',
  page: '',
});

function earlier(
  unitName: string,
  criteria: readonly Criterion[],
  values: readonly (AnswerValue | null)[],
  part: 'whole' | 'split' = 'whole',
): EarlierAssessment {
  const answers = Object.fromEntries(
    criteria.map((criterion, index) => [
      criterion.id,
      { ...emptyAnswer, value: values[index] ?? null, evidence: [document(`${unitName} ${String(index)}`)] },
    ]),
  );
  return {
    unitCode: '1',
    unitName,
    period: '2025',
    year: 2025,
    set: makeFrame(criteria).set,
    changes: [],
    answers,
    part,
  };
}

describe('what merged units answered together', () => {
  it('adds counts and takes ratios again from the sums', () => {
    expect(combineValues(count, ['2', '3.5'])).toBe('5.5');
    const pairs = [
      { numerator: '1', denominator: '2' },
      { numerator: '9', denominator: '10' },
    ];
    expect(combineValues(ratio, pairs)).toEqual({ numerator: '10', denominator: '12' });
  });

  it('proposes a choice only where all agree', () => {
    expect(combineValues({ kind: 'yes_no' }, [true, true])).toBe(true);
    expect(combineValues({ kind: 'yes_no' }, [true, false])).toBeNull();
  });

  it('combines a sum part by part', () => {
    const rule: Rule = {
      kind: 'sum',
      parts: [
        { id: 'a', text, points: '1', rule: count },
        { id: 'b', text, points: '1', rule: { kind: 'yes_no' } },
      ],
    };
    expect(combineValues(rule, [{ parts: ['1', true] }, { parts: ['2', false] }])).toEqual({
      parts: ['3', null],
    });
  });

  it('never gives a ratio above one', () => {
    fc.assert(
      fc.property(fc.array(arbitraryPair, { minLength: 1, maxLength: 6 }), (pairs) => {
        const combined = combineValues(ratio, pairs);
        if (combined === null || typeof combined !== 'object' || !('numerator' in combined))
          throw new Error('no pair');
        expect(Number(combined.numerator)).toBeLessThanOrEqual(Number(combined.denominator));
      }),
    );
  });
});

describe('suggestions for a new assessment', () => {
  const criteria = [makeCriterion(count, 5, 0), makeCriterion(ratio, 5, 1)];
  const { set } = makeFrame(criteria);

  it('offers last year’s answers with their documents', () => {
    const last = earlier('Phường A', criteria, ['4', null]);
    const suggestions = suggestAnswers(set, criteria, [last]);
    expect(suggestions.map((one) => [one.criterionId, one.value, one.evidence.length])).toEqual([
      ['zz-001', '4', 1],
      ['zz-002', null, 1],
    ]);
  });

  it('adds up merged units only when each of them answered', () => {
    const both = [
      earlier('Phường A', criteria, ['4', null]),
      earlier('Phường B', criteria, ['2', { numerator: '1', denominator: '2' }]),
    ];
    expect(suggestAnswers(set, criteria, both).map((one) => [one.value, one.evidence.length])).toEqual([
      ['6', 2],
      [null, 2],
    ]);
  });

  it('lists the documents but adds no figures of a unit that was split', () => {
    const split = [earlier('Phường A', criteria, ['4', null], 'split')];
    expect(suggestAnswers(set, criteria, split).map((one) => one.value)).toEqual([null, null]);
  });

  it('follows the version map and takes figures over only where the rule stayed', () => {
    const renumbered = [makeCriterion(count, 5, 6), makeCriterion(ratio, 5, 7)];
    const newer = { ...makeFrame(renumbered).set, version: '2.0.0' };
    const changes = [
      { from: 'zz-001', to: ['zz-007'], keepsValue: true },
      { from: 'zz-002', to: ['zz-008'], keepsValue: false },
    ];
    const last = { ...earlier('Phường A', criteria, ['4', { numerator: '1', denominator: '2' }]), changes };
    expect(suggestAnswers(newer, renumbered, [last]).map((one) => [one.criterionId, one.value])).toEqual([
      ['zz-007', '4'],
      ['zz-008', null],
    ]);
  });

  it('offers nothing of a criterion that somebody decided not to carry over, although its id is the same', () => {
    const newer = { ...set, version: '2.0.0' };
    const changes = [{ from: 'zz-001', to: [], keepsValue: false }];
    const last = { ...earlier('Phường A', criteria, ['4', null]), changes };
    expect(suggestAnswers(newer, criteria, [last]).map((one) => one.criterionId)).toEqual(['zz-002']);
  });
});
