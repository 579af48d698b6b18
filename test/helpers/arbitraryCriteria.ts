import fc from 'fast-check';
import {
  emptyAnswer,
  type Answer,
  type AnswerValue,
  type SimpleValue,
} from '#shared/domain/assessment/answer.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { criteriaSetSchema, type CriteriaSet, type Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import type { Rule, SimpleRule } from '#shared/domain/criteria/rule.ts';
import type { ScoringFrame } from '#shared/domain/scoring/scoreAssessment.ts';

const words = { vi: 'chữ', en: 'words' };
const letters = 'abcdefgh';
const optionLists = (points: readonly number[]): { id: string; text: typeof words; points: string }[] =>
  points.map((value, index) => ({ id: letters[index] ?? 'z', text: words, points: String(value) }));

/** A rule and what it is worth at most, consistent the way `criteria check` demands. */
interface ArbitraryRule<R extends Rule> {
  readonly rule: R;
  readonly max: number;
}

const quarter = fc.integer({ min: 1, max: 16 }).map((n) => n / 4);
const comparator = fc.constantFrom('>=' as const, '>' as const);
const below = fc.constantFrom('linear' as const, 'zero' as const);
const steps = (
  highest: number,
): fc.Arbitrary<{ steps: { op: '>=' | '>'; at: string; points: string }[]; max: number }> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 1, max: highest }), { minLength: 1, maxLength: 4 }),
      comparator,
      quarter,
    )
    .map(([ats, op, top]) => {
      const sorted = ats.toSorted((a, b) => b - a);
      return {
        max: top,
        steps: sorted.map((at, index) => ({ op, at: String(at), points: String(top / 2 ** index) })),
      };
    });

export const arbitrarySimpleRule: fc.Arbitrary<ArbitraryRule<SimpleRule>> = fc.oneof(
  quarter.map((max) => ({ rule: { kind: 'yes_no' as const }, max })),
  fc.array(quarter, { minLength: 2, maxLength: 5 }).map((points) => ({
    rule: { kind: 'choice' as const, options: optionLists([...points, 0]) },
    max: Math.max(...points),
  })),
  fc.array(quarter, { minLength: 1, maxLength: 4 }).map((points) => ({
    rule: { kind: 'checklist' as const, items: optionLists(points) },
    max: points.reduce((sum, value) => sum + value, 0),
  })),
  steps(20).map(({ steps: list, max }) => ({
    rule: { kind: 'tiers' as const, measure: { kind: 'count' as const, unit: words }, steps: list },
    max,
  })),
  steps(99).map(({ steps: list, max }) => ({
    rule: {
      kind: 'tiers' as const,
      measure: { kind: 'percent' as const, numerator: words, denominator: words },
      steps: list,
    },
    max,
  })),
  fc
    .record({
      target: fc.integer({ min: 1, max: 100 }),
      op: comparator,
      below,
      floor: fc.option(fc.integer({ min: 1, max: 30 })),
      max: quarter,
    })
    .map(({ target, op, below: shape, floor, max }) => ({
      rule: {
        kind: 'ratio' as const,
        numerator: words,
        denominator: words,
        target: String(target),
        op: target === 100 ? ('>=' as const) : op,
        below: shape,
        ...(floor === null ? {} : { floor: String(floor) }),
      },
      max,
    })),
  fc
    .record({ target: fc.integer({ min: 1, max: 20 }), op: comparator, below, max: quarter })
    .map(({ max, ...rule }) => ({
      rule: { kind: 'count' as const, unit: words, ...rule, target: String(rule.target) },
      max,
    })),
  fc
    .integer({ min: 1, max: 8 })
    .map((halves) => ({ rule: { kind: 'manual' as const, step: '0.5' }, max: halves / 2 })),
);

export const arbitraryRule: fc.Arbitrary<ArbitraryRule<Rule>> = fc.oneof(
  { weight: 5, arbitrary: arbitrarySimpleRule },
  {
    weight: 1,
    arbitrary: fc.array(arbitrarySimpleRule, { minLength: 2, maxLength: 3 }).map((parts) => ({
      rule: {
        kind: 'sum' as const,
        parts: parts.map((part, index) => ({
          id: letters[index] ?? 'z',
          text: words,
          points: String(part.max),
          rule: part.rule,
        })),
      },
      max: parts.reduce((sum, part) => sum + part.max, 0),
    })),
  },
);

export const arbitraryPair: fc.Arbitrary<{ numerator: string; denominator: string }> = fc
  .integer({ min: 1, max: 120 })
  .chain((denominator) =>
    fc
      .integer({ min: 0, max: denominator })
      .map((numerator) => ({ numerator: String(numerator), denominator: String(denominator) })),
  );

