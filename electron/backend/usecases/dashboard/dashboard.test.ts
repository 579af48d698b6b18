import { beforeEach, expect, test } from 'vitest';
import { nextSetVersion } from '../../../../test/helpers/nextSetVersion.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { Workspace } from '#backend/backend.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import { rankScoredUnits } from '#shared/domain/ranking/rankScoredUnits.ts';
import { rankWeakest } from '#shared/domain/ranking/weakestCriteria.ts';
import { heatGroups, heatRow } from '#shared/domain/ranking/heatTable.ts';
import { bases, criteriaOn } from '#shared/domain/ranking/scoredUnit.ts';
import { dashboard, criterionOverUnits, trend } from '#shared/api/schemas/dashboard.ts';
import { findSet } from '../../files/content.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { openAssessment } from '../openAssessment.ts';
import { saveProfile } from '../profile.ts';
import { recordAnswers } from '../recordAnswers.ts';
import { describePeriod, toReportedPeriod } from '../reporting/describePeriod.ts';
import { scorePeriod, scorePeriodWithHistory } from '../reporting/scorePeriod.ts';
import { succeed } from '#shared/errors/result.ts';
import { readCriterionOverUnits } from './readCriterion.ts';
import { engineOf } from './keepFigures.ts';
import { readDashboard } from './readDashboard.ts';
import { readTrend } from './readTrend.ts';
import { listDashboardChoices } from './listChoices.ts';

const setId = 'da-nang-phuong-xa';
const units = ['20194', '20197', '20200', '20209'];

let workspace: Workspace;
let ids: readonly string[] = [];

beforeEach(() => {
  workspace = openTestWorkspace(makeTemporaryFolder());
  ids = fillPeriod(
    workspace.context,
    units.map((unitCode) => ({ unitCode })),
  );
});

const ask = async (basis: (typeof bases)[number] = 'claimed') =>
  valueOf(await readDashboard(workspace.context, { period: '2026', setId, basis }));

function judge(assessmentId: string, stage: 'appraised' | 'final'): void {
  const { answers } = valueOf(openAssessment(workspace.context, assessmentId));
  const [criterionId = ''] = Object.keys(answers);
  const appraisals = [{ criterionId, decision: 'accepted' as const, points: null, reason: '' }];
  valueOf(recordAppraisals(workspace.context, { assessmentId, stage, appraisals }));
}

test.each(bases)('kept figures say on the basis "%s" exactly what scoring says', async (basis) => {
  judge(ids[0] ?? '', 'appraised');
  judge(ids[1] ?? '', 'final');
  const scored = valueOf(scorePeriod(workspace.context, { period: '2026', setId }));
  const ranked = rankScoredUnits(scored.units, basis);
  for (const round of ['computed', 'kept']) {
    const { ranking, criteria } = await ask(basis);
    const groups = heatGroups(scored.loadedSet.set);
    expect(ranking.map((unit) => unit.groups)).toEqual(
      ranked.map((unit) =>
        unit.standing === null
          ? []
          : heatRow(groups, criteriaOn(unit, basis)).map(({ percent, weakest }) => ({
              percent: percent?.toFraction() ?? null,
              criterionId: weakest?.id ?? null,
            })),
      ),
    );
    expect(
      ranking.map(({ unit, place, percent, total, totalPercent }) => ({
        unit,
        place,
        percent,
        total,
        totalPercent,
      })),
      round,
    ).toEqual(
      ranked.map(({ unit, place, percent, total, totalPercent }) => ({
        unit,
        place,
        percent: percent?.toFraction() ?? null,
        total: total?.toFraction() ?? null,
        totalPercent: totalPercent?.toFraction() ?? null,
      })),
    );
    expect(criteria.map(({ id, percent }) => [id, percent])).toEqual(
      rankWeakest(scored.loadedSet.set, scored.units, basis).map(({ criterion, percent }) => [
        criterion.id,
        percent?.toFraction() ?? null,
      ]),
    );
    expect(dashboard.parse(JSON.parse(JSON.stringify(await ask(basis))))).toEqual(await ask(basis));
  }
});

