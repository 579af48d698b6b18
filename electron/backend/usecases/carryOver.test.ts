import path from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  fromRealContent,
  makeTestSurroundings,
  realContent,
  valueOf,
} from '../../../test/helpers/testWorkspace.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
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

/**
 * A next version: px-006 became px-901 under a new number, px-007 was split into px-902 and px-903, px-008 and px-009 were
 * merged into px-904, and px-010 went.
 */
function nextVersion(): Content {
  const renamed: Record<string, readonly string[]> = {
    'px-006': ['px-901'],
    'px-007': ['px-902', 'px-903'],
    'px-008': ['px-904'],
    'px-009': [],
    'px-010': [],
  };
  const newer: CriteriaSet = {
    ...set,
    version: '1.1.0',
    groups: set.groups.map((group) => ({
      ...group,
      criteria: group.criteria.flatMap((criterion) =>
        (renamed[criterion.id] ?? [criterion.id]).map((id) => ({
          ...criterion,
          id,
          code: id.startsWith('px-9') ? `${group.code}.${id.slice(3)}` : criterion.code,
        })),
      ),
    })),
  };
  const changes = [
    { from: 'px-006', to: ['px-901'], keepsValue: true },
    { from: 'px-007', to: ['px-902', 'px-903'], keepsValue: false },
    { from: 'px-008', to: ['px-904'], keepsValue: true },
    { from: 'px-009', to: ['px-904'], keepsValue: true },
    { from: 'px-010', to: [], keepsValue: false },
  ];
  const content = realContent();
  return {
    ...content,
    sets: [...content.sets, { set: newer, digest: digestOf(newer), maps: [{ from: '1.0.0', changes }] }],
  };
}

function open(content: Content, folder: string): Workspace {
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const options = { databaseFile, ...fromRealContent(), content, ...makeTestSurroundings() };
  const workspace = valueOf(openWorkspace(options));
  onTestFinished(() => workspace.close());
  return workspace;
}

function answerInOldVersion() {
  const { context } = open(nextVersion(), makeTemporaryFolder());
  const { id } = valueOf(createAssessment(context, { ...choice, setVersion: '1.0.0' }));
  const answered = ['px-006', 'px-010'].filter((criterionId) =>
    set.groups.some(({ criteria }) =>
      criteria.some((one) => one.id === criterionId && one.rule.kind === 'yes_no'),
    ),
  );
  for (const criterionId of answered) {
    const edits = [{ criterionId, field: 'value' as const, value: true }];
    valueOf(recordAnswers(context, { assessmentId: id, edits }));
  }
  return { context, id, answered };
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
    ['2.904', 'merged', ['2.1', '2.2']],
  ]);
  expect(preview.criteria.find(({ code }) => code === '1.901')).toMatchObject({
    kind: 'same',
    from: ['1.6'],
    answered: true,
  });
  expect(preview.removed.map(({ code }) => code)).toEqual(['2.3']);
});

test('carrying over makes an assessment that starts from this one, and takes nothing from it', () => {
  const { context, id, answered } = answerInOldVersion();
  expect(valueOf(listAssessments(context))).toMatchObject([{ id, newerVersion: '1.1.0' }]);
  const created = valueOf(
    createAssessment(context, { ...choice, setVersion: '1.1.0', startFromPrevious: true }),
  );
  const suggestions = valueOf(listSuggestions(context, { assessmentId: created.id }));
  expect(answered).toContain('px-006');
  expect(suggestions.map(({ criterionId, value }) => [criterionId, value])).toEqual([['px-901', true]]);
  expect(valueOf(listAssessments(context)).map(({ newerVersion }) => newerVersion)).toEqual([null, null]);
});

test('there is nothing to carry over in the newest version', () => {
  const { context } = open(realContent(), makeTemporaryFolder());
  const { id } = valueOf(createAssessment(context, { ...choice, setVersion: '1.0.0' }));
  expect(codesOf(previewCarryOver(context, id))).toEqual(['set-version-newest']);
});
