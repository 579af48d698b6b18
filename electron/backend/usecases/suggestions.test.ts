import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, errorsOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import type { Workspace } from '../backend.ts';
import { createAssessment } from './createAssessment.ts';
import { readEvidenceUsage } from './evidenceUsage.ts';
import { listHistory } from './listHistory.ts';
import { moveStep } from './moveStep.ts';
import { openAssessment } from './openAssessment.ts';
import { findPrevious } from './previousAssessment.ts';
import { recordAnswers } from './recordAnswers.ts';
import { storeEvidenceFile } from './storeEvidenceFile.ts';
import { listSuggestions, settleSuggestions } from './suggestions.ts';

let folder = '';
let workspace: Workspace;

beforeEach(() => {
  folder = makeTemporaryFolder();
  workspace = openTestWorkspace(folder);
});

function create(unitCode: string, period: string, startFromPrevious = false): string {
  const set = { setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  return valueOf(createAssessment(workspace.context, { unitCode, period, ...set, startFromPrevious })).id;
}

function createAnswered(unitCode: string, period: string, ...edits: AnswerEdit[]): string {
  const assessmentId = create(unitCode, period);
  valueOf(recordAnswers(workspace.context, { assessmentId, edits }));
  return assessmentId;
}

const value = (criterionId: string, given: unknown): AnswerEdit => ({
  criterionId,
  field: 'value',
  value: given,
});
const documents = (criterionId: string, ...given: Evidence[]): AnswerEdit => ({
  criterionId,
  field: 'evidence',
  value: given,
});
const card = (number: string): Evidence => ({ number, date: '', issuer: '', title: '', page: '' });
const suggestionsOf = (assessmentId: string) => valueOf(listSuggestions(workspace.context, { assessmentId }));
const settle = (assessmentId: string, accept: string[], dismiss: string[] = []) =>
  settleSuggestions(workspace.context, { assessmentId, accept, dismiss });
const answersOf = (id: string) => valueOf(openAssessment(workspace.context, id)).answers;

test('last year comes back as suggestions that count for nothing until they are confirmed', () => {
  createAnswered('20242', '2024-Q4', value('px-006', false));
  createAnswered(
    '20242',
    '2025',
    value('px-006', true),
    documents('px-006', card('1/KH')),
    { criterionId: 'px-006', field: 'explanation', value: 'như năm trước' },
    { criterionId: 'px-006', field: 'assignee', value: 'Hoa' },
    { criterionId: 'px-018', field: 'notApplicable', value: 'không có' },
  );
  const id = create('20242', '2026', true);
  expect(answersOf(id)).toEqual({});
  expect(suggestionsOf(id)).toEqual([
    {
      criterionId: 'px-006',
      value: true,
      evidence: [card('1/KH')],
      explanation: 'như năm trước',
      from: [{ unitName: 'Phường Hải Châu', period: '2025', value: true }],
    },
  ]);
  const settled = valueOf(settle(id, ['px-006']));
  expect(settled).toMatchObject({
    canUndo: true,
    canRedo: false,
    answers: { 'px-006': { value: true, evidence: [card('1/KH')], assignee: '' } },
  });
  expect(suggestionsOf(id)).toEqual([]);
});

test('suggestions are offered only where they were asked for and something is there', () => {
  createAnswered('20242', '2025', value('px-006', true));
  expect(suggestionsOf(create('20242', '2026'))).toEqual([]);
  expect(suggestionsOf(create('20257', '2026', true))).toEqual([]);
});

test('a merged ward starts from the wards it was formed from: counts add, ratios come from the sums', () => {
  const wards = ['20227', '20230', '20233', '20242', '20236'];
  for (const [index, code] of wards.entries()) {
    createAnswered(
      code,
      '2025-Q2',
      value('px-004', index + 1),
      value('px-018', { numerator: 8 + index, denominator: 10 + index }),
      value('px-006', index > 0),
      documents('px-006', card(`${String(index)}/KH`), card('chung/KH')),
    );
  }
  const offered = suggestionsOf(create('20242', '2026', true));
  expect(offered.map(({ criterionId }) => criterionId)).toEqual(['px-004', 'px-006', 'px-018']);
  const [count, agreement, ratio] = offered;
  expect(count?.value).toBe('15');
  expect(count?.from.map(({ unitName }) => unitName)).toEqual([
    'Phường Thanh Bình',
    'Phường Thuận Phước',
    'Phường Thạch Thang',
    'Phường Phước Ninh',
    'Phường Hải Châu',
  ]);
  expect(ratio?.value).toEqual({ numerator: '50', denominator: '60' });
  expect(agreement?.value).toBeNull();
  expect(agreement?.evidence.map(({ number }) => number)).toEqual([
    '0/KH',
    'chung/KH',
    '1/KH',
    '2/KH',
    '3/KH',
    '4/KH',
  ]);
});

test('where one of the merged wards left nothing, the figures of the others do not pass for the whole', () => {
  for (const code of ['20227', '20230', '20233', '20242']) {
    createAnswered(code, '2025-Q2', value('px-004', 3), documents('px-004', card(code)));
  }
  const [offered] = suggestionsOf(create('20242', '2026', true));
  expect(offered).toMatchObject({ criterionId: 'px-004', value: null });
  expect(offered?.from).toHaveLength(4);
  expect(offered?.evidence).toHaveLength(4);
});

test('the way leads back through two reforms', () => {
  createAnswered('20221', '2024', value('px-004', 4));
  expect(suggestionsOf(create('20218', '2025-Q2', true))).toMatchObject([
    { value: '4', from: [{ unitName: 'Phường Thạc Gián', period: '2024' }] },
  ]);
});

test('accepting keeps what the officer has already written and adds only what is missing', () => {
  createAnswered('20242', '2025', value('px-006', true), documents('px-006', card('1/KH'), card('2/KH')), {
    criterionId: 'px-006',
    field: 'explanation',
    value: 'cũ',
  });
  const id = create('20242', '2026', true);
  const edits = [documents('px-006', card('9/KH'), card('1/KH')), value('px-006', false)];
  valueOf(recordAnswers(workspace.context, { assessmentId: id, edits }));
  const explanation = { criterionId: 'px-006', field: 'explanation', value: 'mới' } as const;
  valueOf(recordAnswers(workspace.context, { assessmentId: id, edits: [explanation] }));
  expect(valueOf(settle(id, ['px-006'])).answers['px-006']).toMatchObject({
    value: true,
    evidence: [card('9/KH'), card('1/KH'), card('2/KH')],
    explanation: 'mới',
  });
});

test('undo opens settled suggestions again, redo settles them, over a restart too', () => {
  createAnswered('20242', '2025', value('px-006', true), value('px-008', 'a'));
  const id = create('20242', '2026', true);
  expect(valueOf(settle(id, ['px-006'], ['px-008'])).answers).toMatchObject({ 'px-006': { value: true } });
  workspace.close();
  workspace = openTestWorkspace(folder);
  expect(suggestionsOf(id)).toEqual([]);
  const undone = valueOf(moveStep(workspace.context, 'undo', { assessmentId: id }));
  expect(undone.criterionIds).toEqual(['px-006', 'px-008']);
  expect(suggestionsOf(id)).toHaveLength(2);
  valueOf(moveStep(workspace.context, 'redo', { assessmentId: id }));
  expect(suggestionsOf(id)).toEqual([]);
  const history = valueOf(listHistory(workspace.context, { assessmentId: id, criterionId: 'px-006' }));
  expect(history.map(({ kind }) => kind)).toEqual(['redo', 'undo', 'suggestion']);
  valueOf(moveStep(workspace.context, 'undo', { assessmentId: id }));
  expect(valueOf(settle(id, [], ['px-006'])).canRedo).toBe(false);
  expect(suggestionsOf(id).map(({ criterionId }) => criterionId)).toEqual(['px-008']);
});

test('a suggestion that is not there is named and nothing is settled', () => {
  createAnswered('20242', '2025', value('px-006', true));
  const id = create('20242', '2026', true);
  expect(errorsOf(settle(id, ['px-006', 'px-008'], ['px-999']))).toMatchObject([
    { code: 'suggestion-unknown', place: '2.1' },
    { code: 'suggestion-unknown', place: 'px-999' },
  ]);
  expect(suggestionsOf(id)).toHaveLength(1);
  valueOf(settle(id, ['px-006']));
  expect(codesOf(settle(id, ['px-006']))).toEqual(['suggestion-unknown']);
});

test('documents whose file has vanished are taken over and named as missing', async () => {
  const attach = async (name: string): Promise<Evidence> => {
    const source = path.join(folder, name);
    writeFileSync(source, name);
    return { ...card(name), file: valueOf(await storeEvidenceFile(workspace.context, source)) };
  };
  const [kept, lost] = [await attach('giữ.pdf'), await attach('mất.pdf')];
  createAnswered('20242', '2025', documents('px-006', kept, lost), documents('px-008', kept));
  rmSync(valueOf(workspace.context.evidence.locate(lost.file ?? { sha256: '', name: '', size: 0 })));
  const id = create('20242', '2026', true);
  valueOf(settle(id, ['px-006', 'px-008']));
  const usage = valueOf(readEvidenceUsage(workspace.context, { assessmentId: id }));
  expect(usage.files).toMatchObject([
    { name: 'giữ.pdf', missing: false, criterionIds: ['px-006', 'px-008'] },
    { name: 'mất.pdf', missing: true, criterionIds: ['px-006'] },
  ]);
  expect(usage.totalBytes).toBe((kept.file?.size ?? 0) + (lost.file?.size ?? 0));
});

test('the previous assessment is the newest that ended earlier, of the same unit and set', () => {
  const previousOf = (id: string) => valueOf(findPrevious(workspace.context, id)).id;
  const quarter = create('20242', '2025-Q3');
  const year = create('20242', '2025');
  create('20257', '2025');
  create('20242', '2025-Q2');
  const later = create('20242', '2027');
  const now = create('20242', '2026');
  expect([previousOf(now), previousOf(year), previousOf(quarter)]).toEqual([year, quarter, null]);
  expect(previousOf(later)).toBe(now);
  expect(codesOf(findPrevious(workspace.context, 'none'))).toEqual(['assessment-unknown']);
});
