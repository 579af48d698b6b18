import type { SetSummary } from '#shared/api/contract.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { UseCaseContext } from './context.ts';

/** The criteria sets of this installation, sorted by id, then by version from old to new. */
export function listSets(context: Pick<UseCaseContext, 'content'>): SetSummary[] {
  return context.content.sets.map(({ set }) => ({
    id: set.id,
    version: set.version,
    title: set.title,
    statement: set.statement,
    appliesTo: [...set.appliesTo],
    criteriaCount: listCriteria(set).length,
  }));
}
