import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, it } from 'vitest';
import { arbitraryUnits, scoredUnit, smallSet } from '../../../test/helpers/scoredUnits.ts';
import { zero } from '../scoring/pointsOfRule.ts';
import { spreadOverBands } from './bandSpread.ts';
import { compareClaims } from './claimGaps.ts';
import { heatGroups, heatRow } from './heatTable.ts';
import { rankScoredUnits } from './rankScoredUnits.ts';
import { bases, criteriaOn, figuresOn, standingOn } from './scoredUnit.ts';
import type { Target } from './targets.ts';
import { shareThresholds, standAgainstTargets } from './thresholdShares.ts';
import { rankWeakest } from './weakestCriteria.ts';

const full = scoredUnit('20001', ['proved', 'proved', 'proved', 'proved', 'no']);
const claimsOnly = scoredUnit('20002', ['yes', 'yes', 'yes', 'yes', 'yes']);
const half = scoredUnit('20003', ['proved', 'no', 'no', 'no', 'no']);
const begun = scoredUnit('20004', ['proved', null, null, null, null], 'xa');
const silent = scoredUnit('20005', null, 'xa');
const all = [begun, silent, half, claimsOnly, full];

const target = (demand: Target['demand'], threshold = 'points-80'): Target => ({
  id: 'one',
  threshold,
  year: 2025,
  demand,
  title: { vi: 'chữ', en: 'words' },
  sources: [],
});

describe('figures of a unit on a basis', () => {
  it('adds bonus and takes off penalty, which no document has to prove', () => {
    expect(figuresOn(claimsOnly, 'claimed').totalPercent).toEqual(new Fraction(95));
    // Only the third criterion needs no document; the bonus does.
    expect(figuresOn(claimsOnly, 'evidenced')).toMatchObject({
      percent: new Fraction(40),
      bonus: zero,
      total: new Fraction(30),
    });
    expect(figuresOn(silent, 'claimed')).toMatchObject({ standing: null, totalPercent: null });
    expect(figuresOn(full, 'appraised').totalPercent).toBeNull();
  });

  it('follows what was appraised and what the council decided once they have spoken', () => {
    const judged = { ...full, appraised: { standing: half.score!.claimed, criteria: half.score!.criteria } };
    expect(standingOn(judged, 'appraised')?.percent).toEqual(new Fraction(40));
    expect(standingOn(judged, 'final')).toBeNull();
    expect(rankScoredUnits([judged, half], 'appraised').map(({ place }) => place.rank)).toEqual([1, null]);
  });
});

describe('ranking scored units', () => {
  it('keeps peer groups in the order of lists and puts silent units last', () => {
    expect(rankScoredUnits(all, 'claimed').map(({ unit, place }) => [unit.code, place.rank])).toEqual([
      ['20001', 1],
      ['20002', 2],
      ['20003', 3],
      ['20004', 1],
      ['20005', null],
    ]);
  });
});

describe('shares of units at a threshold', () => {
  it('are of all units, whether they sent something or not', () => {
    const [whole, wards, communes] = shareThresholds(smallSet.thresholds, all, 'claimed');
    expect(whole).toMatchObject({ units: 5, reached: 2, notReached: 1, open: 2, share: new Fraction(40) });
    expect(wards).toMatchObject({ peers: 'phuong', units: 3, reached: 2, open: 0 });
    expect(communes).toMatchObject({ peers: 'xa', units: 2, reached: 0, open: 2, share: zero });
  });

  it('count every unit once, in every group, on every basis', () => {
    fc.assert(
      fc.property(arbitraryUnits, fc.constantFrom(...bases), (units, basis) => {
        for (const share of shareThresholds(smallSet.thresholds, units, basis)) {
          expect(share.reached + share.notReached + share.open).toBe(share.units);
          expect(share.share?.mul(share.units).div(100).valueOf() ?? 0).toBe(share.reached);
        }
      }),
    );
  });
});

