import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { ConsistencyChecks } from '#shared/domain/selfCheck/consistencyChecks.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { findChecks, findSet } from '../files/content.ts';
import type { UseCaseContext } from './context.ts';

/** A criteria set with its digest and what a verifier would compare in it. Errors: `criteria-set-unknown`. */
export function openSet(
  { content }: Pick<UseCaseContext, 'content'>,
  { id, version }: { readonly id: string; readonly version: string },
): Result<{
  readonly set: CriteriaSet;
  readonly digest: string;
  readonly checks: ConsistencyChecks | null;
}> {
  const found = findSet(content, id, version);
  if (!found.ok) return found;
  return succeed({ ...found.value, checks: findChecks(content, id) ?? null });
}
