import { describe, expect, test } from 'vitest';
import { emptyAnswer, type AnswerValue } from '../domain/assessment/answer.ts';
import { criterionSchema, criteriaSetSchema, type Criterion } from '../domain/criteria/criteriaSet.ts';
import { scoreCriterion } from '../domain/scoring/scoreCriterion.ts';
import { catalogue } from '../i18n/catalogue.ts';
import { traceOf } from './traceCriterion.ts';
import type { Translate } from './translate.ts';

const translate: Translate = (key, params = {}) => {
  const [namespace, name = ''] = key.split(':');
  const words: Readonly<Record<string, string>> =
    namespace === 'rules' ? catalogue.vi.rules : catalogue.vi.report;
  return (words[name] ?? key).replaceAll(/\{\{(\w+)\}\}/gu, (_, param: string) =>
    String(params[param] ?? '?'),
  );
};

const both = (text: string) => ({ vi: text, en: text });

const source = { kind: 'document', document: 'plan', lines: '10-12', quote: 'đạt 90%' };

function criterion(rule: unknown, more: Readonly<Record<string, unknown>> = {}): Criterion {
  return criterionSchema.parse({
    id: 'px-001',
    code: '1.1',
    name: both('Tiêu chí'),
    maxPoints: 2,
    rule,
    appliesTo: ['phuong'],
    notApplicable: 'allowed',
    evidenceRule: 'required',
    evidence: both('Tài liệu'),
    guidance: both('Hướng dẫn'),
    source,
    ...more,
  });
}

function setOf(only: Criterion) {
  return criteriaSetSchema.parse({
    id: 'bo',
    version: '1.0.0',
    title: both('Bộ'),
    status: 'reference',
    statement: both('Tham chiếu'),
    appliesTo: ['phuong'],
    documents: [{ id: 'plan', title: both('Kế hoạch 1'), status: 'draft', file: 'a.txt' }],
    policy: { mandatoryBlocksVerdict: false },
    thresholds: [{ id: 'p', measure: 'points', at: 80, title: both('80 %'), sources: [source] }],
    bands: { note: both('Suy ra'), derived: true, steps: [] },
    groups: [{ id: 'px-g01', code: '1', name: both('Nhóm'), criteria: [only] }],
  });
}

function trace(rule: unknown, value: AnswerValue | null, more: Readonly<Record<string, unknown>> = {}) {
  const asked = criterion(rule, more);
  return traceOf(scoreCriterion(asked, { ...emptyAnswer, value }, 2026), setOf(asked), 'vi', translate);
}

const ratio = {
  kind: 'ratio',
  numerator: both('Số hồ sơ trực tuyến'),
  denominator: both('Tổng số hồ sơ'),
  target: 90,
  op: '>=',
  below: 'linear',
};

describe('a ratio', () => {
  test('says its rule, its figures and its calculation', () => {
    const said = trace(ratio, { numerator: '36', denominator: '50' });
    expect(said.rule).toEqual([
      'Tỷ lệ = Số hồ sơ trực tuyến ÷ Tổng số hồ sơ × 100',
      'Đủ 2 điểm khi đạt từ 90 % trở lên; thấp hơn tính theo tỷ lệ.',
    ]);
    expect(said.figures).toEqual(['Số hồ sơ trực tuyến: 36', 'Tổng số hồ sơ: 50', '36/50 = 72 %']);
    expect(said.formula).toBe('2 × (36 ÷ 50 × 100) ÷ 90 = 1,6 điểm');
  });

  test('that reaches its target says so', () => {
    expect(trace(ratio, { numerator: '45', denominator: '50' }).formula).toBe(
      '45 ÷ 50 × 100 = 90 %, đạt mức từ 90 % trở lên: 2 điểm',
    );
  });

  test('just below its target never looks as if it had reached it', () => {
    const said = trace(ratio, { numerator: '89999', denominator: '100000' });
    expect(said.figures.at(-1)).toBe('89.999/100.000 = 89,999 %');
    expect(said.formula).toBe('2 × (89.999 ÷ 100.000 × 100) ÷ 90 ≈ 1,99998 điểm');
  });

  test('below its floor gives nothing', () => {
    const said = trace({ ...ratio, floor: 50 }, { numerator: '10', denominator: '50' });
    expect(said.rule).toContain('Dưới 50 %: 0 điểm.');
    expect(said.formula).toBe('10 ÷ 50 × 100 = 20 %, dưới mức tối thiểu 50 %: 0 điểm');
  });

  test('half entered is kept and not scored', () => {
    const said = trace(ratio, { numerator: '10', denominator: null });
    expect(said.figures).toEqual(['Số hồ sơ trực tuyến: 10', 'Tổng số hồ sơ: chưa nhập']);
    expect(said.formula).toContain('Chưa trả lời');
  });

  test('with yearly targets names the one in force and the schedule', () => {
    const said = trace(ratio, null, { yearTargets: { 2025: 50, 2030: 70 } });
    expect(said.rule.at(-1)).toBe(
      'Chỉ tiêu của kỳ này: 50 % (theo lộ trình: năm 2025: 50 %; năm 2030: 70 %).',
    );
  });
});