describe('targets for all units together', () => {
  const shares = shareThresholds(smallSet.thresholds, all, 'claimed');
  const stand = (demand: Target['demand']) => standAgainstTargets([target(demand)], shares)[0];

  it('are reached, out of reach, or still open', () => {
    expect(stand({ kind: 'units', atLeast: 2 })).toMatchObject({ state: 'reached', wanted: 2, missing: 0 });
    expect(stand({ kind: 'units', atLeast: 4 })).toMatchObject({ state: 'open', missing: 2 });
    expect(stand({ kind: 'units', atLeast: 5 })).toMatchObject({ state: 'not-reached', missing: 3 });
  });

  it('round the units of a share up, as "at least" says', () => {
    expect(stand({ kind: 'share', atLeast: '40' })).toMatchObject({ wanted: 2, state: 'reached' });
    expect(stand({ kind: 'share', atLeast: '40.1' })).toMatchObject({ wanted: 3, state: 'open' });
    expect(stand({ kind: 'share', atLeast: '100' })).toMatchObject({ wanted: 5, state: 'not-reached' });
  });

  it('say nothing of thresholds that the set does not have, and are open without units', () => {
    expect(standAgainstTargets([target({ kind: 'units', atLeast: 1 }, 'gone')], shares)).toEqual([]);
    const none = shareThresholds(smallSet.thresholds, [], 'claimed');
    expect(standAgainstTargets([target({ kind: 'share', atLeast: '100' })], none)).toMatchObject([
      { state: 'open', wanted: 0 },
    ]);
  });

  it('are reached exactly when the share is at the demand', () => {
    fc.assert(
      fc.property(arbitraryUnits, fc.integer({ min: 1, max: 100 }), (units, percent) => {
        fc.pre(units.length > 0);
        const own = shareThresholds(smallSet.thresholds, units, 'claimed');
        const [standing] = standAgainstTargets([target({ kind: 'share', atLeast: String(percent) })], own);
        expect(standing?.state === 'reached').toBe(own[0]!.share!.gte(percent));
      }),
    );
  });
});

describe('the distribution over the bands', () => {
  it('puts each unit in one band', () => {
    expect(spreadOverBands(smallSet, all, 'claimed')).toMatchObject([
      { units: 2, byKind: { phuong: 2 } },
      { units: 0 },
      { band: 'below', units: 2, byKind: { phuong: 1, xa: 1 } },
      { band: 'none', units: 1 },
    ]);
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        const counts = spreadOverBands(smallSet, units, 'claimed').map((count) => count.units);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(units.length);
      }),
    );
  });
});

describe('unit by group', () => {
  it('leaves out groups without ordinary criteria, and what does not apply', () => {
    const groups = heatGroups(smallSet);
    expect(groups.map(({ id }) => id)).toEqual(['sm-g01', 'sm-g02']);
    const notThere = scoredUnit('20009', ['yes', 'no', '-', null, null]);
    expect(
      heatRow(groups, criteriaOn(notThere, 'claimed')).map(({ percent }) => percent?.toString() ?? null),
    ).toEqual(['66.(6)', null]);
    expect(heatRow(groups, criteriaOn(notThere, 'evidenced'))[0]?.percent).toEqual(zero);
  });

  it('adds up to the points of the unit', () => {
    fc.assert(
      fc.property(
        arbitraryUnits,
        fc.constantFrom('claimed' as const, 'evidenced' as const),
        (units, basis) => {
          for (const unit of units) {
            const cells = heatRow(heatGroups(smallSet), criteriaOn(unit, basis));
            const sum = cells.reduce((total, { points }) => total.add(points), zero);
            expect(sum).toEqual(standingOn(unit, basis)?.points ?? zero);
          }
        },
      ),
    );
  });
});

describe('criteria over all units', () => {
  it('stand with the weakest first, by share and then by points lost', () => {
    const weakest = rankWeakest(smallSet, [full, half, claimsOnly, begun, silent], 'claimed');
    expect(weakest.map(({ criterion, percent }) => [criterion.id, percent?.toString()])).toEqual([
      ['sm-003', '50'],
      ['sm-002', '50'],
      ['sm-001', '100'],
    ]);
    expect(weakest[0]).toMatchObject({ units: 4, answered: 3, met: 2 });
  });

  it('that count nowhere stand at the end', () => {
    expect(
      rankWeakest(smallSet, [scoredUnit('20009', ['-', 'yes', 'no', null, null])], 'claimed'),
    ).toMatchObject([
      { criterion: { id: 'sm-003' } },
      { criterion: { id: 'sm-002' } },
      { criterion: { id: 'sm-001' }, units: 0, percent: null },
    ]);
  });
});

describe('claimed against proved and judged', () => {
  it('puts the widest gap first, and what the appraisal corrected before it', () => {
    const corrected = { ...half, appraised: { standing: begun.score!.claimed, criteria: [] } };
    const gaps = compareClaims([full, silent, claimsOnly, corrected]);
    expect(gaps.map(({ unit }) => unit.code)).toEqual(['20003', '20002', '20001', '20005']);
    expect(gaps[1]).toMatchObject({ unproved: new Fraction(60), corrected: null });
  });

  it('never proves more than is claimed', () => {
    fc.assert(
      fc.property(arbitraryUnits, (units) => {
        for (const { unproved } of compareClaims(units)) expect(unproved?.gte(0) ?? true).toBe(true);
      }),
    );
  });
});
