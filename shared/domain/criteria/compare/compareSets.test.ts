import { expect, test } from 'vitest';
import { nextSetVersion } from '../../../../test/helpers/nextSetVersion.ts';
import { readContent } from '../../../../test/helpers/content.ts';
import { listCriteria } from '../criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteriaSet.ts';
import { compareSets } from './compareSets.ts';
import { proposeMap } from './proposeMap.ts';

const older = readContent().sets.map(({ set }) => set).find(({ id }) => id === 'da-nang-phuong-xa')!;

/** The set after each criterion became others. */
function withCriteria(become: (criterion: Criterion) => readonly Criterion[]): CriteriaSet {
  const groups = older.groups.map((group) => ({ ...group, criteria: group.criteria.flatMap(become) }));
  return { ...older, version: '2.0.0', groups };
}

test('a version that is the same needs no word, and nothing in it differs', () => {
  const same = withCriteria((criterion) => [criterion]);
  expect(proposeMap(older, same)).toEqual([]);
  const compared = compareSets(older, same, []);
  expect(new Set(compared.map(({ kind }) => kind))).toEqual(new Set(['same']));
  expect(compared.every(({ keepsValue }) => keepsValue)).toBe(true);
});

test('what a map says is told as split, merged, renamed, removed', () => {
  const { set, maps } = nextSetVersion(older);
  const compared = compareSets(older, set, maps[0]!.changes);
  const kinds = new Map(compared.map(({ kind, before, after }) => [after?.id ?? before[0]!.id, kind]));
  expect(kinds.get('px-902')).toBe('split');
  expect(kinds.get('px-904')).toBe('merged');
  expect(kinds.get('px-010')).toBe('removed');
  expect(compared.find(({ after }) => after?.id === 'px-901')?.keepsValue).toBe(true);
});

test('other points leave figures as they are; other questions do not', () => {
  const changed = withCriteria((criterion) => {
    if (criterion.id === 'px-001') return [{ ...criterion, maxPoints: '3' }];
    if (criterion.rule.kind !== 'ratio' || criterion.id !== 'px-011') return [criterion];
    const denominator = { vi: 'Tổng số cán bộ, công chức', en: 'All officers' };
    return [{ ...criterion, rule: { ...criterion.rule, denominator } }];
  });
  const isRatio = listCriteria(older).some(({ id, rule }) => id === 'px-011' && rule.kind === 'ratio');
  expect(isRatio).toBe(true);
  const map = proposeMap(older, changed);
  expect(map).toEqual([{ from: 'px-011', to: ['px-011'], keepsValue: false }]);
  const compared = compareSets(older, changed, map).filter(({ kind }) => kind !== 'same');
  expect(compared).toMatchObject([
    { kind: 'changed', after: { id: 'px-001' }, keepsValue: true, aspects: ['maxPoints'] },
    { kind: 'changed', after: { id: 'px-011' }, keepsValue: false, aspects: ['rule'] },
  ]);
});

test('what somebody has decided not to carry over is not carried over, although its id is the same', () => {
  const changed = withCriteria((criterion) => [criterion]);
  const compared = compareSets(older, changed, [{ from: 'px-011', to: [], keepsValue: false }]);
  expect(compared.filter(({ kind }) => kind !== 'same')).toMatchObject([
    { kind: 'new', before: [], after: { id: 'px-011' }, keepsValue: false },
    { kind: 'removed', before: [{ id: 'px-011' }], after: null },
  ]);
});

test('a criterion that another one joins has both behind it, and no figures of either alone', () => {
  const joined = withCriteria((criterion) => (criterion.id === 'px-004' ? [] : [criterion]));
  const compared = compareSets(older, joined, [{ from: 'px-004', to: ['px-006'], keepsValue: true }]);
  expect(compared.filter(({ kind }) => kind !== 'same')).toMatchObject([
    { kind: 'merged', before: [{ id: 'px-006' }, { id: 'px-004' }], keepsValue: false },
  ]);
});

test('a sum whose parts became criteria of their own is proposed as split, and one that is only gone as removed', () => {
  const whole = listCriteria(older).find(({ id }) => id === 'px-001')!;
  if (whole.rule.kind !== 'sum') throw new Error('px-001 is no sum');
  const { parts } = whole.rule;
  const split = withCriteria((criterion) => {
    if (criterion.id === 'px-002') return [];
    if (criterion.id !== 'px-001') return [criterion];
    return parts.map(({ text, points, rule }, index) => ({
      ...criterion,
      id: `px-90${String(index)}`,
      code: `1.9${String(index)}`,
      name: text,
      maxPoints: points,
      rule,
    }));
  });
  expect(proposeMap(older, split)).toEqual([
    { from: 'px-001', to: ['px-900', 'px-901'], keepsValue: false },
    { from: 'px-002', to: [], keepsValue: false },
  ]);
});