test('groups are those of the newest version of the set, whichever version a unit was scored by', async () => {
  const { content } = workspace.context;
  const older = valueOf(findSet(content, setId));
  const newest = { ...nextSetVersion(older.set), digest: 'a'.repeat(64) };
  const context = { ...workspace.context, content: { ...content, sets: [...content.sets, newest] } };
  const groups = heatGroups(newest.set);
  const { units: scored } = valueOf(scorePeriod(context, { period: '2026', setId }));
  const { ranking, criteria } = valueOf(
    await readDashboard(context, { period: '2026', setId, basis: 'evidenced' }),
  );
  expect(ranking).toHaveLength(units.length);
  for (const { unit, groups: shown } of ranking) {
    const same = scored.find((one) => one.unit.code === unit.code);
    const cells = same ? heatRow(groups, criteriaOn(same, 'evidenced')) : [];
    expect(shown.map(({ percent }) => percent)).toEqual(
      cells.map(({ percent }) => percent?.toFraction() ?? null),
    );
  }
  expect(criteria.map(({ id, percent }) => [id, percent])).toEqual(
    rankWeakest(newest.set, scored, 'evidenced').map(({ criterion, percent }) => [
      criterion.id,
      percent?.toFraction() ?? null,
    ]),
  );
});

test.each(bases)('a criterion over the units is on the basis "%s" what scoring says', async (basis) => {
  judge(ids[2] ?? '', 'final');
  const scored = valueOf(scorePeriod(workspace.context, { period: '2026', setId }));
  const criterionId = scored.loadedSet.set.groups[0]?.criteria[0]?.id ?? '';
  const question = { period: '2026', setId, basis, criterionId };
  const over = valueOf(await readCriterionOverUnits(workspace.context, question));
  const expected = scored.units.flatMap((unit) => {
    const own = criteriaOn(unit, basis).find(
      ({ criterion, counts }) => counts && criterion.id === criterionId,
    );
    return own
      ? { code: unit.unit.code, state: own.state, points: own.points.toFraction(), met: own.met }
      : [];
  });
  const byCode = (a: { readonly code: string }, b: { readonly code: string }) => (a.code < b.code ? -1 : 1);
  expect(
    over.units
      .map(({ unit, state, points, met }) => ({ code: unit.code, state, points, met }))
      .toSorted(byCode),
  ).toEqual(expected.toSorted(byCode));
});

test('units whose claims are proved alike stand in the report as on the screen, by place', async () => {
  const card = { number: '1/QĐ-UBND', date: '', issuer: '', title: '', page: '' };
  const change = (answers: Answers): Answers =>
    Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { ...answer, evidence: [card] }]));
  fillPeriod(
    workspace.context,
    units.map((unitCode) => ({ unitCode, period: '2027', change })),
  );
  const { ranking } = valueOf(
    await readDashboard(workspace.context, { period: '2027', setId, basis: 'claimed' }),
  );
  expect(ranking.every(({ percents }) => percents.claimed === percents.evidenced)).toBe(true);
  const byPlace = ranking.map(({ unit }) => unit.code);
  expect(byPlace).not.toEqual(byPlace.toSorted());
  const scored = valueOf(scorePeriod(workspace.context, { period: '2027', setId }));
  const wish = { language: 'vi', basis: 'claimed', isMasked: true } as const;
  const gaps = describePeriod(workspace.context, scored, wish).tables.find(({ id }) => id === 'gaps');
  const at = gaps?.columns.findIndex(({ id }) => id === 'unitCode') ?? -1;
  expect(gaps?.rows.map((row) => row[at])).toEqual(byPlace);
});

test('what was scored once is not scored again until something changes', async () => {
  await ask();
  const before = await ask();
  const kept = () =>
    valueOf(
      workspace.context.store.read((reader) =>
        succeed([...reader.readStandingsOfPeriod(setId, '2026', engineOf(workspace.context)).keys()]),
      ),
    );
  expect(kept()).toHaveLength(units.length);
  const [assessmentId = ''] = ids;
  const criterionId = before.criteria.find(({ answered }) => answered > 0)?.id ?? '';
  valueOf(
    recordAnswers(workspace.context, { assessmentId, edits: [{ criterionId, field: 'value', value: null }] }),
  );
  expect(kept()).toHaveLength(units.length - 1);
  const after = await ask();
  expect(kept()).toHaveLength(units.length);
  const find = (all: typeof before) => all.ranking.find((one) => one.assessmentId === assessmentId);
  expect(find(after)?.criteriaOpen).toBe((find(before)?.criteriaOpen ?? 0) + 1);
});

