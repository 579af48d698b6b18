import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { Efforts } from '../db/effortTable.ts';
import type { UseCaseContext } from './context.ts';
import { findAssessment } from './editableAssessment.ts';
import { findSetOf } from './readAssessment.ts';

/**
 * Keeps what the officer expects each criterion to cost, in the place of all that was kept; a plan, not part of
 * what is signed. Errors: `assessment-unknown`, `criterion-unknown`, `effort-malformed`, `criteria-set-unknown`,
 * `criteria-set-changed`, and those of the storage.
 */
export function saveEfforts(
  context: UseCaseContext,
  { assessmentId, efforts }: { readonly assessmentId: string; readonly efforts: Efforts },
): Result<Record<string, never>> {
  return context.store.write((writer) => {
    const record = findAssessment(writer, assessmentId);
    if (!record.ok) return record;
    const loadedSet = findSetOf(context.content, record.value);
    if (!loadedSet.ok) return loadedSet;
    const checked = collect(
      Object.entries(efforts).map(([criterionId, effort]): Result<number> => {
        if (!findCriterion(loadedSet.value.set, criterionId)) {
          return failWith('criterion-unknown', { key: criterionId.slice(0, 40) }, criterionId);
        }
        const isSensible = Number.isInteger(effort) && effort >= 1 && effort <= 100;
        return isSensible ? succeed(effort) : failWith('effort-malformed', { text: effort }, criterionId);
      }),
    );
    if (!checked.ok) return checked;
    writer.replaceEfforts(record.value.number, efforts);
    return succeed({});
  });
}
