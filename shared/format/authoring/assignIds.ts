import type { RawCriterion, RawGroup } from './readGroups.ts';
import type { CellReader } from './tableReader.ts';

interface IdKnowledge {
  /** The two letters that ids begin with, as they are written; else those of ids at hand. */
  readonly prefix: string;
  /** Never given again, not even when their criterion is gone. */
  readonly knownIds: readonly string[];
}

/** Gives new groups and criteria their permanent ids, each the next number that was never used. */
export function assignIds(
  { notes }: CellReader,
  { groups }: { readonly groups: readonly RawGroup[] },
  { prefix, knownIds }: IdKnowledge,
): void {
  const criteria = groups.flatMap((group) => group.criteria);
  const written = [...groups, ...criteria].map(({ id }) => id).filter((id) => id !== '');
  const used = [...knownIds, ...written];
  const letters = prefix || (used[0]?.slice(0, 2) ?? '');
  const give = (
    one: RawGroup | RawCriterion,
    path: string,
    pattern: RegExp,
    toId: (number: number) => string,
  ): void => {
    if (one.id !== '') return;
    if (!/^[a-z]{2}$/u.test(letters)) {
      notes.add('prefix-missing', notes.placeOf(`${path}.id`) ?? path);
      return;
    }
    const numbers = used.map((id) => Number(pattern.exec(id)?.[1] ?? 0));
    one.id = toId(Math.max(0, ...numbers) + 1);
    used.push(one.id);
  };
  const ofGroup = new RegExp(`^${letters}-g(\\d{2})$`, 'u');
  const ofCriterion = new RegExp(`^${letters}-(\\d{3})$`, 'u');
  groups.forEach((group, index) => {
    const path = `groups.${String(index)}`;
    give(group, path, ofGroup, (number) => `${letters}-g${String(number).padStart(2, '0')}`);
    group.criteria.forEach((criterion, at) => {
      const own = `${path}.criteria.${String(at)}`;
      give(criterion, own, ofCriterion, (number) => `${letters}-${String(number).padStart(3, '0')}`);
    });
  });
}
