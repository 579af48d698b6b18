import Database from 'better-sqlite3';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { keepPdf, readPdfText } from '../../../test/helpers/readPdf.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, errorsOf, openTestWorkspace, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { shortCode } from '#shared/report/scorecardCode.ts';
import type { Workspace } from '../backend.ts';
import { createAssessment } from './createAssessment.ts';
import { createScorecard } from './createScorecard.ts';
import { saveEfforts } from './efforts.ts';
import { listAssessments } from './listAssessments.ts';
import { moveStep } from './moveStep.ts';
import { openAssessment } from './openAssessment.ts';
import { recordAnswers } from './recordAnswers.ts';
import { recordHeader } from './recordHeader.ts';
import { recallSignature, signAssessment } from './signing.ts';
import { settleSuggestions } from './suggestions.ts';

let folder = '';
let workspace: Workspace;
let assessmentId = '';

beforeEach(() => {
  folder = makeTemporaryFolder();
  workspace = openTestWorkspace(folder);
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  assessmentId = valueOf(createAssessment(workspace.context, choice)).id;
});

const signatory = {
  name: 'Nguyễn Văn An',
  title: 'Chủ tịch UBND phường',
  place: 'Hải Châu',
  date: '2026-12-20',
};

const sign = (change: Partial<typeof signatory> = {}) =>
  signAssessment(workspace.context, { assessmentId, ...signatory, ...change });
const recall = (reason = 'Sai số hộ') => recallSignature(workspace.context, { assessmentId, reason });
const answer = (value: boolean | null) =>
  recordAnswers(workspace.context, {
    assessmentId,
    edits: [{ criterionId: 'px-006', field: 'value', value }],
  });
const look = () => valueOf(openAssessment(workspace.context, assessmentId));

test('a signature is the next revision and is kept with everything about it over a restart', () => {
  expect(look().signing).toEqual({ revision: 0, state: 'open', signature: null, recalls: [] });
  const signed = valueOf(sign({ name: ` ${signatory.name.normalize('NFD')} `, date: '20/12/2026' }));
  expect(signed).toMatchObject({ revision: 1, state: 'signed', recalls: [], signature: signatory });
  workspace.close();
  workspace = openTestWorkspace(folder);
  expect(look()).toMatchObject({ signing: signed, canUndo: false, canRedo: false });
  expect(valueOf(listAssessments(workspace.context))).toMatchObject([
    { revision: 1, signingState: 'signed' },
  ]);
});

test('while it is signed nothing that is declared can change, by any way in', () => {
  valueOf(answer(true));
  valueOf(answer(false));
  valueOf(moveStep(workspace.context, 'undo', { assessmentId }));
  valueOf(sign());
  const { context } = workspace;
  const before = look();
  const refused = [
    answer(false),
    recordHeader(context, { assessmentId, header: { address: 'Số 1' } }),
    moveStep(context, 'undo', { assessmentId }),
    moveStep(context, 'redo', { assessmentId }),
    settleSuggestions(context, { assessmentId, accept: [], dismiss: [] }),
    sign(),
  ];
  expect(refused.map(codesOf)).toEqual(refused.map(() => ['assessment-signed']));
  expect(look()).toEqual(before);
  valueOf(saveEfforts(context, { assessmentId, efforts: { 'px-006': 3 } }));
  expect(look().efforts).toEqual({ 'px-006': 3 });
});

test('a recall with its reason opens it again, and the way back is where it was', () => {
  valueOf(answer(true));
  valueOf(sign());
  expect(codesOf(recall(' \n'))).toEqual(['recall-reason-missing']);
  expect(look().signing.state).toBe('signed');
  expect(valueOf(recall())).toMatchObject({
    revision: 1,
    state: 'open',
    signature: null,
    recalls: [{ revision: 1, reason: 'Sai số hộ' }],
  });
  expect(codesOf(recall())).toEqual(['assessment-not-signed']);
  expect(look().canUndo).toBe(true);
  valueOf(answer(false));
  expect(valueOf(sign()).revision).toBe(2);
  valueOf(recall('Ký nhầm'));
  expect(valueOf(sign()).recalls.map(({ revision }) => revision)).toEqual([2, 1]);
});

