import { textLimits } from '#shared/domain/assessment/answer.ts';
import { headerFields, type AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { headerCells } from '../db/changeLog.ts';
import type { UseCaseContext } from './context.ts';

/** The fields to change; those left out stay as they are, empty ones are taken back. */
export interface HeaderToRecord {
  readonly assessmentId: string;
  readonly header: AssessmentHeader;
  readonly author?: string;
}

/**
 * Records the head of the form, durable when this returns. Errors: `assessment-unknown`, `text-too-long`, and
 * those of the storage.
 */
export function recordHeader(
  context: UseCaseContext,
  { assessmentId, header, author = '' }: HeaderToRecord,
): Result<{ readonly savedAt: string; readonly canUndo: boolean; readonly canRedo: boolean }> {
  const fields = decideHeader(header);
  if (!fields.ok) return fields;
  return context.store.write((writer) => {
    const record = writer.findAssessment(assessmentId);
    if (!record) return failWith('assessment-unknown', { id: assessmentId.slice(0, 40) });
    const savedAt = context.now().toISOString();
    for (const { field, value } of fields.value) {
      const address = { stage: 'self', criterionId: headerCells, field } as const;
      writer.recordChange(record.number, { ...address, value, author, changedAt: savedAt });
    }
    return succeed({ savedAt, canUndo: false, canRedo: false });
  });
}

type HeaderText = { readonly field: string; readonly value: string };

function decideHeader(header: AssessmentHeader): Result<readonly HeaderText[]> {
  return collect(
    headerFields
      .filter((field) => header[field] !== undefined)
      .map((field): Result<HeaderText> => {
        const value = (header[field] ?? '').normalize('NFC');
        return value.length > textLimits.short
          ? failWith('text-too-long', { limit: textLimits.short }, `header.${field}`)
          : succeed({ field, value });
      }),
  );
}