test('the city sees every unit below it, with those from which nothing has come', async () => {
  const alone = await ask();
  expect(alone.head).toEqual({ scopeName: null, units: 4, arrived: 4, scored: 4 });
  valueOf(saveProfile(workspace.context, { role: 'city', unitCode: '48', header: {} }));
  const city = await ask();
  expect(city.head).toMatchObject({ units: 93, arrived: 4, scored: 4 });
  expect(city.ranking.filter(({ assessmentId }) => assessmentId === null)).toHaveLength(89);
  expect(city.targets?.targets.length).toBeGreaterThan(0);
  const scored = valueOf(scorePeriod(workspace.context, { period: '2026', setId, above: '48' }));
  expect(city.ranking.map(({ unit }) => unit.code)).toEqual(
    rankScoredUnits(scored.units, 'claimed').map(({ unit }) => unit.code),
  );
});

test('a criterion leads to the units that miss most of it, and to their assessments', async () => {
  const { criteria } = await ask();
  const criterionId = criteria[0]?.id ?? '';
  const over = valueOf(
    await readCriterionOverUnits(workspace.context, { period: '2026', setId, basis: 'claimed', criterionId }),
  );
  expect(criterionOverUnits.parse(over)).toEqual(over);
  expect(over.units).toHaveLength(criteria[0]?.units ?? 0);
  for (const { assessmentId } of over.units) expect(ids).toContain(assessmentId);
});

test('the units of a criterion stand in one order, whoever sent first', async () => {
  fillPeriod(
    workspace.context,
    units.toReversed().map((unitCode) => ({ unitCode, period: '2027', change: () => ({}) })),
  );
  const question = { period: '2027', setId, basis: 'claimed', criterionId: 'px-006' } as const;
  const over = valueOf(await readCriterionOverUnits(workspace.context, question));
  expect(over.units.map(({ unit }) => unit.code)).toEqual(units);
});

test('the trend of a span of days ends with that span, whatever others end on the same day', async () => {
  const spans = ['2025-01-01/2025-06-30', '2026-01-01/2026-06-30', '2026-03-01/2026-06-30'] as const;
  for (const period of spans) fillPeriod(workspace.context, [{ unitCode: '20194', period }]);
  const periodsOf = async (period: string) =>
    valueOf(await readTrend(workspace.context, { period, setId })).periods;
  expect(await periodsOf(spans[1])).toEqual([spans[0], spans[1]]);
  expect(await periodsOf(spans[2])).toEqual([spans[0], spans[2]]);
});

test('the trend holds each unit in every period, and what the whole did', async () => {
  fillPeriod(
    workspace.context,
    units.slice(1).map((unitCode) => ({ unitCode, period: '2025' })),
  );
  const read = valueOf(await readTrend(workspace.context, { period: '2026', setId }));
  expect(trend.parse(read)).toEqual(read);
  expect(read.periods).toEqual(['2025', '2026']);
  expect(read.all.map((point) => point.units)).toEqual([3, 4]);
  const { ranking } = await ask();
  for (const { unit, points } of read.units) {
    expect(points[1]?.percent).toBe(ranking.find((one) => one.unit.code === unit.code)?.percent);
  }
});

test('a report shows the trend that the dashboard shows, from the same kept figures', async () => {
  const years = Array.from({ length: 10 }, (_, index) => String(2016 + index));
  fillPeriod(
    workspace.context,
    years.map((period) => ({ unitCode: '20194', period })),
  );
  const { context } = workspace;
  const scored = valueOf(await scorePeriodWithHistory(context, { period: '2026', setId }));
  const printed = toReportedPeriod(context.content, scored, 'claimed');
  const shown = valueOf(await readTrend(context, { period: '2026', setId }));
  expect(shown.periods).toEqual([...years.slice(3), '2026']);
  expect(printed.periods).toEqual(shown.periods);
  for (const { unit, trend: points } of printed.units) {
    const same = shown.units.find((one) => one.unit.code === unit.code);
    expect(points.map(({ percent }) => percent?.toFraction() ?? null)).toEqual(
      same?.points.map(({ percent }) => percent),
    );
  }
  const kept = workspace.context.store.read((reader) =>
    succeed(reader.listKeptPercents(setId, years[4] ?? '', engineOf(workspace.context))),
  );
  expect(valueOf(kept)).toHaveLength(1);
});

test('the newest period comes first among the choices', () => {
  fillPeriod(workspace.context, [{ unitCode: '20242', period: '2025' }]);
  const { choices } = valueOf(listDashboardChoices(workspace.context));
  expect(choices.map(({ period, assessments }) => [period, assessments])).toEqual([
    ['2026', 4],
    ['2025', 1],
  ]);
});
