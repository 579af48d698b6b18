import { expect, test } from 'vitest';
import { createTranslate } from '../../electron/backend/translate.ts';
import { readContent } from '../../test/helpers/content.ts';
import { contentFaultCodes } from '../domain/criteria/check/contentFault.ts';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import { scoreAssessment, type ScoringFrame } from '../domain/scoring/scoreAssessment.ts';
import { parsePeriod } from '../domain/assessment/period.ts';
import { catalogue } from '../i18n/catalogue.ts';
import { toScoreDocument, type ScoreDocument } from './scoreDocument.ts';

/** Two criteria: 99.995 points by ratio, and 0.005 by yes or no. */
function smallSet(): CriteriaSet {
  const [loaded] = readContent().sets.filter(({ set }) => set.id === 'da-nang-phuong-xa');
  if (!loaded) throw new Error('The set is gone');
  const [group] = loaded.set.groups;
  const [first, second] = group?.criteria ?? [];
  if (!group || !first || !second) throw new Error('The set is empty');
  const text = { vi: 'x', en: 'x' };
  const ratio = {
    kind: 'ratio',
    numerator: text,
    denominator: text,
    target: '100',
    op: '>=',
    below: 'linear',
  } as const;
  const criteria = [
    { ...first, maxPoints: '100', rule: ratio },
    { ...second, maxPoints: '0', rule: { kind: 'info' } as const },
  ];
  return { ...loaded.set, groups: [{ ...group, criteria }] };
}

function documentFor(numerator: string, denominator: string, language: 'vi' | 'en'): ScoreDocument {
  const period = parsePeriod('2026');
  if (!period.ok) throw new Error('No period');
  const set = smallSet();
  const frame: ScoringFrame = { set, unitKind: 'phuong', period: period.value };
  const id = set.groups[0]?.criteria[0]?.id ?? '';
  const value = { numerator, denominator };
  const score = scoreAssessment(frame, { [id]: { value, evidence: [], explanation: '', notApplicable: '' } });
  const translate = createTranslate(language);
  return toScoreDocument(frame, '20242', score, {
    language,
    translate: (key, params) => translate(key, { ...params }),
  });
}

test('a displayed figure never contradicts its verdict', () => {
  const below = documentFor('79996', '100000', 'vi');
  expect(below).toMatchObject({ percent: '19999/250', verdicts: [{ state: 'not-reached' }, {}, {}] });
  expect(below.display).toMatchObject({ percent: '79,996 %', points: '79,996', band: 'Khá' });
  expect(below.display.verdicts[0]).toBe('Đạt ít nhất 80 % điểm: không đạt (79,996 %)');
});

test('every figure is an exact reduced fraction', () => {
  const score = documentFor('1', '3', 'en');
  expect(score).toMatchObject({ points: '100/3', percent: '100/3', ceilingPercent: '100/3', max: '100' });
  expect(score.display).toMatchObject({ percent: '33.33 %', band: 'no band' });
  expect(documentFor('333', '400', 'en').percent).toBe('333/4');
});

test('where nothing counts there is no percentage', () => {
  const set = smallSet();
  const period = parsePeriod('2026');
  if (!period.ok) throw new Error('No period');
  const frame: ScoringFrame = { set, unitKind: 'phuong', period: period.value };
  const id = set.groups[0]?.criteria[0]?.id ?? '';
  const answer = { value: null, evidence: [], explanation: '', notApplicable: 'x' };
  const translate = createTranslate('vi');
  const score = toScoreDocument(frame, '20242', scoreAssessment(frame, { [id]: answer }), {
    language: 'vi',
    translate: (key, params) => translate(key, { ...params }),
  });
  expect(score).toMatchObject({
    max: '0',
    percent: null,
    floorPercent: null,
    ceilingPercent: null,
    band: null,
  });
  expect(score).toMatchObject({ criteriaApplicable: 0, criteriaPercent: null, evidenced: { percent: null } });
});

test('every fault of content has its sentence in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    expect(Object.keys(catalogue[language].authoring)).toEqual(
      expect.arrayContaining(contentFaultCodes.map((code) => `fault-${code}`)),
    );
  }
});
