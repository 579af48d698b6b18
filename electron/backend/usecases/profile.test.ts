import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { succeed } from '#shared/errors/result.ts';
import type { Workspace } from '../backend.ts';
import { createAssessment } from './createAssessment.ts';
import { listHistory } from './listHistory.ts';
import { moveStep } from './moveStep.ts';
import { openAssessment } from './openAssessment.ts';
import { readProfile, saveProfile } from './profile.ts';
import { recordAnswers } from './recordAnswers.ts';

let folder = '';
let workspace: Workspace;

beforeEach(() => {
  folder = makeTemporaryFolder();
  workspace = openTestWorkspace(folder);
});

const header = { address: '76 Bạch Đằng', contactName: 'Trần Thị Lan' };
const save = (change: object = {}) =>
  saveProfile(workspace.context, { role: 'commune', unitCode: '20242', header, ...change });
const read = () => valueOf(readProfile(workspace.context)).profile;

function headOf(unitCode: string, period: string) {
  const choice = { unitCode, period, setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const { id } = valueOf(createAssessment(workspace.context, choice));
  return valueOf(openAssessment(workspace.context, id));
}

test('who works here is asked once, can be changed and survives a restart', () => {
  expect(read()).toBeNull();
  valueOf(save());
  valueOf(
    save({ role: 'aggregator', header: { ...header, address: '', staffCount: '58'.normalize('NFD') } }),
  );
  workspace.close();
  workspace = openTestWorkspace(folder);
  expect(read()).toEqual({
    role: 'aggregator',
    unit: {
      code: '20242',
      validFrom: '2025-07-01',
      name: 'Phường Hải Châu',
      kind: 'phuong',
      parentName: 'Thành phố Đà Nẵng',
    },
    header: { contactName: 'Trần Thị Lan', staffCount: '58' },
  });
});

test('a new assessment of the own unit takes its head from the profile, and undo leaves it there', () => {
  valueOf(save());
  expect(headOf('20242', '2026')).toMatchObject({ header, canUndo: false });
});

test('edits are signed with the contact that the profile names', () => {
  valueOf(save());
  const { id } = headOf('20242', '2026').assessment;
  const edits = [{ criterionId: 'px-006', field: 'value', value: true } as const];
  valueOf(recordAnswers(workspace.context, { assessmentId: id, edits }));
  valueOf(save({ header: { contactName: 'Lê Hoa' } }));
  valueOf(moveStep(workspace.context, 'undo', { assessmentId: id }));
  const history = valueOf(listHistory(workspace.context, { assessmentId: id, criterionId: 'px-006' }));
  expect(history.map(({ author }) => author)).toEqual(['Lê Hoa', 'Trần Thị Lan']);
});

test('other units, also one that had the code before the reform, do not get this head', () => {
  valueOf(save());
  expect(headOf('20257', '2026').header).toEqual({});
  expect(headOf('20242', '2025-Q2').header).toEqual({});
});

test('a unit that does not exist, or a text that is too long, is refused and nothing is kept', () => {
  expect(codesOf(save({ unitCode: '99999' }))).toEqual(['unit-unknown']);
  expect(codesOf(save({ header: { address: 'x'.repeat(301) } }))).toEqual(['text-too-long']);
  expect(read()).toBeNull();
});

test('a profile that is no longer understood is asked for again', () => {
  valueOf(workspace.context.store.write((writer) => succeed(writer.writeSetting('profile', { role: 'x' }))));
  expect(read()).toBeNull();
});
