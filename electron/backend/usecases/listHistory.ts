import type { HistoryEntry } from '#shared/api/contract.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { isAnswerField } from './answersOfCells.ts';
import type { UseCaseContext } from './context.ts';
import { sourcesFrom } from './conflicts/sourceOfChange.ts';
import { readAssessment } from './readAssessment.ts';

/**
 * Every change of the unit's own answer to one criterion, newest first; those of colleagues with the file that brought
 * them, at the place at which they came. Errors: `assessment-unknown`,
 * `criterion-unknown`, `criteria-set-unknown`, `criteria-set-changed`.
 */
export function listHistory(
  context: UseCaseContext,
  { assessmentId, criterionId }: { readonly assessmentId: string; readonly criterionId: string },
): Result<HistoryEntry[]> {
  return context.store.read((reader) => {
    const found = readAssessment(reader, context.content, assessmentId);
    if (!found.ok) return found;
    const { record, loadedSet } = found.value;
    if (!findCriterion(loadedSet.set, criterionId)) {
      return failWith('criterion-unknown', { key: criterionId.slice(0, 40) });
    }
    const sourceOf = sourcesFrom(reader);
    return succeed(
      reader.listHistory(record.number, criterionId).flatMap(({ stage, field, kind, ...change }) => {
        if (stage !== 'self' || !isAnswerField(field)) return [];
        const { oldValue = null, newValue, author, changedAt, fromPackage } = change;
        const source = sourceOf(fromPackage);
        return [{ field, oldValue, newValue, author, changedAt, kind: kind ?? 'edit', source }];
      }),
    );
  });
}
