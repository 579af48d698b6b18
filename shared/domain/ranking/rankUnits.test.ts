import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { rankUnits, type RankedFigures } from './rankUnits.ts';

interface Unit extends RankedFigures {
  readonly name: string;
  readonly peers: string;
}

function unit(
  name: string,
  total: number | null,
  percent = total,
  criteria = percent,
  peers = 'phuong',
): Unit {
  const exact = (figure: number | null): Fraction | null => (figure === null ? null : new Fraction(figure));
  return {
    name,
    peers,
    totalPercent: exact(total),
    percent: exact(percent),
    criteriaPercent: exact(criteria),
  };
}

const rank = (units: readonly Unit[]) => rankUnits(units, ({ peers }) => peers);
const places = (units: readonly Unit[]) =>
  rank(units).map(({ name, place }) => [name, place.rank, place.sharedWith, place.decidedBy]);

describe('ranking units among their peers', () => {
  it('puts the highest first and lets equals share a place, with a gap after it', () => {
    expect(places([unit('a', 70), unit('b', 90), unit('c', 80), unit('d', 80)])).toEqual([
      ['b', 1, 0, null],
      ['c', 2, 1, 'totalPercent'],
      ['d', 2, 1, null],
      ['a', 4, 0, 'totalPercent'],
    ]);
  });

  it('says what decided between units of equal points', () => {
    expect(places([unit('a', 80, 79), unit('b', 80, 80, 70), unit('c', 80, 80, 75)])).toEqual([
      ['c', 1, 0, null],
      ['b', 2, 0, 'criteriaPercent'],
      ['a', 3, 0, 'percent'],
    ]);
  });

  it('ranks each peer group for itself', () => {
    expect(places([unit('a', 70), unit('x', 60, 60, 60, 'xa'), unit('b', 75)])).toEqual([
      ['b', 1, 0, null],
      ['a', 2, 0, 'totalPercent'],
      ['x', 1, 0, null],
    ]);
  });

  it('gives no place to a unit without figures', () => {
    const ranked = rank([unit('none', null), unit('a', 0)]);
    expect(ranked.map(({ name, place }) => [name, place.rank, place.of])).toEqual([
      ['a', 1, 1],
      ['none', null, 1],
    ]);
  });

  it('tells exact figures apart that look the same when rounded', () => {
    const third = { ...unit('third', 0), totalPercent: new Fraction(1, 3) };
    const less = { ...unit('less', 0), totalPercent: new Fraction('0.3333333333') };
    expect(rank([less, third]).map(({ name }) => name)).toEqual(['third', 'less']);
  });

  it('gives everybody exactly one place, whatever the order of the list', () => {
    const arbitraryUnit = fc
      .record({ total: fc.option(fc.integer({ min: 0, max: 5 })), met: fc.integer({ min: 0, max: 3 }) })
      .map(({ total, met }) => unit('', total, total, met));
    fc.assert(
      fc.property(fc.array(arbitraryUnit, { maxLength: 12 }), (given) => {
        const units = given.map((one, index) => ({ ...one, name: String(index) }));
        const placeOf = (list: readonly Unit[]) =>
          new Map(rank(list).map(({ name, place }) => [name, [place.rank, place.sharedWith]]));
        const forwards = placeOf(units);
        expect(placeOf(units.toReversed())).toEqual(forwards);
        for (const { name, totalPercent } of units) {
          const [own] = forwards.get(name) ?? [];
          const better = units.filter((other) => {
            const [place] = forwards.get(other.name) ?? [];
            return typeof place === 'number' && typeof own === 'number' && place < own;
          });
          expect(own).toBe(totalPercent === null ? null : better.length + 1);
        }
      }),
    );
  });
});
