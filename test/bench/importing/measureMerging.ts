import { kindOfStory, tellStory } from '../../../electron/hosts/cli/demo/demoStories.ts';
import { listDemoSubjects } from '../../../electron/hosts/cli/demo/demoSubjects.ts';
import type { Change } from '../../../shared/domain/merge/change.ts';
import { mergeLogs } from '../../../shared/domain/merge/mergeLogs.ts';
import { readContent } from '../../helpers/content.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { timeRuns } from '../measure.ts';

/** The merge alone, without a disk: a whole log into nothing, two officers' halves, and a log that is known already. */
export async function measureMerging() {
  const subjects = listDemoSubjects(readContent(), 8);
  const halves = subjects.flatMap((subject, index) =>
    kindOfStory(index) === 'halves' ? tellStory(subject, index, 'bench') : [],
  );
  const [first = [], second = [], joined = []] = halves.map(({ changes }) => changes);
  const merge = (known: readonly Change[], incoming: readonly Change[]) =>
    valueOf(mergeLogs(known, incoming, { ownReplica: null }));
  return {
    edits: { first: first.length, second: second.length, joined: joined.length },
    intoNothing: await timeRuns(2000, () => merge([], joined)),
    halves: await timeRuns(2000, () => merge(first, second)),
    knownAlready: await timeRuns(2000, () => merge(joined, joined)),
  };
}
