import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from './context.ts';
import { decideHeader } from './decideHeader.ts';
import { findEditable } from './editableAssessment.ts';
import { findAuthor } from './profile.ts';
import { recordStep, type Recorded } from './recordStep.ts';

/** The fields to change; those left out stay as they are, empty ones are taken back. */
export interface HeaderToRecord {
  readonly assessmentId: string;
  readonly header: AssessmentHeader;
  /** The contact of the profile unless told. */
  readonly author?: string;
}

/**
 * Records the head of the form as one step, durable when this returns. Errors: `assessment-unknown`,
 * `assessment-signed`, `text-too-long`, and those of the storage.
 */
export function recordHeader(
  context: UseCaseContext,
  { assessmentId, header, author }: HeaderToRecord,
): Result<Recorded> {
  const edits = decideHeader(header);
  if (!edits.ok) return edits;
  return context.store.write((writer) => {
    const record = findEditable(writer, assessmentId);
    if (!record.ok) return record;
    const changedAt = context.now().toISOString();
    return succeed(
      recordStep(writer, record.value.number, {
        kind: 'edit',
        edits: edits.value,
        author: author ?? findAuthor(writer),
        changedAt,
      }),
    );
  });
}
