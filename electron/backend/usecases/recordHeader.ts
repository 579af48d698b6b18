import { textLimits } from '#shared/domain/assessment/answer.ts';
import { headerFields, type AssessmentHeader, type HeaderField } from '#shared/domain/assessment/header.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { headerCells } from '../db/changeLog.ts';
import type { UseCaseContext } from './context.ts';
import { findEditable } from './editableAssessment.ts';
import { recordStep, type CellEdit, type Recorded } from './recordStep.ts';

/** The fields to change; those left out stay as they are, empty ones are taken back. */
export interface HeaderToRecord {
  readonly assessmentId: string;
  readonly header: AssessmentHeader;
  readonly author?: string;
}

/**
 * Records the head of the form as one step, durable when this returns. Errors: `assessment-unknown`,
 * `assessment-signed`, `text-too-long`, and those of the storage.
 */
export function recordHeader(
  context: UseCaseContext,
  { assessmentId, header, author = '' }: HeaderToRecord,
): Result<Recorded> {
  const edits = decideHeader(header);
  if (!edits.ok) return edits;
  return context.store.write((writer) => {
    const record = findEditable(writer, assessmentId);
    if (!record.ok) return record;
    const changedAt = context.now().toISOString();
    return succeed(
      recordStep(writer, record.value.number, { kind: 'edit', edits: edits.value, author, changedAt }),
    );
  });
}

/** The fields of a head as edits in one form. Errors: `text-too-long`. */
export function decideHeader(header: AssessmentHeader): Result<readonly HeaderEdit[]> {
  return collect(
    headerFields
      .filter((field) => header[field] !== undefined)
      .map((field): Result<HeaderEdit> => {
        const value = (header[field] ?? '').normalize('NFC');
        return value.length > textLimits.short
          ? failWith('text-too-long', { limit: textLimits.short }, `header.${field}`)
          : succeed({ criterionId: headerCells, field, value });
      }),
  );
}

interface HeaderEdit extends CellEdit {
  readonly field: HeaderField;
  readonly value: string;
}