export function arbitrarySimpleValue(rule: SimpleRule, max: number): fc.Arbitrary<SimpleValue> {
  switch (rule.kind) {
    case 'yes_no':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...rule.options.map((option) => option.id));
    case 'checklist':
      return fc.subarray(rule.items.map((item) => item.id));
    case 'tiers':
      return rule.measure.kind === 'count' ? fc.integer({ min: 0, max: 25 }).map(String) : arbitraryPair;
    case 'ratio':
      return arbitraryPair;
    case 'count':
      return fc.integer({ min: 0, max: 25 }).map(String);
    case 'manual':
      return fc.integer({ min: 0, max: max * 2 }).map((halves) => String(halves / 2));
  }
}

export function arbitraryValue(rule: Rule, max: number): fc.Arbitrary<AnswerValue> {
  if (rule.kind === 'info') return fc.string();
  if (rule.kind !== 'sum') return arbitrarySimpleValue(rule, max);
  return fc
    .tuple(
      ...rule.parts.map((part) =>
        fc.option(arbitrarySimpleValue(part.rule, Number(part.points)), { freq: 5 }),
      ),
    )
    .map((parts) => ({ parts }));
}

export function makeCriterion(
  rule: Rule,
  max: number,
  index: number,
  extra: Partial<Criterion> = {},
): Criterion {
  return {
    id: `zz-${String(index + 1).padStart(3, '0')}`,
    code: `1.${String(index + 1)}`,
    name: words,
    role: 'ordinary',
    maxPoints: String(max),
    rule,
    appliesTo: ['phuong', 'xa'],
    notApplicable: 'allowed',
    yearTargets: {},
    evidenceRule: 'required',
    evidence: words,
    guidance: words,
    tags: [],
    source: { kind: 'design', note: words },
    ...extra,
  };
}

export function makeFrame(criteria: readonly Criterion[], thresholds = [80, 90]): ScoringFrame {
  const period = parsePeriod('2026');
  if (!period.ok) throw new Error('unreachable');
  const set: CriteriaSet = criteriaSetSchema.parse({
    id: 'test-set',
    version: '1.0.0',
    title: words,
    status: 'reference',
    statement: words,
    appliesTo: ['phuong', 'xa'],
    documents: [],
    policy: { mandatoryBlocksVerdict: false },
    thresholds: [
      ...thresholds.map((at) => ({
        id: `points-${String(at)}`,
        measure: 'points',
        at,
        title: words,
        sources: [{ kind: 'design', note: words }],
      })),
      {
        id: 'criteria-80',
        measure: 'criteria',
        at: 80,
        title: words,
        sources: [{ kind: 'design', note: words }],
      },
    ],
    bands: {
      derived: true,
      note: words,
      steps: [
        { id: 'tot', name: words, at: 80 },
        { id: 'kha', name: words, at: 70 },
      ],
    },
    groups: [{ id: 'zz-g01', code: '1', name: words, criteria }],
  });
  return { set, unitKind: 'phuong', period: period.value };
}

const someDocument = { number: '1/QĐ-UBND', date: '', issuer: '', title: '', page: '' };

/** A frame of up to `size` criteria with answers: some missing, some not applicable, some without evidence. */
export function arbitraryAssessment(
  size: number,
): fc.Arbitrary<{ frame: ScoringFrame; answers: Record<string, Answer> }> {
  return fc
    .array(
      arbitraryRule.chain(({ rule, max }) =>
        fc.record({
          rule: fc.constant(rule),
          max: fc.constant(max),
          value: fc.option(arbitraryValue(rule, max), { freq: 4 }),
          notApplicable: fc.boolean().map((yes) => (yes ? 'lý do' : '')),
          hasEvidence: fc.boolean(),
          isApplicable: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
          role: fc.constantFrom(
            'ordinary' as const,
            'ordinary' as const,
            'ordinary' as const,
            'bonus' as const,
            'penalty' as const,
          ),
        }),
      ),
      { minLength: 1, maxLength: size },
    )
    .map((entries) => ({
      frame: makeFrame(
        entries.map((entry, index) => makeCriterion(entry.rule, entry.max, index, { role: entry.role })),
      ),
      answers: Object.fromEntries(
        entries.map((entry, index): [string, Answer] => [
          makeCriterion(entry.rule, entry.max, index).id,
          {
            ...emptyAnswer,
            value: entry.value,
            evidence: entry.hasEvidence ? [someDocument] : [],
            notApplicable: entry.isApplicable ? '' : entry.notApplicable,
          },
        ]),
      ),
    }));
}
