import fc from 'fast-check';
import type Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { compareYears } from '../../../test/helpers/comparedYears.ts';
import { arbitraryUnits, scoredUnit, type Said } from '../../../test/helpers/scoredUnits.ts';
import { zero } from '../scoring/pointsOfRule.ts';
import { criteriaOn, type Basis, type ScoredUnit } from './scoredUnit.ts';

describe('whatever units said', () => {
  const anyBasis = fc.constantFrom<Basis>('claimed', 'evidenced');
  const bases = fc.tuple(arbitraryUnits, arbitraryUnits, anyBasis);

  it('each unit of today is counted once', () => {
    fc.assert(
      fc.property(bases, ([past, now, on]) => {
        const { units, rose, fell, stayed, withoutThen, withoutNow, mean } = compareYears(past, now, {
          basis: on,
        });
        expect(units).toHaveLength(now.length);
        expect(rose + fell + stayed + withoutThen + withoutNow).toBe(now.length);
        expect(mean.units).toBe(rose + fell + stayed);
      }),
    );
  });

  it('the difference of the means is the mean of the differences, exactly', () => {
    fc.assert(
      fc.property(bases, ([past, now, on]) => {
        const { units, mean } = compareYears(past, now, { basis: on });
        const differences = units.flatMap(({ difference }) => difference ?? []);
        fc.pre(differences.length > 0);
        const sum = differences.reduce((total, one) => total.add(one), zero);
        expect(mean.now!.sub(mean.past!)).toEqual(sum.div(differences.length));
      }),
    );
  });

  it('the other way round everything changes its sign', () => {
    fc.assert(
      fc.property(bases, ([past, now, on]) => {
        const forth = compareYears(past, now, { basis: on });
        const back = compareYears(now, past, { basis: on });
        expect([back.rose, back.fell, back.stayed]).toEqual([forth.fell, forth.rose, forth.stayed]);
        for (const { now: unit, difference, moved } of forth.units) {
          const same = back.units.find((one) => one.now.unit.code === unit.unit.code);
          expect(same?.difference ?? null).toEqual(difference?.neg() ?? null);
          expect((same?.moved ?? 0) + (moved ?? 0)).toBe(0);
        }
        for (const { criterion, difference } of forth.criteria) {
          const same = back.criteria.find((one) => one.criterion.id === criterion.id);
          expect(same?.difference ?? null).toEqual(difference?.neg() ?? null);
        }
      }),
    );
  });

  it('a period compared with itself stays as it was', () => {
    fc.assert(
      fc.property(arbitraryUnits, anyBasis, (units, on) => {
        const compared = compareYears(units, units, { basis: on });
        expect([compared.rose, compared.fell, compared.withoutThen]).toEqual([0, 0, 0]);
        for (const { gained, lost } of compared.thresholds) expect([gained, lost]).toEqual([0, 0]);
        for (const { moved, cause } of compared.units) expect([moved ?? 0, cause]).toEqual([0, null]);
      }),
    );
  });

  it('reached now is reached then, with those gained and without those lost or open again', () => {
    const paired = fc.tuple(arbitraryUnits, arbitraryUnits).map(([past, now]) => {
      const both = now.filter((unit, index) => past[index] && unit.score && past[index].score);
      return both.map((unit) => {
        const before = past.find((one) => one.unit.code === unit.unit.code)!;
        return [{ ...before, unit: unit.unit }, unit] as const;
      });
    });
    fc.assert(
      fc.property(paired, (pairs) => {
        const { thresholds, units } = compareYears(
          pairs.map(([past]) => past),
          pairs.map(([, now]) => now),
        );
        thresholds.forEach(({ past, now, gained, lost }, index) => {
          const openAgain = units.filter(
            ({ thresholds: own }) => own[index]?.past === 'reached' && own[index].now === 'open',
          ).length;
          expect(past.reached + gained - lost - openAgain).toBe(now.reached);
        });
      }),
    );
  });

  it('where the same criteria count, what each did adds up to the difference, and the cause did most', () => {
    const said = fc.array(fc.constantFrom<Said>('yes', 'no', 'proved', null), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(said, said, anyBasis, (before, after, on) => {
        const [past, now] = [scoredUnit('20001', before), scoredUnit('20001', after)];
        const [unit] = compareYears([past], [now], { basis: on }).units;
        fc.pre(unit !== undefined && unit.difference !== null);
        const points = (of: ScoredUnit, id: string): Fraction =>
          criteriaOn(of, on).find(({ criterion }) => criterion.id === id)!.points;
        const changes = ['sm-001', 'sm-002', 'sm-003'].map((id) => points(now, id).sub(points(past, id)));
        expect(changes.reduce((sum, one) => sum.add(one), zero)).toEqual(unit.difference);
        const pushing = changes.filter((one) => one.mul(unit.difference!).gt(zero));
        expect(unit.cause === null).toBe(pushing.length === 0);
        for (const one of pushing) expect(unit.cause!.difference.abs().gte(one.abs())).toBe(true);
      }),
    );
  });
});
