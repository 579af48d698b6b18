import { describe, expect, test } from 'vitest';
import { readContent } from '../../../../test/helpers/content.ts';
import type { CriteriaSet, Criterion } from '../criteriaSet.ts';
import type { Rule } from '../rule.ts';
import { checkCriteriaSet } from './checkCriteriaSet.ts';
import { checkQuotes } from './checkQuotes.ts';
import type { ContentFaultCode } from './contentFault.ts';

const sets = readContent().sets.map(({ set }) => set);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A copy of the wards' set with one fault put into it. */
function planted(change: (set: Writable<CriteriaSet>) => void): CriteriaSet {
  const set = structuredClone(sets.find(({ id }) => id === 'da-nang-phuong-xa'));
  if (!set) throw new Error('The set is gone');
  change(set);
  return set;
}

function criterion(set: CriteriaSet, code: string): Criterion {
  const found = set.groups.flatMap(({ criteria }) => criteria).find((candidate) => candidate.code === code);
  if (!found) throw new Error(`No criterion ${code}`);
  return found;
}

function ruleOf<K extends Rule['kind']>(set: CriteriaSet, code: string, kind: K): Extract<Rule, { kind: K }> {
  const { rule } = criterion(set, code);
  if (rule.kind !== kind) throw new Error(`${code} is ${rule.kind}`);
  return rule as Extract<Rule, { kind: K }>;
}

const faults: readonly (readonly [string, ContentFaultCode, (set: Writable<CriteriaSet>) => void])[] = [
  ['a criterion worth more', 'total-not-100', (set) => (criterion(set, '1.6').maxPoints = '0.75')],
  ['an id used twice', 'id-repeated', (set) => (criterion(set, '1.2').id = 'px-001')],
  ['an id of another set', 'id-prefix-differs', (set) => (criterion(set, '1.2').id = 'ha-002')],
  ['a code used twice', 'code-repeated', (set) => (criterion(set, '1.2').code = '1.1')],
  ['a code of another group', 'code-outside-group', (set) => (criterion(set, '1.2').code = '2.99')],
  ['a threshold id used twice', 'id-repeated', (set) => (set.thresholds[1]!.id = 'points-80')],
  ['a blank text', 'text-blank', (set) => (criterion(set, '1.2').name.en = ' ')],
  [
    'a text typed as NFD',
    'text-not-nfc',
    (set) => (criterion(set, '1.2').name.vi = criterion(set, '1.2').name.vi.normalize('NFD')),
  ],
  [
    'an English text left in Vietnamese',
    'text-not-translated',
    (set) => (criterion(set, '1.2').guidance.en = criterion(set, '1.2').guidance.vi),
  ],
  ['options out of order', 'letters-out-of-order', (set) => ruleOf(set, '1.7', 'choice').options.reverse()],
  [
    'a best option below the maximum',
    'best-differs-from-maximum',
    (set) => (ruleOf(set, '1.7', 'choice').options[0]!.points = '0.75'),
  ],
  [
    'a best step below the maximum',
    'best-differs-from-maximum',
    (set) => (ruleOf(set, '1.4', 'tiers').steps[0]!.points = '0.75'),
  ],
  [
    'a step worth more than the maximum',
    'step-above-maximum',
    (set) => (ruleOf(set, '1.4', 'tiers').steps[0]!.points = '2'),
  ],
  ['steps that rise', 'steps-not-descending', (set) => ruleOf(set, '1.4', 'tiers').steps.reverse()],
  [
    'items that do not add up',
    'sum-differs-from-maximum',
    (set) => (ruleOf(set, '1.2', 'checklist').items[0]!.points = '0.5'),
  ],
  [
    'parts that do not add up',
    'sum-differs-from-maximum',
    (set) => (ruleOf(set, '1.3', 'sum').parts[0]!.points = '0.5'),
  ],
  [
    'a fault inside a part',
    'best-differs-from-maximum',
    (set) => {
      const part = ruleOf(set, '1.1', 'sum').parts[0]!.rule;
      if (part.kind === 'choice') part.options[0]!.points = '0.75';
    },
  ],
  [
    'a step that does not divide the maximum',
    'step-does-not-divide-maximum',
    (set) => (ruleOf(set, '11.3', 'manual').step = '0.3'),
  ],
  ['a step of nothing', 'step-does-not-divide-maximum', (set) => (ruleOf(set, '11.3', 'manual').step = '0')],
  ['a share above 100 %', 'target-out-of-range', (set) => (ruleOf(set, '2.4', 'ratio').target = '120')],
  ['a target of nothing', 'target-out-of-range', (set) => (ruleOf(set, '1.5', 'count').target = '0')],
  ['more than everything', 'target-unreachable', (set) => (ruleOf(set, '3.3', 'ratio').op = '>')],
  ['a floor at the target', 'floor-above-target', (set) => (ruleOf(set, '2.4', 'ratio').floor = '20')],
  [
    'a yearly target above 100 %',
    'target-out-of-range',
    (set) => (criterion(set, '2.4').yearTargets = { '2025': '20', '2030': '130' }),
  ],
  [
    'a yearly target far away',
    'year-out-of-range',
    (set) => (criterion(set, '2.4').yearTargets = { '9999': '20' }),
  ],
  [
    'a yearly target for a yes or no',
    'year-targets-unexpected',
    (set) => (criterion(set, '1.6').yearTargets = { '2025': '1' }),
  ],
  ['points for information', 'info-has-points', (set) => (criterion(set, '7.6').maxPoints = '1')],
  ['a criterion worth nothing', 'points-zero', (set) => (criterion(set, '1.6').maxPoints = '0')],
  [
    'a criterion for a city in a set for wards',
    'applies-outside-set',
    (set) => criterion(set, '1.6').appliesTo.push('thanh-pho'),
  ],
  ['a tag given twice', 'value-repeated', (set) => criterion(set, '1.2').tags.push('personal-data-free')],
  ['a mandatory bonus', 'mandatory-not-scored', (set) => criterion(set, '11.1').tags.push('mandatory')],
  ['a threshold above 100 %', 'bound-out-of-range', (set) => (set.thresholds[0]!.at = '101')],
  ['bands that rise', 'bands-not-descending', (set) => set.bands.steps.reverse()],
  [
    'a source that is not listed',
    'source-document-unknown',
    (set) => (set.documents = set.documents.slice(1)),
  ],
];