test('only what was shown is signed: what has changed since must be looked at first', () => {
  valueOf(answer(true));
  const shown = look().contentDigest;
  const signShown = (contentDigest: string) =>
    signAssessment(workspace.context, { assessmentId, ...signatory, contentDigest });
  valueOf(answer(false));
  expect(codesOf(signShown(shown))).toEqual(['assessment-changed']);
  expect(look().signing).toMatchObject({ revision: 0, state: 'open' });
  valueOf(recordHeader(workspace.context, { assessmentId, header: { address: 'Số 1' } }));
  expect(valueOf(signShown(look().contentDigest)).signature?.digest).toBe(look().contentDigest);
  valueOf(recall());
  valueOf(answer(true));
  expect(valueOf(sign()).revision).toBe(2);
});

test('every gap of a signature is named at once and nothing is signed', () => {
  const faults = errorsOf(sign({ name: ' ', title: '', place: 'x'.repeat(301), date: '31/02/2026' }));
  expect(faults.map(({ code, place }) => [code, place])).toEqual([
    ['signature-incomplete', 'name'],
    ['signature-incomplete', 'title'],
    ['text-too-long', 'place'],
    ['date-malformed', 'date'],
  ]);
  expect(codesOf(sign({ date: '' }))).toEqual(['signature-incomplete']);
  expect(look().signing.revision).toBe(0);
});

test('the digest is of what is declared, not of how it came about or who sees to it', () => {
  valueOf(answer(true));
  const first = valueOf(sign()).signature?.digest;
  valueOf(recall());
  valueOf(answer(false));
  const second = valueOf(sign()).signature?.digest;
  valueOf(recall());
  valueOf(answer(true));
  const edits = [{ criterionId: 'px-008', field: 'assignee', value: 'Hoa' } as const];
  valueOf(recordAnswers(workspace.context, { assessmentId, edits }));
  expect(second).not.toBe(first);
  expect(valueOf(sign()).signature?.digest).toBe(first);
});

test('the sheet prints revision, digest and signatory of the signature in force, and none after a recall', async () => {
  valueOf(answer(true));
  const digest = valueOf(sign()).signature?.digest ?? '';
  const print = async () => {
    const { bytes } = valueOf(await createScorecard(workspace.context, assessmentId, 'vi'));
    return readPdfText(keepPdf(folder, bytes));
  };
  const signed = await print();
  expect(signed).toContain('Bản số 1');
  expect(signed).toContain(shortCode(digest));
  expect(signed).toContain('CHỦ TỊCH UBND PHƯỜNG');
  expect(signed).toContain('Nguyễn Văn An');
  expect(signed).toContain('Hải Châu, ngày 20 tháng 12 năm 2026');
  expect(signed).not.toContain('chưa ký duyệt');
  valueOf(recall());
  const open = await print();
  expect(open).toContain('chưa ký duyệt');
  expect(open).toContain(shortCode(digest));
  expect(open).not.toContain('Nguyễn Văn An');
});

test.each(['signature', 'signature_recall'])('the table of %s only grows', (table) => {
  valueOf(sign());
  valueOf(recall());
  const other = new Database(path.join(folder, 'thuoc-so.sqlite'));
  expect(() => other.exec(`DELETE FROM ${table}`)).toThrow('append-only');
  expect(() => other.exec(`UPDATE ${table} SET rowid = rowid`)).toThrow('append-only');
  other.close();
});

test('what an effort cannot be is refused with its criterion', () => {
  const save = (efforts: Record<string, number>) => saveEfforts(workspace.context, { assessmentId, efforts });
  const faults = errorsOf(save({ 'px-006': 0, 'px-008': 2.5, 'px-999': 1 }));
  expect(faults.map(({ code, place }) => [code, place])).toEqual([
    ['effort-malformed', 'px-006'],
    ['effort-malformed', 'px-008'],
    ['criterion-unknown', 'px-999'],
  ]);
  valueOf(save({ 'px-006': 9, 'px-008': 1 }));
  valueOf(save({ 'px-008': 2 }));
  expect(look().efforts).toEqual({ 'px-008': 2 });
});