const tiers = {
  kind: 'tiers',
  measure: { kind: 'count', unit: both('tin, bài') },
  steps: [
    { op: '>', at: 24, points: 2 },
    { op: '>=', at: 12, points: 1 },
  ],
};

test('steps are listed from the best, with what is left over', () => {
  expect(trace(tiers, '24').rule).toEqual([
    'Tính theo số lượng (tin, bài):',
    'Trên 24: 2 điểm',
    'Từ 12 trở lên: 1 điểm',
    'Các trường hợp còn lại: 0 điểm',
  ]);
  expect(trace(tiers, '24').formula).toBe('24 tin, bài, đạt mức từ 12 trở lên: 1 điểm');
  expect(trace(tiers, '3').formula).toBe('3 tin, bài, chưa đạt mức nào: 0 điểm');
});

test('a checklist adds up what is ticked, at most its maximum', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id, text: both(`Việc ${id}`), points: 0.8 }));
  expect(trace({ kind: 'checklist', items }, ['a', 'c']).formula).toBe('0,8 + 0,8 = 1,6 điểm');
  expect(trace({ kind: 'checklist', items }, ['a', 'b', 'c']).formula).toBe(
    '0,8 + 0,8 + 0,8 = 2,4, tối đa 2 điểm',
  );
  expect(trace({ kind: 'checklist', items }, []).formula).toBe('Chưa có nội dung nào: 0 điểm');
});

test('a sum explains each part and then adds', () => {
  const parts = [
    { id: 'a', text: both('Phần đầu'), points: 1, rule: { kind: 'yes_no' } },
    { id: 'b', text: both('Phần sau'), points: 1, rule: ratio },
  ];
  const said = trace({ kind: 'sum', parts }, { parts: [true, { numerator: '45', denominator: '100' }] });
  expect(said.formula.split('\n')).toEqual([
    'a) Có: 1 điểm',
    'b) 1 × (45 ÷ 100 × 100) ÷ 90 = 0,5 điểm',
    '1 + 0,5 = 1,5 điểm',
  ]);
});

test('points that are proposed, deducted or only informative say so', () => {
  expect(trace({ kind: 'manual', step: 0.5 }, '1.5', { role: 'bonus' }).rule.at(-1)).toContain('Điểm thưởng');
  expect(trace({ kind: 'yes_no' }, true, { role: 'penalty' }).rule.at(-1)).toBe(
    'Điểm của mục này là điểm bị trừ.',
  );
  expect(trace({ kind: 'info' }, 'ghi chú').formula).toBe('Không tính điểm.');
});

test('the source carries document, lines, quote and that it is a draft', () => {
  expect(trace(ratio, null).source).toEqual({
    title: 'Kế hoạch 1, dòng 10-12 (dự thảo, chưa ban hành)',
    quote: 'đạt 90%',
    note: '',
  });
});
