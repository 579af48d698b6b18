import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { compareYears, sameSet, toPeriodUnit } from '../../../test/helpers/comparedYears.ts';
import { readContent } from '../../../test/helpers/content.ts';
import { scoredUnit, smallSet, type Said } from '../../../test/helpers/scoredUnits.ts';
import type { CriteriaSet } from '../criteria/criteriaSet.ts';
import { zero } from '../scoring/pointsOfRule.ts';
import { unitInForce } from '../units/findUnits.ts';
import { findPredecessors } from '../units/findPredecessors.ts';
import { comparePeriods, type UnitOfPeriod } from './comparePeriods.ts';
import { linkVersions } from './criterionChanges.ts';
import type { ScoredUnit } from './scoredUnit.ts';

// Of 100 points the first criterion is worth 40, the second 20, the third 40.
const full: readonly Said[] = ['yes', 'yes', 'yes', null, null];
const sixty: readonly Said[] = ['yes', 'yes', 'no', null, null];
const forty: readonly Said[] = ['yes', 'no', 'no', null, null];

describe('units in two periods', () => {
  const compared = compareYears(
    [
      scoredUnit('20001', forty),
      scoredUnit('20002', full),
      scoredUnit('20003', sixty),
      scoredUnit('20004', null),
      scoredUnit('20006', forty),
    ],
    [
      scoredUnit('20001', full),
      scoredUnit('20002', sixty),
      scoredUnit('20003', sixty),
      scoredUnit('20004', sixty),
      scoredUnit('20005', full),
      scoredUnit('20006', null),
    ],
  );
  const unit = (code: string) => compared.units.find(({ now }) => now.unit.code === code)!;

  it('rose, fell or stayed, and those without one of the figures are counted as such', () => {
    expect(compared).toMatchObject({ rose: 1, fell: 1, stayed: 1, withoutThen: 2, withoutNow: 1 });
    expect(unit('20001').difference).toEqual(new Fraction(60));
    expect(unit('20002').difference).toEqual(new Fraction(-40));
    expect(unit('20003').difference).toEqual(zero);
    expect(unit('20004').difference).toBeNull();
    expect(unit('20005')).toMatchObject({ past: null, difference: null, moved: null });
  });

  it('move between places that were theirs', () => {
    expect(unit('20001')).toMatchObject({
      past: { place: { rank: 3 } },
      now: { place: { rank: 1 } },
      moved: 2,
    });
    expect(unit('20002')).toMatchObject({
      past: { place: { rank: 1 } },
      now: { place: { rank: 3 } },
      moved: -2,
    });
    expect(unit('20006').moved).toBeNull();
  });

  it('newly reach a threshold or lose it', () => {
    const steps = compared.units.map(({ now, thresholds }) => [now.unit.code, thresholds[0]?.step ?? null]);
    expect(Object.fromEntries(steps)).toEqual({
      '20001': 'gained',
      '20002': 'lost',
      '20003': null,
      '20004': null,
      '20005': null,
      '20006': null,
    });
    expect(compared.thresholds[0]).toMatchObject({
      past: { units: 5, reached: 1 },
      now: { units: 6, reached: 2 },
      gained: 1,
      lost: 1,
      next: null,
    });
  });

  it('name the criterion that did most to it', () => {
    expect(unit('20001').cause).toMatchObject({ criterion: { id: 'sm-003' }, difference: new Fraction(40) });
    expect(unit('20002').cause).toMatchObject({ criterion: { id: 'sm-003' }, difference: new Fraction(-40) });
    expect(unit('20003').cause).toBeNull();
    expect(unit('20005').cause).toBeNull();
  });

  it('have means over those that have figures in both', () => {
    expect(compared.mean).toEqual({ units: 3, past: new Fraction(200, 3), now: new Fraction(220, 3) });
  });
});

it('a threshold that is open now is not lost', () => {
  const compared = compareYears(
    [scoredUnit('20001', full)],
    [scoredUnit('20001', [null, 'yes', 'yes', null, null])],
  );
  expect(compared.units[0]?.thresholds[0]).toMatchObject({ past: 'reached', now: 'open', step: null });
});

it('the next target is the nearest one after the year', () => {
  const target = (year: number, atLeast: number, threshold = 'points-80') => ({
    id: `${threshold}-${String(year)}`,
    threshold,
    year,
    demand: { kind: 'units' as const, atLeast },
    title: { vi: 'chữ', en: 'words' },
    sources: [],
  });
  const { thresholds } = compareYears([], [scoredUnit('20001', full), scoredUnit('20002', forty)], {
    targets: [target(2030, 9), target(2026, 1), target(2027, 2)],
  });
  expect(thresholds.map(({ next }) => next && [next.target.year, next.wanted, next.missing])).toEqual([
    [2027, 2, 1],
    null,
  ]);
});

