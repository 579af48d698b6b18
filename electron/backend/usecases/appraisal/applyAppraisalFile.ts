import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { ReadAppraisalFile } from '#shared/format/appraisalFile.ts';
import type { UseCaseContext } from '../context.ts';
import { findNamedAssessment } from '../editableAssessment.ts';
import { recordAppraisals, type RecordedAppraisals } from './recordAppraisals.ts';

/** Records what an appraisal file says about the assessment it names. Errors: `assessment-unknown`, those of `recordAppraisals`. */
export function applyAppraisalFile(
  context: UseCaseContext,
  { set, unit, period, stage, appraisals }: ReadAppraisalFile,
): Result<RecordedAppraisals & { readonly assessmentId: string }> {
  const found = context.store.read((reader) => {
    const { code: unitCode } = unit.unit;
    const identity = { unitCode, unitValidFrom: unit.list.validFrom, setId: set.id, setVersion: set.version };
    const record = findNamedAssessment(reader, identity, period);
    return record
      ? succeed(record.id)
      : failWith('assessment-unknown', { id: `${unit.unit.code} ${period.code}` });
  });
  if (!found.ok) return found;
  const assessmentId = found.value;
  const recorded = recordAppraisals(context, { assessmentId, stage, appraisals });
  return recorded.ok ? succeed({ assessmentId, ...recorded.value }) : recorded;
}
