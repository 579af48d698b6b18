import type { Conflict } from '#shared/api/contract.ts';
import { parsePeriod, targetYear } from '#shared/domain/assessment/period.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { Criterion, CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useLoaded, type Loaded } from '../../lib/useCall.ts';

/** A conflict with what its values mean. */
export interface KnownConflict {
  readonly conflict: Conflict;
  /** Null for the form's head, and where the set no longer has it. */
  readonly criterion: Criterion | null;
  /** The year whose targets hold. */
  readonly year: number;
}

/** In the order of the form, one assessment after the other. */
export function useConflictContent(assessmentId: string | null): Loaded<readonly KnownConflict[]> {
  return useLoaded(`conflicts ${assessmentId ?? ''}`, () => readConflicts(assessmentId));
}

async function readConflicts(assessmentId: string | null): Promise<Result<readonly KnownConflict[]>> {
  const listed = await call('conflicts.list', { assessmentId });
  if (!listed.ok) return listed;
  const sets = new Map<string, CriteriaSet | null>();
  for (const { setId, setVersion } of listed.value) {
    const key = `${setId}@${setVersion}`;
    if (sets.has(key)) continue;
    const found = await call('criteria.get', { id: setId, version: setVersion });
    // Without its set a conflict is still shown, in plain values.
    sets.set(key, found.ok ? found.value.set : null);
  }
  const known = listed.value.map((conflict): KnownConflict & { readonly place: number } => {
    const set = sets.get(`${conflict.setId}@${conflict.setVersion}`) ?? null;
    const period = parsePeriod(conflict.period);
    return {
      conflict,
      criterion: set === null ? null : (findCriterion(set, conflict.criterionId) ?? null),
      year: period.ok ? targetYear(period.value) : new Date().getFullYear(),
      place: set === null ? -1 : placeOf(set, conflict.criterionId),
    };
  });
  const order = [...new Set(known.map(({ conflict }) => conflict.assessmentId))];
  const sorted = known.toSorted(
    (a, b) =>
      order.indexOf(a.conflict.assessmentId) - order.indexOf(b.conflict.assessmentId) || a.place - b.place,
  );
  return succeed(sorted);
}

function placeOf(set: CriteriaSet, criterionId: string): number {
  return set.groups.flatMap(({ criteria }) => criteria).findIndex(({ id }) => id === criterionId);
}
