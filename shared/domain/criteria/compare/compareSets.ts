import { mapCriteria } from '../../carryForward/mapCriteria.ts';
import type { CriteriaSet, Criterion } from '../criteriaSet.ts';
import type { CriterionChange } from '../setMap.ts';
import { listDifferingAspects, type CriterionAspect } from './differingFields.ts';

/** What became of a criterion; of `removed` ones there is nothing after, of `new` ones nothing before. */
export interface ComparedCriterion {
  readonly kind: 'same' | 'changed' | 'split' | 'merged' | 'new' | 'removed';
  readonly before: readonly Criterion[];
  readonly after: Criterion | null;
  /** Figures given for the older version stand for the newer one, too. */
  readonly keepsValue: boolean;
  /** In what they differ, where one follows one. */
  readonly aspects: readonly CriterionAspect[];
}

/**
 * Two versions of a set side by side, in the printed order of the newer one, then what is gone. `same` is what no
 * officer would notice: nothing but its source, its number or its tags differs.
 */
export function compareSets(
  older: CriteriaSet,
  newer: CriteriaSet,
  changes: readonly CriterionChange[],
): readonly ComparedCriterion[] {
  const { criteria, removed } = mapCriteria(older, newer, changes);
  const compared = criteria.map(({ criterion, kind, sources }): ComparedCriterion => {
    const [only, ...others] = sources;
    const aspects = only && others.length === 0 ? listDifferingAspects(only.before, criterion) : [];
    const isNoticed = aspects.some((aspect) => !quietAspects.has(aspect));
    return {
      kind: kind === 'same' && isNoticed ? 'changed' : kind,
      before: sources.map(({ before }) => before),
      after: criterion,
      keepsValue: only !== undefined && others.length === 0 && only.keepsValue,
      aspects,
    };
  });
  return [
    ...compared,
    ...removed.map((criterion): ComparedCriterion => ({
      kind: 'removed',
      before: [criterion],
      after: null,
      keepsValue: false,
      aspects: [],
    })),
  ];
}

const quietAspects: ReadonlySet<CriterionAspect> = new Set(['code', 'source', 'tags']);
