import { compareSets, type ComparedCriterion } from '#shared/domain/criteria/compare/compareSets.ts';
import { proposeMap } from '#shared/domain/criteria/compare/proposeMap.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { CriterionChange, SetMap } from '#shared/domain/criteria/setMap.ts';
import type { Content, LoadedSet } from '../../files/content.ts';
import { compareVersions } from '../earlierAssessments.ts';

/** Two versions side by side, and how the criteria of the older live on. */
export interface SetComparison {
  readonly older: CriteriaSet;
  readonly newer: CriteriaSet;
  /** As the set's own map says, else as the words suggest. */
  readonly changes: readonly CriterionChange[];
  readonly isProposed: boolean;
  readonly criteria: readonly ComparedCriterion[];
}

/** @param maps those of the newer version */
export function compareVersionsOfSet(
  older: CriteriaSet,
  newer: CriteriaSet,
  maps: readonly SetMap[],
): SetComparison {
  const own = maps.find(({ from }) => from === older.version)?.changes;
  const changes = own ?? proposeMap(older, newer);
  return {
    older,
    newer,
    changes,
    isProposed: own === undefined,
    criteria: compareSets(older, newer, changes),
  };
}

/** The version before one that is written; undefined for the first of its id. */
export function findVersionBefore(content: Content, { id, version }: CriteriaSet): LoadedSet | undefined {
  const older = content.sets.filter(({ set }) => set.id === id && compareVersions(set.version, version) < 0);
  return older.findLast(({ set }) => set.status === 'official') ?? older.at(-1);
}
