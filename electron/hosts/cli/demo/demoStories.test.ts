import { expect, test } from 'vitest';
import { readContent } from '../../../../test/helpers/content.ts';
import { answersOfCells } from '#backend/usecases/answersOfCells.ts';
import { checkHistory } from '#shared/domain/merge/checkHistory.ts';
import { listConflicts, standingOf } from '#shared/domain/merge/standing.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import type { DemoFile } from './demoFile.ts';
import { kindOfStory, tellStory } from './demoStories.ts';
import { listDemoSubjects } from './demoSubjects.ts';

const content = readContent();

function filesOf(units: number, seed: string): readonly DemoFile[] {
  return listDemoSubjects(content, units).flatMap((subject, index) => tellStory(subject, index, seed));
}

function percentOf({ subject, changes }: DemoFile): number {
  const cells = [...standingOf(changes).values()].flat();
  const answers = answersOfCells(
    cells.map((change) => ({ ...change, value: JSON.parse(change.valueText) as unknown })),
  );
  const { unit } = subject.version;
  const score = scoreAssessment({ set: subject.set, unitKind: unit.kind, period: subject.period }, answers);
  return score.claimed.percent?.valueOf() ?? 0;
}

test('the same seed tells the same stories, another seed others', () => {
  const told = filesOf(8, 'one').map(({ changes, signatures }) => ({ changes, signatures }));
  expect(filesOf(8, 'one').map(({ changes, signatures }) => ({ changes, signatures }))).toEqual(told);
  expect(filesOf(8, 'two').map(({ changes, signatures }) => ({ changes, signatures }))).not.toEqual(told);
});

test('a unit tells the same whether the demo is small or large', () => {
  const first = filesOf(1, 'one')[0]?.changes;
  expect(first?.length).toBeGreaterThan(50);
  expect(filesOf(9, 'one')[0]?.changes).toEqual(first);
});

test('twelve units are enough for every kind of story', () => {
  const kinds = new Set(listDemoSubjects(content, 12).map((_subject, index) => kindOfStory(index)));
  expect([...kinds].toSorted()).toEqual(
    ['plain', 'revised', 'halves', 'disagreeing', 'late', 'masked', 'unfinished'].toSorted(),
  );
});

test('ten thousand assessments are about real units, no two the same', () => {
  const subjects = listDemoSubjects(content, 10_000);
  const identities = subjects.map(({ version, period, set }) =>
    [version.unit.code, version.list.validFrom, period.code, set.id].join(' '),
  );
  expect(new Set(identities).size).toBe(10_000);
  const today = subjects.slice(0, 93);
  expect(new Set(today.map(({ period }) => period.code))).toEqual(new Set(['2026']));
  expect(new Set(today.map(({ version }) => version.unit.code)).size).toBe(93);
});

test('scores spread around 80 percent', () => {
  const signed = filesOf(40, 'spread').filter(({ signatures }) => signatures.length > 0);
  const percents = signed.map(percentOf);
  const mean = percents.reduce((sum, percent) => sum + percent, 0) / percents.length;
  expect(mean).toBeGreaterThan(76);
  expect(mean).toBeLessThan(86);
  expect(Math.min(...percents)).toBeLessThan(72);
  expect(Math.max(...percents)).toBeGreaterThan(88);
});

test('histories are whole, and only unsigned copies of the disagreeing are in conflict', () => {
  for (const [index, subject] of listDemoSubjects(content, 12).entries()) {
    const files = tellStory(subject, index, 'whole');
    for (const { changes } of files) expect(checkHistory(changes).ok).toBe(true);
    const all = new Map(files.flatMap(({ changes }) => changes).map((change) => [change.dot.join(), change]));
    const disagrees = kindOfStory(index) === 'disagreeing';
    expect(listConflicts([...all.values()]).length > 0).toBe(disagrees);
    if (disagrees) expect(files.every(({ signatures }) => signatures.length === 0)).toBe(true);
  }
});

test('late files were made after the tenth of December', () => {
  const days = listDemoSubjects(content, 20).map((subject, index) => ({
    kind: kindOfStory(index),
    day: tellStory(subject, index, 'late').at(-1)?.createdAt.slice(5, 10) ?? '',
  }));
  for (const { kind, day } of days) expect(day > '12-10').toBe(kind === 'late');
});

test('a second revision keeps the first, which was recalled', () => {
  const [first, second] = listDemoSubjects(content, 2)
    .slice(1)
    .flatMap((subject) => tellStory(subject, 1, 'revised'));
  expect(first?.signatures.map(({ revision, recall }) => [revision, recall === null])).toEqual([[1, true]]);
  expect(second?.signatures.map(({ revision, recall }) => [revision, recall === null])).toEqual([
    [1, false],
    [2, true],
  ]);
  expect(second?.signatures[0]?.digest).toBe(first?.contentDigest);
  expect(second?.signatures[1]?.digest).toBe(second?.contentDigest);
});
