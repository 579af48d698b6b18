import { describe, expect, it } from 'vitest';
import { makeCriterion, makeFrame } from '../../../test/helpers/arbitraryCriteria.ts';
import { emptyAnswer, type Answer, type Answers, type Evidence } from '../assessment/answer.ts';
import { headerFields } from '../assessment/header.ts';
import type { Criterion } from '../criteria/criteriaSet.ts';
import { scoreAssessment } from '../scoring/scoreAssessment.ts';
import { checkBeforeSigning } from './checkBeforeSigning.ts';
import { consistencyChecksSchema, type ConsistencyChecks } from './consistencyChecks.ts';

const text = { vi: 'chữ', en: 'words' };
const ratio = (index: number): Criterion =>
  makeCriterion(
    { kind: 'ratio', numerator: text, denominator: text, target: '90', op: '>=', below: 'linear' },
    5,
    index,
  );
const paper = (extra: Partial<Evidence> = {}): Evidence => ({
  number: '12/QĐ-UBND',
  date: '2026-03-05',
  issuer: 'UBND phường',
  title: 'Quyết định',
  page: '',
  ...extra,
});
const answer = (numerator: string, denominator: string, extra: Partial<Answer> = {}): Answer => ({
  ...emptyAnswer,
  value: { numerator, denominator },
  evidence: [paper()],
  ...extra,
});
const fullHeader = Object.fromEntries(headerFields.map((field) => [field, 'có']));

function check(
  criteria: readonly Criterion[],
  answers: Answers,
  checks?: Partial<ConsistencyChecks>,
  header = fullHeader,
): unknown[] {
  const frame = makeFrame(criteria);
  const known = consistencyChecksSchema.parse({
    set: 'test-set',
    sameFigure: [],
    notAbove: [],
    separateDocuments: [],
    ...checks,
  });
  return checkBeforeSigning({
    score: scoreAssessment(frame, answers),
    answers,
    header,
    period: frame.period,
    checks: known,
  }).map((finding) => [finding.kind, finding.severity, ...finding.criterionIds]);
}

describe('the check before signing', () => {
  it('finds nothing to object to in a complete form', () => {
    expect(check([ratio(0)], { 'zz-001': answer('9', '10') })).toEqual([]);
  });

  it('finds what is unanswered, unproven or unexplained, compulsory things first', () => {
    const answers = { 'zz-002': answer('9', '10', { evidence: [] }) };
    expect(check([ratio(0), ratio(1)], answers, {}, {}).slice(0, 3)).toEqual([
      ['unanswered', 'must', 'zz-001'],
      ['evidence-missing', 'must', 'zz-002'],
      ['explanation-missing', 'must', 'zz-002'],
    ]);
    expect(check([ratio(0)], { 'zz-001': answer('9', '10') }, {}, {})).toHaveLength(headerFields.length);
  });

  it('finds documents that are vague or from outside the period', () => {
    const evidence = [paper({ issuer: '' }), paper({ number: '13', date: '2025-12-31' })];
    expect(check([ratio(0)], { 'zz-001': answer('9', '10', { evidence }) })).toEqual([
      ['evidence-incomplete', 'should', 'zz-001'],
      ['evidence-outside-period', 'should', 'zz-001'],
    ]);
  });

  it('finds figures that contradict each other, only where all of them are known', () => {
    const sameFigure = [{ name: text, figures: ['zz-001.denominator', 'zz-002.denominator'] }];
    const criteria = [ratio(0), ratio(1)];
    const differing = { 'zz-001': answer('9', '10'), 'zz-002': answer('9', '11') };
    expect(check(criteria, differing, { sameFigure })).toEqual([
      ['figures-differ', 'must', 'zz-001', 'zz-002'],
    ]);
    expect(check(criteria, { ...differing, 'zz-002': answer('9', '10') }, { sameFigure })).toEqual([]);
    const notAbove = [{ name: text, figure: 'zz-001.numerator', bound: 'zz-002.numerator' }];
    expect(
      check(criteria, { 'zz-001': answer('9', '10'), 'zz-002': answer('8', '10') }, { notAbove }),
    ).toEqual([['figure-above', 'must', 'zz-001', 'zz-002']]);
  });

  it('reads figures inside the parts of a sum', () => {
    const sum = makeCriterion(
      {
        kind: 'sum',
        parts: [
          { id: 'a', text, points: '1', rule: { kind: 'yes_no' } },
          {
            id: 'b',
            text,
            points: '1',
            rule: { kind: 'count', unit: text, target: '2', op: '>=', below: 'linear' },
          },
        ],
      },
      2,
      1,
    );
    const sameFigure = [{ name: text, figures: ['zz-001.denominator', 'zz-002.b'] }];
    const answers = {
      'zz-001': answer('9', '10'),
      'zz-002': { ...emptyAnswer, value: { parts: [true, '9'] }, evidence: [paper()] },
    };
    expect(check([ratio(0), sum], answers, { sameFigure })).toEqual([
      ['figures-differ', 'must', 'zz-001', 'zz-002'],
    ]);
  });

  it('finds one document behind criteria that count different things', () => {
    const separateDocuments = [{ reason: text, criteria: ['zz-001', 'zz-002'] }];
    const answers = { 'zz-001': answer('9', '10'), 'zz-002': answer('9', '10') };
    expect(check([ratio(0), ratio(1)], answers, { separateDocuments })).toEqual([
      ['same-document', 'should', 'zz-001', 'zz-002'],
    ]);
  });
});