describe('a bundled set', () => {
  test.each(sets.map((set) => [set.id, set] as const))('%s has no faults', (_id, set) => {
    expect(checkCriteriaSet(set)).toEqual([]);
  });

  test.each(faults)('%s is found (%s)', (_name, code, change) => {
    expect(checkCriteriaSet(planted(change)).map((fault) => fault.code)).toContain(code);
  });
});

describe('quotes', () => {
  const set = planted((copy) => {
    copy.thresholds = [];
    copy.groups = [{ ...copy.groups[0]!, criteria: [criterion(copy, '1.1')] }];
    criterion(copy, '1.1').source = {
      kind: 'document',
      document: 'qd-1095-2022',
      lines: '2-3',
      quote: 'trực tiếp chủ trì',
    };
  });
  const file = '000_02edea1357175bf7.txt';
  const codesFor = (text: string): readonly string[] =>
    checkQuotes(set, new Map([[file, text]])).faults.map(({ code }) => code);

  test('a quote is found over a broken line and in NFD', () => {
    expect(codesFor('một\nNgười đứng đầu trực\n  tiếp   chủ trì việc này'.normalize('NFD'))).toEqual([]);
    expect(checkQuotes(set, new Map([[file, 'trực tiếp chủ trì']])).checked).toBe(1);
  });

  test('a quote that is not there is told', () => {
    expect(codesFor('trực tiếp chủ toạ')).toEqual(['quote-not-found']);
  });

  test('a quote far from its lines is told', () => {
    expect(codesFor(`${'x\n'.repeat(20)}trực tiếp chủ trì`)).toEqual(['quote-not-at-lines']);
  });

  test('lines that say nothing and a document that is absent are told', () => {
    const unclear = structuredClone(set);
    criterion(unclear, '1.1').source = {
      kind: 'document',
      document: 'qd-1095-2022',
      lines: '9-2',
      quote: 'x',
    };
    expect(checkQuotes(unclear, new Map([[file, 'x']])).faults[0]?.code).toBe('lines-malformed');
    expect(checkQuotes(set, new Map())).toMatchObject({
      checked: 0,
      faults: [{ code: 'source-file-missing' }],
    });
  });
});
