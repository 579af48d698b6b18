import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { openInstallation } from '../../../../test/helpers/installation.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { bases } from '#shared/domain/ranking/scoredUnit.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { readDashboard } from '../dashboard/readDashboard.ts';
import { createFeed } from './createFeed.ts';

test('the feed says in every stage what the dashboard says', async () => {
  const city = openInstallation('city', 'city', '48');
  const [id = ''] = fillPeriod(city.context(), [
    { unitCode: '20194' },
    { unitCode: '20242' },
    { unitCode: '20308' },
  ]);
  const accepted = { criterionId: 'px-006', decision: 'accepted', points: null, reason: '' } as const;
  for (const stage of ['appraised', 'final'] as const) {
    valueOf(recordAppraisals(city.context(), { assessmentId: id, stage, appraisals: [accepted] }));
  }
  const feed = valueOf(await createFeed(city.context(), {}));
  expect(feed).toMatchObject({ period: { code: '2026' }, units: 93, arrived: 3, scope: 'Thành phố Đà Nẵng' });
  expect(bases.map((basis) => feed.stages[basis].scored)).toEqual([3, 3, 1, 1]);
  for (const basis of bases) {
    const question = { period: '2026', setId: 'da-nang-phuong-xa', basis };
    const dashboard = valueOf(await readDashboard(city.context(), question));
    const stage = feed.stages[basis];
    expect(stage.units.map(({ unit, place }) => [unit.code, place])).toEqual(
      dashboard.ranking.map(({ unit, place }) => [unit.code, place.rank]),
    );
    stage.units.forEach(({ percent }, index) =>
      expectShown(percent, dashboard.ranking[index]?.percent ?? null),
    );
    stage.weakest.forEach(({ percent }, index) =>
      expectShown(percent, dashboard.criteria[index]?.percent ?? null),
    );
    expect(stage.bands.map(({ units }) => units)).toEqual(dashboard.bands.map(({ units }) => units));
    expect(stage.thresholds.map(({ reached, open }) => [reached, open])).toEqual(
      dashboard.shares.filter(({ peers }) => peers === null).map(({ reached, open }) => [reached, open]),
    );
    expect(stage.targets.map(({ missing }) => missing)).toEqual(
      dashboard.targets?.targets.map(({ missing }) => missing),
    );
  }
  expect(valueOf(await createFeed(city.context(), { period: '2026' }))).toEqual(feed);
});

test('a period without anything has no feed', async () => {
  const city = openInstallation('city', 'city', '48');
  expect(codesOf(await createFeed(city.context(), {}))).toEqual(['nothing-to-feed']);
  expect(codesOf(await createFeed(city.context(), { period: '2026' }))).toEqual([
    'period-without-assessments',
  ]);
  expect(codesOf(await createFeed(city.context(), { period: 'x' }))).toEqual(['period-malformed']);
});

function expectShown(shown: number | null, exact: string | null): void {
  if (exact === null || shown === null) expect(shown).toBe(exact);
  else expect(Math.abs(shown - new Fraction(exact).valueOf())).toBeLessThanOrEqual(0.005);
}
