import type { CriteriaSet, Criterion } from './criteriaSet.ts';

/** Every criterion of the set in printed order. */
export function listCriteria(set: CriteriaSet): readonly Criterion[] {
  return set.groups.flatMap((group) => group.criteria);
}

const byId = new WeakMap<CriteriaSet, ReadonlyMap<string, Criterion>>();

/** By permanent id; made once for each set, for an import asks for every edit of every file. */
export function criteriaById(set: CriteriaSet): ReadonlyMap<string, Criterion> {
  const known = byId.get(set);
  if (known) return known;
  const made = new Map(listCriteria(set).map((criterion) => [criterion.id, criterion]));
  byId.set(set, made);
  return made;
}

/** Finds a criterion by permanent id or by display code. */
export function findCriterion(set: CriteriaSet, key: string): Criterion | undefined {
  return listCriteria(set).find((criterion) => criterion.id === key || criterion.code === key);
}

export function isMandatory(criterion: Criterion): boolean {
  return criterion.tags.includes('mandatory');
}
