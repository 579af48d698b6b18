import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, errorsOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { Workspace } from '../backend.ts';
import type { UseCaseContext } from './context.ts';
import { createAssessment } from './createAssessment.ts';
import { findUnitsForPeriod } from './findUnitsForPeriod.ts';
import { chooseLanguage, readLanguage } from './language.ts';
import { findAssessments, listAssessments } from './listAssessments.ts';
import { openAssessment } from './openAssessment.ts';
import { recordHeader } from './recordHeader.ts';

let folder = '';
let workspace: Workspace;
let context: UseCaseContext;

beforeEach(() => {
  folder = makeTemporaryFolder();
  workspace = openTestWorkspace(folder);
  context = workspace.context;
});

const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };

test('a new assessment knows its unit as it is in force on the last day of the period', () => {
  const { id } = valueOf(createAssessment(context, choice));
  const opened = valueOf(openAssessment(context, id));
  expect(opened.answers).toEqual({});
  expect(opened.header).toEqual({});
  expect(opened.assessment).toMatchObject({
    id,
    period: '2026',
    savedAt: null,
    unit: {
      code: '20242',
      validFrom: '2025-07-01',
      name: 'Phường Hải Châu',
      kind: 'phuong',
      parentName: 'Thành phố Đà Nẵng',
    },
    standing: { percent: '0', ceilingPercent: '100', criteriaMet: 0 },
  });
});

test('one code before and after the reform are two units with two assessments', () => {
  const after = valueOf(createAssessment(context, { ...choice, period: '2025-Q3' }));
  const before = valueOf(createAssessment(context, { ...choice, period: '2025-Q2' }));
  const names = [after, before].map(({ id }) => valueOf(openAssessment(context, id)).assessment.unit.name);
  expect(names).toEqual(['Phường Hải Châu', 'Phường Phước Ninh']);
});

test('the code of a unit that was chosen does not make an assessment of the unit that had it before', () => {
  const chosen = { ...choice, unitValidFrom: '2025-07-01' };
  expect(errorsOf(createAssessment(context, { ...chosen, period: '2024' }))).toEqual([
    {
      code: 'unit-code-of-another',
      params: { code: '20242', day: '2024-12-31', unit: 'Phường Phước Ninh', chosen: 'Phường Hải Châu' },
    },
  ]);
  valueOf(createAssessment(context, { ...chosen, period: '2025' }));
  // The same unit in the next list of units is still the one that was chosen.
  valueOf(createAssessment(context, { ...choice, unitValidFrom: null, period: '2025-Q1' }));
  expect(
    valueOf(listAssessments(context))
      .map(({ period }) => period)
      .toSorted(),
  ).toEqual(['2025', '2025-Q1']);
});

test('the period is kept in its canonical form', () => {
  const { id } = valueOf(createAssessment(context, { ...choice, period: ' 2026q3 ' }));
  expect(valueOf(openAssessment(context, id)).assessment.period).toBe('2026-Q3');
});

test('the days of a whole year or quarter are that year or quarter, and no second period beside it', () => {
  const { id } = valueOf(createAssessment(context, choice));
  expect(errorsOf(createAssessment(context, { ...choice, period: '2026-01-01/2026-12-31' }))).toEqual([
    { code: 'assessment-exists', params: { id } },
  ]);
  const periods = ['2026-04-01/2026-06-30', '2026-04-01/2026-06-29'].map((period) => {
    const made = valueOf(createAssessment(context, { ...choice, period }));
    return valueOf(openAssessment(context, made.id)).assessment.period;
  });
  expect(periods).toEqual(['2026-Q2', '2026-04-01/2026-06-29']);
});

test('the same unit, period and set again leads to the assessment that is there', () => {
  const { id } = valueOf(createAssessment(context, choice));
  expect(errorsOf(createAssessment(context, choice))).toEqual([
    { code: 'assessment-exists', params: { id } },
  ]);
  expect(valueOf(listAssessments(context))).toHaveLength(1);
});

