import { findCriterion, listCriteria } from '../criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteria/criteriaSet.ts';
import type { CriterionChange } from '../criteria/setMap.ts';

/** Where the answer of a criterion comes from in an older version. */
export interface CriterionSource {
  readonly before: Criterion;
  /** The figures mean the same in both versions. */
  readonly keepsValue: boolean;
}

/** A criterion of the newer version and what it was. */
export interface MappedCriterion {
  readonly criterion: Criterion;
  /** `same` keeps figures and documents; of all others but `new` the documents are taken over. */
  readonly kind: 'same' | 'changed' | 'split' | 'merged' | 'new';
  readonly sources: readonly CriterionSource[];
}

/** Every criterion of the newer version in printed order, and those of the older one that no longer exist. */
export function mapCriteria(
  older: CriteriaSet,
  newer: CriteriaSet,
  changes: readonly CriterionChange[],
): { readonly criteria: readonly MappedCriterion[]; readonly removed: readonly Criterion[] } {
  const criteria = listCriteria(newer).map((criterion): MappedCriterion => {
    const sources = sourcesOf(older, newer, criterion, changes);
    return { criterion, sources, kind: kindOf(sources, changes) };
  });
  const used = new Set(criteria.flatMap(({ sources }) => sources.map(({ before }) => before.id)));
  return { criteria, removed: listCriteria(older).filter(({ id }) => !used.has(id)) };
}

/** The criteria of the older version that became this one; of its own id only where nothing else is said of that. */
export function sourcesOf(
  older: CriteriaSet,
  newer: CriteriaSet,
  criterion: Criterion,
  changes: readonly CriterionChange[],
): readonly CriterionSource[] {
  const told = older.version === newer.version ? [] : changes;
  const named = told.filter(({ to }) => to.includes(criterion.id));
  // What no change speaks of is unchanged, also where another criterion joins it.
  const isUntold = told.every(({ from }) => from !== criterion.id) && findCriterion(older, criterion.id);
  const links = isUntold ? [{ from: criterion.id, keepsValue: true }, ...named] : named;
  return links.flatMap(({ from, keepsValue }) => {
    const before = findCriterion(older, from);
    const isAlike = before?.rule.kind === criterion.rule.kind && links.length === 1;
    return before ? [{ before, keepsValue: keepsValue && isAlike }] : [];
  });
}

function kindOf(
  sources: readonly CriterionSource[],
  changes: readonly CriterionChange[],
): MappedCriterion['kind'] {
  const [only, ...others] = sources;
  if (!only) return 'new';
  if (others.length > 0) return 'merged';
  const isSplit = changes.some(({ from, to }) => from === only.before.id && to.length > 1);
  if (isSplit) return 'split';
  return only.keepsValue ? 'same' : 'changed';
}
