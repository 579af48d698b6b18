import { expect, test } from 'vitest';
import { readContent } from '../../../../test/helpers/content.ts';
import { makeRandom } from '../../../../test/fault/seededRandom.ts';
import { mutateJson } from '../../../../test/fuzz/mutateJson.ts';
import { listDemoSubjects } from '../../../hosts/cli/demo/demoSubjects.ts';
import { tellStory } from '../../../hosts/cli/demo/demoStories.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import { criteriaById } from '#shared/domain/criteria/criteriaOfSet.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { waysOfChecking } from './checkChanges.ts';

const { isSurelyInOrder, checkChange } = waysOfChecking;

test('the short way of checking edits lets nothing through that the rules refuse', () => {
  const [subject] = listDemoSubjects(readContent(), 4);
  if (!subject) throw new Error('There is no subject');
  const frame = { set: subject.set, unitKind: subject.version.unit.kind };
  const edits = tellStory(subject, 0, 'checks').flatMap(({ changes }) => changes);
  const random = makeRandom(5);
  const outcomes = { both: 0, longOnly: 0, neither: 0 };
  for (let run = 0; run < 8000; run += 1) {
    const edit = edits[run % edits.length];
    if (!edit) continue;
    const said: unknown = JSON.parse(edit.valueText);
    const value = run < edits.length ? said : mutateJson(said, random);
    if (value === undefined) continue;
    const change: Change = { ...edit, valueText: toCanonicalJson(value) };
    const isFine = checkChange(frame, change, value).ok;
    const criterion = criteriaById(frame.set).get(change.criterionId);
    if (isSurelyInOrder(criterion, frame, change)) {
      expect(isFine, change.valueText).toBe(true);
      outcomes.both += 1;
    } else outcomes[isFine ? 'longOnly' : 'neither'] += 1;
  }
  expect(outcomes.both).toBeGreaterThan(1000);
  expect(outcomes.neither).toBeGreaterThan(1000);
  expect(outcomes.longOnly).toBeLessThan(outcomes.both);
});
