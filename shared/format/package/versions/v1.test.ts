import { expect, test } from 'vitest';
import { makeRandom } from '../../../../test/fault/seededRandom.ts';
import { mutateJson } from '../../../../test/fuzz/mutateJson.ts';
import { assessmentDocument } from '../../../../test/helpers/samplePackage.ts';
import { v1, waysOfReadingChanges } from './v1.ts';

const { change, isSurelyChange } = waysOfReadingChanges;
const document = assessmentDocument();
const edits = document.kind === 'assessment' ? document.changes : [];

test('edits that are as they should be take the short way', () => {
  expect(edits.length).toBeGreaterThan(3);
  expect(edits.every(isSurelyChange)).toBe(true);
});

test('the short way lets nothing through that the long way would not', () => {
  const random = makeRandom(11);
  const outcomes = { both: 0, longOnly: 0, neither: 0 };
  for (let run = 0; run < 6000; run += 1) {
    const edit = mutateJson(edits[run % edits.length], random);
    const isFine = change.safeParse(edit).success;
    if (isSurelyChange(edit)) {
      expect(isFine, JSON.stringify(edit)).toBe(true);
      outcomes.both += 1;
    } else outcomes[isFine ? 'longOnly' : 'neither'] += 1;
  }
  expect(outcomes.longOnly).toBe(0);
  expect(outcomes.both).toBeGreaterThan(100);
  expect(outcomes.neither).toBeGreaterThan(100);
});

test('a wrong edit is named by its place', () => {
  const { kind: _, ...content } = document;
  const spoilt = { ...content, changes: [...edits.slice(0, 2), { ...edits[2], author: 5 }] };
  const { error } = v1.documents.assessment.safeParse(spoilt);
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['changes.2.author']);
  const missing = v1.documents.assessment.safeParse({ ...content, changes: undefined });
  expect(missing.error?.issues.map(({ path }) => path.join('.'))).toEqual(['changes']);
});
