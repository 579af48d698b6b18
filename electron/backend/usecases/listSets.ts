import type { SetSummary } from '#shared/api/contract.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import { findSuccessor } from '#shared/domain/criteria/stepBack.ts';
import type { UseCaseContext } from './context.ts';

/**
 * The criteria sets of this installation: official ones first, reference sets after them, last those that step back
 * behind an official one; among each other by id, then by version from old to new.
 */
export function listSets({ content }: Pick<UseCaseContext, 'content'>): SetSummary[] {
  const sets = content.sets.map(({ set }) => set);
  const summaries = content.sets.map(({ set, digest, isImported }): SetSummary => {
    const { id, version, title, statement, status, issued, appliesTo } = set;
    const successor = findSuccessor(set, sets);
    return {
      id,
      version,
      title,
      statement,
      status,
      digest,
      issued: issued ? { number: issued.number, date: issued.date, body: issued.body } : null,
      appliesTo: [...appliesTo],
      criteriaCount: listCriteria(set).length,
      origin: isImported ? 'imported' : 'bundled',
      successor: successor ? { id: successor.id, version: successor.version, title: successor.title } : null,
    };
  });
  return summaries.toSorted((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ status, successor }: SetSummary): number {
  return status === 'official' ? 0 : successor === null ? 1 : 2;
}
