import type { CriteriaSet } from './criteriaSet.ts';

/**
 * The official set behind which a reference set steps back: the newest of the same id, or one that names it among those
 * it replaces. Undefined for official sets, and where there is none.
 * @param sets from old to new
 */
export function findSuccessor(
  set: Pick<CriteriaSet, 'id' | 'status'>,
  sets: readonly CriteriaSet[],
): CriteriaSet | undefined {
  if (set.status === 'official') return undefined;
  const official = sets.filter(({ status }) => status === 'official');
  return (
    official.findLast(({ id }) => id === set.id) ??
    official.findLast(({ issued }) => issued?.replaces.includes(set.id))
  );
}
