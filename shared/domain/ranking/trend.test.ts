import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { readContent } from '../../../test/helpers/content.ts';
import { unitInForce } from '../units/findUnits.ts';
import { followUnit, type PeriodFigures } from './trend.ts';

const { unitLists } = readContent();
/** Formed on 1 July 2025 from four wards of the list before, two of which were divided. */
const haiVan = unitInForce(unitLists, '20194', '2026-12-31')!;

function period(code: string, percents: Readonly<Record<string, number>>): PeriodFigures {
  return {
    period: code,
    percentOf: ({ code: unitCode, validFrom }) => {
      const percent = percents[`${unitCode}@${validFrom ?? ''}`];
      return percent === undefined ? null : new Fraction(percent);
    },
  };
}

test('a unit is followed through the units it was formed from, whose codes it may share', () => {
  const predecessors = haiVan.unit.predecessors!;
  const before = unitLists.find(
    (list) =>
      list.validTo === '2025-06-30' &&
      list.units.some(({ code, name }) => code === predecessors[0]!.code && name === predecessors[0]!.name),
  )!;
  const percents = Object.fromEntries(
    predecessors.map(({ code }, index) => [`${code}@${before.validFrom ?? ''}`, 60 + index * 10]),
  );
  const [old, recent, none] = followUnit(unitLists, haiVan, [
    period('2025-Q1', percents),
    period('2026', { '20194@2025-07-01': 85 }),
    period('2027', {}),
  ]);
  const mean = predecessors.reduce((sum, _one, index) => sum.add(60 + index * 10), new Fraction(0));
  expect(old?.percent).toEqual(mean.div(predecessors.length));
  expect(old?.parts.map(({ name }) => name)).toEqual(predecessors.map(({ name }) => name));
  expect(old?.isPartial).toBe(predecessors.some(({ part }) => part === 'split'));
  expect(recent).toMatchObject({ percent: new Fraction(85), isPartial: false, parts: [{ code: '20194' }] });
  expect(none).toEqual({ period: '2027', percent: null, parts: [], isPartial: false });
});

test('a mean that lacks a predecessor says that it is partial', () => {
  const [first] = haiVan.unit.predecessors!;
  const before = unitLists.find(
    (list) =>
      list.validTo === '2025-06-30' &&
      list.units.some(({ code, name }) => code === first!.code && name === first!.name),
  )!;
  const [point] = followUnit(unitLists, haiVan, [
    period('2025-Q1', { [`${first!.code}@${before.validFrom ?? ''}`]: 70 }),
  ]);
  expect(point).toMatchObject({ percent: new Fraction(70), isPartial: true });
});
