import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { nextSetVersion } from '../../../test/helpers/nextSetVersion.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  fromRealContent,
  makeTestSurroundings,
  realContent,
  valueOf,
} from '../../../test/helpers/testWorkspace.ts';
import { openWorkspace, type Workspace } from '../backend.ts';
import { digestOf, findSet, type Content } from '../files/content.ts';
import { previewCarryOver } from './carryOver.ts';
import { createAssessment } from './createAssessment.ts';
import { listAssessments } from './listAssessments.ts';
import { recordAnswers } from './recordAnswers.ts';
import { listSuggestions } from './suggestions.ts';

const setId = 'da-nang-phuong-xa';
const choice = { unitCode: '20242', period: '2026', setId };
const { set } = valueOf(findSet(realContent(), setId));

function nextVersion(): Content {
  const content = realContent();
  const next = nextSetVersion(set);
  return { ...content, sets: [...content.sets, { ...next, digest: digestOf(next.set) }] };
}

function open(content: Content, folder: string): Workspace {
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const options = { databaseFile, ...fromRealContent(), content, ...makeTestSurroundings() };
  const workspace = valueOf(openWorkspace(options));
  onTestFinished(() => workspace.close());
  return workspace;
}

function answerInOldVersion(content = nextVersion()) {
  const { context } = open(content, makeTemporaryFolder());
  const { id } = valueOf(createAssessment(context, { ...choice, setVersion: '1.0.0' }));
  const edits = (['px-006', 'px-010'] as const).map((criterionId) => ({
    criterionId,
    field: 'value' as const,
    value: criterionId === 'px-006' ? true : ['a'],
  }));
  valueOf(recordAnswers(context, { assessmentId: id, edits }));
  return { context, id };
}

test('the preview says of every criterion what becomes of it, through the map of the set', () => {
  const { context, id } = answerInOldVersion();
  const preview = valueOf(previewCarryOver(context, id));
  expect(preview.setVersion).toBe('1.1.0');
  const kinds = preview.criteria
    .filter(({ kind }) => kind !== 'same')
    .map(({ code, kind, from }) => [code, kind, from]);
  expect(kinds).toEqual([
    ['1.902', 'split', ['1.7']],
    ['1.903', 'split', ['1.7']],
    ['1.905', 'split', ['1.7']],
    ['2.904', 'merged', ['2.1', '2.2']],
  ]);
  expect(preview.criteria.find(({ code }) => code === '1.901')).toMatchObject({
    kind: 'same',
    from: ['1.6'],
    answered: true,
  });
  expect(preview.removed).toMatchObject([{ code: '2.3', answered: true }]);
});

test('only figures that will be offered again are counted, and whatever was declared of a removed criterion', () => {
  const { context, id } = answerInOldVersion();
  const card = { number: '1/KH', date: '', issuer: '', title: '', page: '' };
  valueOf(
    recordAnswers(context, {
      assessmentId: id,
      edits: [
        { criterionId: 'px-006', field: 'notApplicable', value: 'không có' },
        { criterionId: 'px-018', field: 'value', value: { numerator: 3 } },
        { criterionId: 'px-004', field: 'evidence', value: [card] },
        { criterionId: 'px-010', field: 'value', value: null },
        { criterionId: 'px-010', field: 'explanation', value: 'đang làm' },
      ],
    }),
  );
  const preview = valueOf(previewCarryOver(context, id));
  expect(preview.criteria.filter(({ answered }) => answered)).toEqual([]);
  expect(preview.removed).toMatchObject([{ code: '2.3', answered: true }]);
  valueOf(createAssessment(context, { ...choice, setVersion: '1.1.0', startFromPrevious: true }));
  const [carried] = valueOf(listAssessments(context));
  const offered = valueOf(listSuggestions(context, { assessmentId: carried?.id ?? '' }));
  expect(offered.map(({ value }) => value)).toEqual([null]);
});

test('carrying over makes an assessment that starts from this one, and takes nothing from it', () => {
  const { context, id } = answerInOldVersion();
  expect(valueOf(listAssessments(context))).toMatchObject([{ id, newerVersion: '1.1.0' }]);
  const created = valueOf(
    createAssessment(context, { ...choice, setVersion: '1.1.0', startFromPrevious: true }),
  );
  const suggestions = valueOf(listSuggestions(context, { assessmentId: created.id }));
  expect(suggestions.map(({ criterionId, value }) => [criterionId, value])).toEqual([['px-901', true]]);
  expect(valueOf(listAssessments(context)).map(({ newerVersion }) => newerVersion)).toEqual([null, null]);
});

test('there is nothing to carry over in the newest version', () => {
  const { context } = open(realContent(), makeTemporaryFolder());
  const { id } = valueOf(createAssessment(context, { ...choice, setVersion: '1.0.0' }));
  expect(codesOf(previewCarryOver(context, id))).toEqual(['set-version-newest']);
});

test('two versions later the same is known of each criterion, through the version between them', () => {
  const between = nextVersion();
  const latest = { ...between.sets.find((one) => one.set.version === '1.1.0')!.set, version: '1.2.0' };
  const content = {
    ...between,
    sets: [...between.sets, { set: latest, digest: digestOf(latest), maps: [] }],
  };
  const early = answerInOldVersion();
  const late = answerInOldVersion(content);
  const preview = valueOf(previewCarryOver(late.context, late.id));
  expect(preview).toEqual({ ...valueOf(previewCarryOver(early.context, early.id)), setVersion: '1.2.0' });
  const wish = { ...choice, setVersion: '1.2.0', startFromPrevious: true };
  const { id: assessmentId } = valueOf(createAssessment(late.context, wish));
  const suggestions = valueOf(listSuggestions(late.context, { assessmentId }));
  expect(suggestions.map(({ criterionId, value }) => [criterionId, value])).toEqual([['px-901', true]]);
});
