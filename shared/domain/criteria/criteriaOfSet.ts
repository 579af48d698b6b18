import type { CriteriaSet, Criterion } from './criteriaSet.ts';

/** Every criterion of the set in printed order. */
export function listCriteria(set: CriteriaSet): readonly Criterion[] {
  return set.groups.flatMap((group) => group.criteria);
}

/** Finds a criterion by permanent id or by display code. */
export function findCriterion(set: CriteriaSet, key: string): Criterion | undefined {
  return listCriteria(set).find((criterion) => criterion.id === key || criterion.code === key);
}

export function isMandatory(criterion: Criterion): boolean {
  return criterion.tags.includes('mandatory');
}
