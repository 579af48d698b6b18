import { expect, onTestFinished, test } from 'vitest';
import { edit } from '../../../../test/helpers/writeSample.ts';
import type { KnownAssessment } from './importFrame.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { createLogShelf } from './logShelf.ts';

function assessment(id: string, edits: number): KnownAssessment {
  const log = Array.from({ length: edits }, (_, index) => edit(index + 1, { author: id }));
  return { id, record: undefined, log, signatures: [] };
}

test('what does not fit in memory is laid down and comes back as it was, also when it was replaced', () => {
  const shelf = createLogShelf(makeTemporaryFolder(), 10);
  onTestFinished(() => shelf.close());
  const ids = Array.from({ length: 20 }, (_, index) => `a-${String(index)}`);
  for (const id of ids) shelf.set(id, assessment(id, 4));
  for (const id of ids.toReversed()) expect(shelf.get(id)).toEqual(assessment(id, 4));
  for (const id of ids) shelf.set(id, assessment(id, 6));
  for (const id of ids) expect(shelf.get(id)).toEqual(assessment(id, 6));
  expect(shelf.get('another')).toBeUndefined();
});
