import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from './context.ts';
import { findPreviousAssessment } from './earlierAssessments.ts';
import { findAssessment } from './editableAssessment.ts';

/**
 * The newest earlier assessment of the same unit by the same set, for comparison; null where there is none.
 * Errors: `assessment-unknown`, and those of the storage.
 */
export function findPrevious(context: UseCaseContext, id: string): Result<{ readonly id: string | null }> {
  return context.store.read((reader) => {
    const record = findAssessment(reader, id);
    if (!record.ok) return record;
    const period = parsePeriod(record.value.period);
    if (!period.ok) return period;
    const previous = findPreviousAssessment(reader.listAssessments(), {
      ...record.value,
      period: period.value,
    });
    return succeed({ id: previous?.id ?? null });
  });
}
