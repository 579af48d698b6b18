import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, errorsOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import type { Workspace } from '../backend.ts';
import { createAssessment } from './createAssessment.ts';
import { listAssessments } from './listAssessments.ts';
import { openAssessment } from './openAssessment.ts';
import { recordAnswers } from './recordAnswers.ts';
import { storeEvidenceFile } from './storeEvidenceFile.ts';

let folder = '';
let workspace: Workspace;
let assessmentId = '';

beforeEach(() => {
  folder = makeTemporaryFolder();
  workspace = openTestWorkspace(folder);
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  assessmentId = valueOf(createAssessment(workspace.context, choice)).id;
});

function record(edits: readonly AnswerEdit[]) {
  return recordAnswers(workspace.context, { assessmentId, edits });
}

function answersAfterRestart() {
  workspace.close();
  workspace = openTestWorkspace(folder);
  return valueOf(openAssessment(workspace.context, assessmentId)).answers;
}

const card: Evidence = { number: '12/QĐ-UBND', date: '2026-03-05', issuer: '', title: 'Kế hoạch', page: '2' };

test('that no item of a checklist is met is an answer, also the first one', () => {
  const none: AnswerEdit = { criterionId: 'px-002', field: 'value', value: [] };
  expect(valueOf(record([none])).answers['px-002']?.value).toEqual([]);
  expect(answersAfterRestart()['px-002']?.value).toEqual([]);
});

test('values of every rule kind come back in canonical form and survive a restart', () => {
  const edits: readonly AnswerEdit[] = [
    { criterionId: 'px-006', field: 'value', value: true },
    { criterionId: 'px-008', field: 'value', value: 'A' },
    { criterionId: 'px-002', field: 'value', value: ['d', 'b'] },
    { criterionId: 'px-004', field: 'value', value: 12 },
    { criterionId: 'px-014', field: 'value', value: { numerator: '1,50', denominator: '100' } },
    { criterionId: 'px-018', field: 'value', value: { numerator: 7 } },
    { criterionId: 'px-005', field: 'value', value: '2' },
    { criterionId: 'px-026', field: 'value', value: { parts: [true, null] } },
    { criterionId: 'px-074', field: 'value', value: '1.50' },
    { criterionId: 'px-055', field: 'value', value: '45 %' },
  ];
  const recorded = valueOf(record(edits));
  const values = Object.fromEntries(
    Object.entries(recorded.answers).map(([id, answer]) => [id, answer.value]),
  );
  expect(values).toEqual({
    'px-006': true,
    'px-008': 'a',
    'px-002': ['b', 'd'],
    'px-004': '12',
    'px-014': { numerator: '1.5', denominator: '100' },
    'px-018': { numerator: '7', denominator: null },
    'px-005': '2',
    'px-026': { parts: [true, null] },
    'px-074': '1.5',
    'px-055': '45 %',
  });
  expect(answersAfterRestart()).toEqual(recorded.answers);
});

test('only the answers that were edited come back', () => {
  valueOf(record([{ criterionId: 'px-006', field: 'value', value: true }]));
  const recorded = valueOf(record([{ criterionId: 'px-008', field: 'explanation', value: 'đang trình' }]));
  expect(Object.keys(recorded.answers)).toEqual(['px-008']);
  expect(recorded.answers['px-008']).toEqual({
    value: null,
    evidence: [],
    explanation: 'đang trình',
    notApplicable: '',
    assignee: '',
  });
});

test('every fault comes back at once with its place, and nothing is written', () => {
  const refused = record([
    { criterionId: 'px-006', field: 'value', value: true },
    { criterionId: 'px-999', field: 'value', value: true },
    { criterionId: 'px-053', field: 'value', value: ['a'] },
    { criterionId: 'px-008', field: 'notApplicable', value: 'chưa có' },
    { criterionId: 'px-018', field: 'value', value: { numerator: 3, denominator: 0 } },
    { criterionId: 'px-017', field: 'value', value: { numerator: 3, denominator: 2 } },
    { criterionId: 'px-004', field: 'value', value: -1 },
    { criterionId: 'px-074', field: 'value', value: '2.5' },
    { criterionId: 'px-074', field: 'value', value: '0.3' },
    { criterionId: 'px-007', field: 'value', value: 'z' },
    { criterionId: 'px-004', field: 'explanation', value: 'x'.repeat(10_001) },
  ]);
  expect(errorsOf(refused).map(({ code, place }) => [code, place])).toEqual([
    ['criterion-unknown', 'px-999'],
    ['criterion-does-not-apply', '7.4'],
    ['not-applicable-refused', '2.1.notApplicable'],
    ['denominator-zero', '3.4.value.denominator'],
    ['numerator-above-denominator', '3.3.value.numerator'],
    ['number-negative', '1.4.value'],
    ['points-above-maximum', '11.3.value'],
    ['points-off-step', '11.3.value'],
    ['option-unknown', '1.7.value'],
    ['text-too-long', '1.4.explanation'],
  ]);
  expect(answersAfterRestart()).toEqual({});
});

