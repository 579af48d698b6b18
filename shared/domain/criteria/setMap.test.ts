import { expect, test } from 'vitest';
import { makeCriterion, makeFrame } from '../../../test/helpers/arbitraryCriteria.ts';
import type { CriteriaSet } from './criteriaSet.ts';
import { changesBetween, type MappedVersion } from './setMap.ts';

/** A version with criteria of these numbers. */
function version(name: string, numbers: readonly number[], maps: MappedVersion['maps'] = []): MappedVersion {
  const criteria = numbers.map((number) => makeCriterion({ kind: 'yes_no' }, 1, number - 1));
  const set: CriteriaSet = { ...makeFrame(criteria).set, version: name };
  return { set, maps };
}

const first = version('1.0.0', [1, 2, 3, 4]);
const toSecond = [
  { from: 'zz-001', to: ['zz-001'], keepsValue: false },
  { from: 'zz-002', to: ['zz-005', 'zz-006'], keepsValue: false },
  { from: 'zz-003', to: ['zz-007'], keepsValue: true },
];
const second = version('2.0.0', [1, 4, 5, 6, 7], [{ from: '1.0.0', changes: toSecond }]);
const toThird = [
  { from: 'zz-006', to: [], keepsValue: false },
  { from: 'zz-007', to: ['zz-008'], keepsValue: true },
];
const third = version('10.0.0', [1, 4, 5, 8], [{ from: '2.0.0', changes: toThird }]);
const versions = [first, second, third];

test('a map that leads straight there is taken as it stands', () => {
  expect(changesBetween(first.set, second, versions)).toEqual(toSecond);
});

test('without one the maps of the versions between are followed one after the other', () => {
  expect(changesBetween(first.set, third, versions)).toEqual([
    { from: 'zz-001', to: ['zz-001'], keepsValue: false },
    { from: 'zz-002', to: ['zz-005'], keepsValue: false },
    { from: 'zz-003', to: ['zz-008'], keepsValue: true },
  ]);
});

test('a version that needed no map does not break the way', () => {
  const fourth = version('11.0.0', [1, 4, 5, 8]);
  expect(changesBetween(first.set, fourth, [...versions, fourth])).toEqual(
    changesBetween(first.set, third, versions),
  );
});

test('where nothing stands between, ids are permanent', () => {
  expect(changesBetween(first.set, third, [first, third])).toEqual([]);
  expect(changesBetween(third.set, third, versions)).toEqual([]);
});