describe('a unit that was formed from others', () => {
  const { unitLists } = readContent();
  /** Formed on 1 July 2025 from four wards of the list before, two of which were divided. */
  const version = unitInForce(unitLists, '20194', '2026-12-31')!;
  const before = findPredecessors(unitLists, version).map((found) => found.version!);
  const earlierUnits = before.map(({ unit, list }, index): ScoredUnit => {
    const scored = scoredUnit(unit.code, index === 0 ? full : forty);
    return {
      ...scored,
      unit: { code: unit.code, validFrom: list.validFrom, name: unit.name, kind: unit.kind },
    };
  });
  const today = toPeriodUnit(scoredUnit('20194', sixty));
  const compared = comparePeriods({
    set: smallSet,
    basis: 'claimed',
    now: { year: 2026, units: [{ ...today, version }] },
    past: { period: '2025-Q2', units: [], everywhere: earlierUnits.map((unit) => toPeriodUnit(unit)) },
    unitLists,
    targets: [],
    linksOf: sameSet,
  });

  it('is compared with their mean, wherever they stood, and has no place, verdict or cause of its own', () => {
    const sum = 100 + 40 * (before.length - 1);
    const [unit] = compared.units;
    expect(unit?.earlier.percent).toEqual(new Fraction(sum, before.length));
    expect(unit?.earlier.parts.map(({ name }) => name)).toEqual(before.map(({ unit: { name } }) => name));
    expect(unit?.earlier.isPartial).toBe(true);
    expect(unit?.difference).toEqual(new Fraction(60).sub(new Fraction(sum, before.length)));
    expect(unit).toMatchObject({ past: null, moved: null, cause: null });
    expect(unit?.thresholds.map(({ past, step }) => [past, step])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(compared).toMatchObject({ withoutThen: 0, mean: { units: 1 } });
  });
});

describe('criteria in two periods', () => {
  it('stand with what rose most first and what fell most last', () => {
    const { criteria } = compareYears(
      [
        scoredUnit('20001', ['no', 'yes', 'yes', null, null]),
        scoredUnit('20002', ['no', 'yes', 'yes', null, null]),
      ],
      [
        scoredUnit('20001', ['yes', 'yes', 'no', null, null]),
        scoredUnit('20002', ['no', 'yes', 'yes', null, null]),
      ],
    );
    expect(criteria.map(({ criterion, difference }) => [criterion.id, difference?.toString()])).toEqual([
      ['sm-001', '50'],
      ['sm-002', '0'],
      ['sm-003', '-50'],
    ]);
    expect(criteria[0]).toMatchObject({ past: { units: 2, percent: zero }, now: { units: 2 }, kind: 'kept' });
  });

  it('are followed through the map of the set: joined, divided, new and dropped ones', () => {
    const [first, second, third] = smallSet.groups.flatMap(({ criteria }) => criteria);
    const group = smallSet.groups[0]!;
    const older: CriteriaSet = {
      ...smallSet,
      version: '0.9.0',
      groups: [
        {
          ...group,
          criteria: [
            { ...first!, id: 'old-a' },
            { ...second!, id: 'old-b' },
            { ...third!, id: 'old-c' },
            { ...third!, id: 'old-d' },
          ],
        },
      ],
    };
    const links = linkVersions(older, smallSet, [
      { from: 'old-a', to: ['sm-001'], keepsValue: true },
      { from: 'old-b', to: ['sm-001'], keepsValue: false },
      { from: 'old-c', to: ['sm-002'], keepsValue: true },
      { from: 'old-d', to: [], keepsValue: false },
    ]);
    const unit = toPeriodUnit(scoredUnit('20001', full));
    const score = (id: string, points: number, max: number) => ({
      criterion: older.groups[0]!.criteria.find((criterion) => criterion.id === id)!,
      points: new Fraction(points),
      max: new Fraction(max),
    });
    const before: UnitOfPeriod = {
      ...unit,
      setVersion: '0.9.0',
      criteria: [
        score('old-a', 40, 40),
        score('old-b', 5, 20),
        score('old-c', 10, 40),
        score('old-d', 0, 40),
      ],
    };
    const { criteria } = compareYears([], [scoredUnit('20001', full)], {
      past: { period: '2025', units: [before], everywhere: [before] },
      linksOf: (version) => (version === '0.9.0' ? links : sameSet(version)),
    });
    const found = Object.fromEntries(
      criteria.map(({ criterion, kind, past, now }) => [
        criterion.id,
        [kind, past.percent?.toString() ?? null, now.percent?.toString() ?? null],
      ]),
    );
    expect(found).toEqual({
      'sm-001': ['kept', '75', '100'],
      'sm-002': ['kept', '25', '100'],
      'sm-003': ['new', null, '100'],
      'old-d': ['removed', '0', null],
    });
  });

  it('which do not count in both periods cause nothing, however much they weigh', () => {
    const { units } = compareYears(
      [scoredUnit('20001', full)],
      [scoredUnit('20001', ['yes', 'no', '-', null, null])],
    );
    expect(units[0]?.cause).toMatchObject({ criterion: { id: 'sm-002' }, difference: new Fraction(-100, 3) });
  });

  it('which are new under the id of one that is gone have nothing before them', () => {
    const links = linkVersions(smallSet, { ...smallSet, version: '2.0.0' }, [
      { from: 'sm-003', to: [], keepsValue: false },
    ]);
    const { criteria } = compareYears([scoredUnit('20001', forty)], [scoredUnit('20001', full)], {
      linksOf: () => links,
    });
    expect(criteria.find(({ criterion }) => criterion.id === 'sm-003')).toMatchObject({
      kind: 'new',
      past: { units: 0, percent: null },
    });
  });

  it('which are parts of a divided one cause nothing: what a part was before is not known', () => {
    const links = linkVersions(smallSet, { ...smallSet, version: '2.0.0' }, [
      { from: 'sm-003', to: ['sm-003', 'sm-002'], keepsValue: false },
    ]);
    expect([...links.parts].toSorted()).toEqual(['sm-002', 'sm-003']);
    const { units } = compareYears([scoredUnit('20001', forty)], [scoredUnit('20001', full)], {
      linksOf: () => links,
    });
    expect(units[0]?.cause).toBeNull();
  });
});
