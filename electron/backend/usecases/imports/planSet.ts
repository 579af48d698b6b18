import { checkCriteriaSet, prefixOfSet } from '#shared/domain/criteria/check/checkCriteriaSet.ts';
import { appError, fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { CriteriaSetDocument } from '#shared/format/package/newest.ts';
import type { ImportedSet } from '../../db/importedSetTable.ts';
import { digestOf, findSet, importedSetSchema, type Content } from '../../files/content.ts';

/** What a file with a criteria set brings. */
export interface SetPlan {
  readonly kind: 'set';
  readonly verdict: 'new' | 'same';
  readonly warnings: readonly [];
  readonly set: ImportedSet;
}

/**
 * Checks a criteria set as `criteria check` does. A version that is here never changes. Errors:
 * `criteria-set-invalid`, `criteria-set-changed`.
 */
export function planSet(content: Content, { set, maps, checks }: CriteriaSetDocument): Result<SetPlan> {
  const digest = digestOf(set);
  const known = findSet(content, set.id, set.version);
  const plan: SetPlan = {
    kind: 'set',
    verdict: known.ok ? 'same' : 'new',
    warnings: [],
    set: {
      setId: set.id,
      setVersion: set.version,
      digest,
      document: toCanonicalJson({ set, maps, checks }),
    },
  };
  if (known.ok) {
    return known.value.digest === digest
      ? succeed(plan)
      : failWith('criteria-set-changed', { set: `${set.id}@${set.version}` });
  }
  const parsed = importedSetSchema.safeParse({ set, maps, checks });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = (issue?.path ?? []).map(String).join('.');
    return failWith('criteria-set-invalid', { reason: issue?.message ?? '' }, place);
  }
  const faults = checkCriteriaSet(set);
  if (faults.length > 0) {
    return fail(
      faults.slice(0, 20).map(({ code, place }) => appError('criteria-set-invalid', { reason: code }, place)),
    );
  }
  const other = content.sets.find(
    (one) => one.set.id !== set.id && prefixOfSet(one.set) === prefixOfSet(set),
  );
  return other
    ? failWith('criteria-set-invalid', { reason: 'id-prefix-shared' }, other.set.id)
    : succeed(plan);
}