test.each([
  [{ period: '2026-13' }, ['period-malformed']],
  [{ unitCode: '99999' }, ['unit-unknown']],
  [{ unitCode: '490' }, ['unit-not-in-force']],
  [{ setId: 'lang-son' }, ['criteria-set-unknown']],
  [{ setVersion: '9.9.9' }, ['criteria-set-unknown']],
  [{ unitCode: '48' }, ['criteria-set-not-for-unit']],
  [{ setId: 'da-nang-cap-thanh-pho' }, ['criteria-set-not-for-unit']],
  [{ setId: 'lang-son', unitCode: '99999' }, ['criteria-set-unknown', 'unit-unknown']],
])('%o is refused as %o and nothing is created', (change, codes) => {
  expect(codesOf(createAssessment(context, { ...choice, ...change }))).toEqual(codes);
  expect(valueOf(listAssessments(context))).toEqual([]);
});

test('an unknown assessment is refused by name', () => {
  expect(codesOf(openAssessment(context, 'none'))).toEqual(['assessment-unknown']);
  expect(codesOf(recordHeader(context, { assessmentId: 'none', header: {} }))).toEqual([
    'assessment-unknown',
  ]);
});

test('the head of the form is kept field by field in one form and survives a restart', () => {
  const { id } = valueOf(createAssessment(context, choice));
  const header = { address: '76 Bạch Đằng'.normalize('NFD'), staffCount: '58' };
  valueOf(recordHeader(context, { assessmentId: id, header }));
  valueOf(recordHeader(context, { assessmentId: id, header: { staffCount: '', population: '127.000' } }));
  workspace.close();
  const reopened = openTestWorkspace(folder).context;
  expect(valueOf(openAssessment(reopened, id)).header).toEqual({
    address: '76 Bạch Đằng'.normalize('NFC'),
    population: '127.000',
  });
});

test('units are found among those in force on the last day of the period', () => {
  const find = (period: string) =>
    valueOf(findUnitsForPeriod(context, { text: 'hai chau', period, limit: 5 }));
  expect(find('2026')[0]).toMatchObject({ code: '20242', name: 'Phường Hải Châu' });
  expect(find('2024').map((unit) => unit.name)).toEqual([
    'Quận Hải Châu',
    'Phường Hải Châu I',
    'Phường Hải Châu II',
  ]);
  expect(codesOf(findUnitsForPeriod(context, { text: 'a', period: 'x', limit: 5 }))).toEqual([
    'period-malformed',
  ]);
});

test('an assessment whose set this installation lacks is listed, but not opened', () => {
  const { id } = valueOf(createAssessment(context, choice));
  const without = { ...context, content: { ...context.content, sets: [] } };
  expect(valueOf(listAssessments(without))).toMatchObject([{ id, standing: { percent: null } }]);
  expect(codesOf(openAssessment(without, id))).toEqual(['criteria-set-unknown']);
});

test('an assessment whose published set was tampered with is not opened', () => {
  const { id } = valueOf(createAssessment(context, choice));
  const sets = context.content.sets.map((loaded) => ({ ...loaded, digest: 'ff' }));
  const changed = { ...context, content: { ...context.content, sets } };
  expect(codesOf(openAssessment(changed, id))).toEqual(['criteria-set-changed']);
});

test('the language is Vietnamese until another is chosen, and the choice is kept', () => {
  expect(valueOf(readLanguage(context))).toBe('vi');
  valueOf(chooseLanguage(context, 'en'));
  workspace.close();
  expect(valueOf(readLanguage(openTestWorkspace(folder).context))).toBe('en');
});

test('a list of thousands is searched by unit, and only what is shown is scored', () => {
  for (const unitCode of ['20242', '20200', '20209']) {
    valueOf(createAssessment(context, { ...choice, unitCode }));
  }
  const ask = (text: string, limit: number) => valueOf(findAssessments(context, { text, limit }));
  expect(ask('', 2)).toMatchObject({ total: 3, found: 3, assessments: [{}, {}] });
  expect(ask('hai chau', 50)).toMatchObject({
    total: 3,
    found: 1,
    assessments: [{ unit: { code: '20242' } }],
  });
  expect(ask('20242', 50).found).toBe(1);
  expect(ask('không có đơn vị nào như thế', 50)).toEqual({
    total: 3,
    found: 0,
    conflicts: 0,
    assessments: [],
  });
});