test('a part of a sum is declared not applicable only where the set allows it', () => {
  const declared = { parts: [{ notApplicable: 'không có' }, { numerator: 1, denominator: 1 }] };
  const refused = record([{ criterionId: 'px-015', field: 'value', value: declared }]);
  expect(errorsOf(refused)).toEqual([
    { code: 'not-applicable-refused', params: { code: '3.1' }, place: '3.1.value.parts[0]' },
  ]);
  valueOf(record([{ criterionId: 'px-022', field: 'value', value: declared }]));
});

test('a reason of blanks only means that the criterion applies', () => {
  valueOf(record([{ criterionId: 'px-006', field: 'notApplicable', value: 'không có' }]));
  const recorded = valueOf(record([{ criterionId: 'px-006', field: 'notApplicable', value: ' \n ' }]));
  expect(recorded.answers['px-006']?.notApplicable).toBe('');
});

test('texts are kept in one form, whatever the keyboard made', () => {
  const recorded = valueOf(
    record([
      { criterionId: 'px-006', field: 'explanation', value: 'Đã phát động'.normalize('NFD') },
      { criterionId: 'px-006', field: 'evidence', value: [{ ...card, title: card.title.normalize('NFD') }] },
    ]),
  );
  expect(recorded.answers['px-006']).toMatchObject({
    explanation: 'Đã phát động'.normalize('NFC'),
    evidence: [card],
  });
});

test('a card may only refer to a file that is in the store', async () => {
  const source = path.join(folder, 'QĐ 12.pdf');
  writeFileSync(source, '%PDF-1.7');
  const file = valueOf(await storeEvidenceFile(workspace.context, source));
  const absent = { ...file, sha256: 'f'.repeat(64) };
  const edit = (cards: Evidence[]) => record([{ criterionId: 'px-006', field: 'evidence', value: cards }]);
  expect(errorsOf(edit([card, { ...card, file: absent }]))).toMatchObject([
    { code: 'evidence-file-missing', place: '1.6.evidence[1].file' },
  ]);
  valueOf(edit([{ ...card, file }]));
  expect(answersAfterRestart()['px-006']?.evidence).toEqual([{ ...card, file }]);
});

test('a card whose file was lost, or did not travel along, does not stand in the way of others', async () => {
  const source = path.join(folder, 'QĐ 12.pdf');
  writeFileSync(source, '%PDF-1.7');
  const file = valueOf(await storeEvidenceFile(workspace.context, source));
  valueOf(record([{ criterionId: 'px-006', field: 'evidence', value: [{ ...card, file }] }]));
  rmSync(valueOf(workspace.context.evidence.locate(file)));
  const cards = [{ ...card, page: '3', file }, card];
  valueOf(record([{ criterionId: 'px-006', field: 'evidence', value: cards }]));
  expect(answersAfterRestart()['px-006']?.evidence).toEqual(cards);
});

test('taking back the last answer leaves the criterion unanswered in the list', () => {
  valueOf(record([{ criterionId: 'px-006', field: 'value', value: true }]));
  const standing = () => valueOf(listAssessments(workspace.context))[0]?.standing;
  expect(standing()).toMatchObject({ criteriaMet: 1, criteriaOpen: 68, criteriaApplicable: 69 });
  valueOf(record([{ criterionId: 'px-006', field: 'value', value: null }]));
  expect(standing()).toMatchObject({ criteriaMet: 0, percent: '0' });
});

test('the list says when the last edit became durable', () => {
  const { savedAt } = valueOf(record([{ criterionId: 'px-006', field: 'value', value: true }]));
  valueOf(record([{ criterionId: 'px-006', field: 'value', value: true }]));
  expect(valueOf(listAssessments(workspace.context))[0]?.savedAt).toBe(savedAt);
});

test('an unknown assessment is refused by name', () => {
  const edits: AnswerEdit[] = [{ criterionId: 'px-006', field: 'value', value: true }];
  expect(codesOf(recordAnswers(workspace.context, { assessmentId: 'none', edits }))).toEqual([
    'assessment-unknown',
  ]);
});
