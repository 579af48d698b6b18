import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valueOf } from '../../../test/helpers/valueOf.ts';
import type { Change, Stage } from './change.ts';
import { mergeLogs } from './mergeLogs.ts';
import { partByStage, stagesOwnedBy, type Role } from './stageOwners.ts';

test.each<[Role, string, readonly Stage[]]>([
  ['commune', '20242', ['self']],
  ['commune', '20195', []],
  ['aggregator', '20195', ['appraised', 'final']],
  ['city', '48', ['appraised', 'final']],
])('%s %s owns %j of an assessment of 20242', (role, unitCode, stages) => {
  expect(stagesOwnedBy({ role, unitCode }, '20242')).toEqual(stages);
});

test('what a sender does not own never enters, and the rest is as whole as before', () => {
  const stage = fc.constantFrom<Stage>('self', 'appraised', 'final');
  const role = fc.constantFrom<Role>('commune', 'aggregator', 'city');
  fc.assert(
    fc.property(fc.array(stage), role, (stages, sender) => {
      const log = makeLog(stages);
      const allowed = stagesOwnedBy({ role: sender, unitCode: '20242' }, '20242');
      const { owned, foreign } = partByStage(log, allowed);
      expect([...owned, ...foreign].toSorted((a, b) => a.dot[1] - b.dot[1])).toEqual(log);
      const { added } = valueOf(mergeLogs([], owned, { ownReplica: null }));
      expect(added.every((change) => allowed.includes(change.stage))).toBe(true);
    }),
  );
});

/** One cell for each stage, each edit in the place of the one before it. */
function makeLog(stages: readonly Stage[]): readonly Change[] {
  const newest = new Map<Stage, number>();
  return stages.map((stage, index) => {
    const before = newest.get(stage);
    newest.set(stage, index + 1);
    return {
      stage,
      criterionId: 'px-001',
      field: 'value',
      dot: ['theirs', index + 1],
      valueText: String(index),
      replaced: before === undefined ? [] : [['theirs', before]],
      author: '',
      changedAt: '2026-11-21T08:00:00.000Z',
    };
  });
}
