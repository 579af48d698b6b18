import { textLimits } from '#shared/domain/assessment/answer.ts';
import { headerFields, type AssessmentHeader, type HeaderField } from '#shared/domain/assessment/header.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { CellEdit } from './recordStep.ts';

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
