import Fraction from 'fraction.js';
import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { fillPeriod } from '../../../../test/helpers/filledPeriod.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { Workspace } from '#backend/backend.ts';
import { comparison } from '#shared/api/schemas/comparison.ts';
import { bases, type Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { findPredecessors } from '#shared/domain/units/findPredecessors.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { recordAppraisals } from '../appraisal/recordAppraisals.ts';
import { openAssessment } from '../openAssessment.ts';
import { saveProfile } from '../profile.ts';
import { createReport } from '../reporting/createReport.ts';
import { isInScope, findScope } from '../unitScope.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { readComparison } from './readComparison.ts';
import { readDashboard } from './readDashboard.ts';
import { readTrend } from './readTrend.ts';

const setId = 'da-nang-phuong-xa';
const units = ['20194', '20197', '20200', '20209'];

let workspace: Workspace;

beforeEach(() => {
  workspace = openTestWorkspace(makeTemporaryFolder());
});

const fill = (period: string, codes: readonly string[]) =>
  fillPeriod(
    workspace.context,
    codes.map((unitCode) => ({ unitCode, period })),
  );
const ask = async (period = '2026', basis: Basis = 'claimed') =>
  valueOf(await readDashboard(workspace.context, { period, setId, basis }));
const compare = async (earlier: string | null = null, basis: Basis = 'claimed', period = '2026') =>
  await readComparison(workspace.context, { period, setId, basis, earlier });

function judge(assessmentId: string, stage: 'appraised' | 'final'): void {
  const { answers } = valueOf(openAssessment(workspace.context, assessmentId));
  const [criterionId = ''] = Object.keys(answers);
  const appraisals = [{ criterionId, decision: 'accepted' as const, points: null, reason: '' }];
  valueOf(recordAppraisals(workspace.context, { assessmentId, stage, appraisals }));
}

test.each(bases)('both periods say on the basis "%s" what their own dashboards say', async (basis) => {
  const [now = '', second = ''] = fill('2026', units);
  const [past = ''] = fill('2025', units.slice(0, 3));
  for (const id of [now, second, past]) for (const stage of ['appraised', 'final'] as const) judge(id, stage);
  const read = valueOf(await compare(null, basis));
  expect(comparison.parse(JSON.parse(JSON.stringify(read)))).toEqual(read);
  expect(read.choices).toEqual(['2025']);
  const found = read.comparison!;
  expect(found.earlier).toBe('2025');
  const [today, before] = [await ask('2026', basis), await ask('2025', basis)];
  expect(found.units.map(({ unit }) => unit)).toEqual(today.ranking.map(({ unit }) => unit));
  for (const one of found.units) {
    const same = (all: typeof today) => all.ranking.find(({ unit }) => unit.code === one.unit.code);
    const [after, earlier] = [same(today)!, same(before)];
    expect(one.now).toMatchObject({ percent: after.percent, rank: after.place.rank, of: after.place.of });
    expect(one.past?.percent).toBe(earlier?.percent);
    expect(one.past?.rank).toBe(earlier?.place.rank);
    expect(one.percentThen).toBe(earlier?.percent ?? null);
    const difference =
      after.percent === null || !earlier?.percent
        ? null
        : new Fraction(after.percent).sub(earlier.percent).toFraction();
    expect(one.difference).toBe(difference);
    expect(one.formedFrom).toEqual([]);
  }
  for (const { thresholdId, past: earlierShare, now: share } of found.thresholds) {
    const of = (all: typeof today) =>
      all.shares.find((one) => one.peers === null && one.thresholdId === thresholdId);
    expect(share).toEqual({ units: 4, reached: of(today)!.reached, share: of(today)!.share });
    expect(earlierShare).toEqual({ units: 3, reached: of(before)!.reached, share: of(before)!.share });
  }
  for (const { id, now: after, past: earlier } of found.criteria) {
    const of = (all: typeof today) => all.criteria.find((one) => one.id === id);
    expect([after.units, after.percent]).toEqual([of(today)!.units, of(today)!.percent]);
    expect([earlier.units, earlier.percent]).toEqual([of(before)!.units, of(before)!.percent]);
  }
});

test('the city compares all units below it, those included that sent nothing in one of the periods', async () => {
  fill('2026', units);
  fill('2025', units.slice(0, 3));
  valueOf(saveProfile(workspace.context, { role: 'city', unitCode: '48', header: {} }));
  const found = valueOf(await compare()).comparison!;
  expect(found.units).toHaveLength(93);
  expect(found).toMatchObject({ withoutThen: 1, withoutNow: 89, mean: { units: 3 } });
  expect(found.thresholds[0]).toMatchObject({ past: { units: 93 }, now: { units: 93 } });
  expect(found.thresholds[0]?.past.share).toBe((await ask('2025')).shares[0]?.share);
  const next = found.thresholds.find(({ thresholdId }) => thresholdId === 'criteria-80')?.next;
  expect(next).toMatchObject({ year: 2030, wanted: 93 });
});

test('a unit that was formed since, from units of another province too, is compared with their mean', async () => {
  const { content } = workspace.context;
  const before = valueOf(parsePeriod('2025-Q2'));
  const oldCity = valueOf(findScope(content, '48', before))!;
  const isOutside = ({ unit, list }: UnitVersion) =>
    !isInScope(oldCity, { unitCode: unit.code, unitValidFrom: list.validFrom });
  const newest = content.unitLists.find(({ validTo, units: all }) => validTo === null && all.length > 0)!;
  const formed = newest.units
    .filter(({ kind, predecessors }) => kind === 'phuong' && (predecessors?.length ?? 0) > 1)
    .map((unit) => ({ unit, from: findPredecessors(content.unitLists, { unit, list: newest }) }))
    .find(({ from }) => from.every(({ version }) => version && isOutside(version)))!;
  const [first, second] = formed.from.map(({ version }) => version!.unit);
  fill('2026-Q2', [formed.unit.code, '20194']);
  fill('2025-Q2', [first!.code, second!.code]);
  valueOf(saveProfile(workspace.context, { role: 'city', unitCode: '48', header: {} }));
  const found = valueOf(await compare(null, 'claimed', '2026-Q2')).comparison!;
  const unit = found.units.find((one) => one.unit.code === formed.unit.code);
  expect(unit?.formedFrom).toEqual([first!.name, second!.name]);
  expect(unit).toMatchObject({ past: null, moved: null, cause: null });
  expect(unit?.percentThen).not.toBeNull();
  expect(found.units.find((one) => one.unit.code === '20194')?.percentThen).toBeNull();
  // They were not below the city of that time: its own shares do not count them.
  expect(found.thresholds[0]?.past.reached).toBe(0);
  expect(found.criteria.every(({ past }) => past.units === 0)).toBe(true);
});

test.each([
  ['all of them', ['20314', '20323', '20329']],
  ['the one whose code and name it bears', ['20314']],
])('screen and report name the same units for a mean of those joined: %s', async (_which, codes) => {
  const { context } = workspace;
  fill('2026-Q2', ['20314']);
  fill('2025-Q2', codes);
  const names = ['Phường Hòa Xuân', 'Xã Hòa Châu', 'Xã Hòa Phước'].slice(0, codes.length);
  const isPartial = codes.length < 3;
  const compared = valueOf(await compare(null, 'claimed', '2026-Q2')).comparison?.units;
  expect(compared).toMatchObject([{ past: null, formedFrom: names, isPartial }]);
  const [followed] = valueOf(await readTrend(context, { period: '2026-Q2', setId })).units;
  expect(followed?.points).toMatchObject([
    { formedFrom: names, isPartial },
    { formedFrom: [], isPartial: false },
  ]);
  const wish = {
    language: 'vi',
    basis: 'claimed',
    earlier: null,
    isMasked: true,
    format: 'json',
    csvDialect: 'machine',
  } as const;
  const { files } = valueOf(await createReport(context, { period: '2026-Q2', setId }, wish));
  const written = Buffer.from(files[0]!.bytes).toString();
  expect(
    written.split(`2025-Q2: ${isPartial ? 'chỉ một phần, từ' : 'trung bình của'} ${names.join(', ')}"`),
  ).toHaveLength(3);
});

test('another earlier period can be chosen; what cannot be compared is refused by name', async () => {
  fill('2027', units);
  fill('2026', units.slice(0, 1));
  fill('2025', units.slice(1, 3));
  fill('2026-Q4', units.slice(0, 1));
  const of2027 = (earlier: string | null) => compare(earlier, 'claimed', '2027');
  const usual = valueOf(await of2027(null));
  expect(usual.choices).toEqual(['2026', '2025']);
  expect(usual.comparison).toMatchObject({ earlier: '2026', mean: { units: 1 } });
  expect(valueOf(await of2027('2025')).comparison).toMatchObject({ earlier: '2025', mean: { units: 2 } });
  expect(codesOf(await of2027('2026-Q4'))).toEqual(['periods-not-comparable']);
  expect(codesOf(await of2027('2028'))).toEqual(['periods-not-comparable']);
  expect(codesOf(await of2027('năm ngoái'))).toEqual(['period-malformed']);
});

test('where there is no earlier period there is nothing to compare with, and that is no fault', async () => {
  fill('2026', units.slice(0, 1));
  expect(valueOf(await compare())).toEqual({ choices: [], comparison: null });
});
