import { keyOfCell } from '#shared/domain/merge/change.ts';
import { fail, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoredConflict } from '../../db/conflictTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { UseCaseContext } from '../context.ts';
import { findAssessment, findEditable } from '../editableAssessment.ts';
import { findAuthor, findProfile } from '../profile.ts';
import { checkDecision, type GivenDecision } from './checkDecision.ts';

/** Several decisions, perhaps of several assessments; `author` says who made them, the contact of the profile unless told. */
export interface ConflictsToResolve {
  readonly decisions: readonly (GivenDecision & { readonly assessmentId: string })[];
  readonly author?: string;
}

/**
 * Decides which value holds in cells in which different ones stand side by side: all decisions in one transaction, or
 * none of them with every fault at once, each with the cell as place. A decision is an edit that took the place of all that
 * stood there, so that it travels and merges like any other. It is no step: undo does not lead back to it or behind it, for
 * undo brings back one value and not two. Errors: `conflict-gone`, `conflict-changed`, `decision-only-among`, `assessment-unknown`, `assessment-signed` in the
 * commune whose assessment it is, those of `decideEdits` and `decideHeader`, and those of the storage.
 */
export function resolveConflicts(
  context: UseCaseContext,
  { decisions, author }: ConflictsToResolve,
): Result<{ readonly resolved: number }> {
  return context.store.write((writer) => {
    const checked = checkAll(context, writer, decisions);
    if (!checked.ok) return checked;
    const edit = {
      author: author ?? findAuthor(writer),
      changedAt: context.now().toISOString(),
      batch: null,
    };
    for (const { record, decision, value } of checked.value) {
      const { stage, criterionId, field } = decision;
      writer.recordChange(record.number, { ...edit, stage, criterionId, field, value });
    }
    for (const number of new Set(checked.value.map(({ record }) => record.number))) writer.closeSteps(number);
    return succeed({ resolved: checked.value.length });
  });
}

interface CheckedDecision {
  readonly record: AssessmentRecord;
  readonly decision: GivenDecision;
  readonly value: unknown;
}

function checkAll(
  context: UseCaseContext,
  reader: StoreReader,
  decisions: ConflictsToResolve['decisions'],
): Result<readonly CheckedDecision[]> {
  const checked: CheckedDecision[] = [];
  const faults: AppError[] = [];
  for (const [assessmentId, group] of Map.groupBy(decisions, (one) => one.assessmentId)) {
    const record = findDecidable(reader, assessmentId);
    if (!record.ok) faults.push(...record.errors);
    else {
      const conflicts = conflictsByCell(reader, record.value);
      // Of several decisions on one cell the last counts.
      for (const [cell, decision] of new Map(group.map((one) => [keyOfCell(one), one]))) {
        const standing = conflicts.get(cell)?.standing;
        const value = standing
          ? checkDecision(context, record.value, standing, decision)
          : failWith('conflict-gone', {}, cell);
        if (value.ok) checked.push({ record: record.value, decision, value: value.value });
        else faults.push(...value.errors);
      }
    }
  }
  return faults.length > 0 ? fail(faults) : succeed(checked);
}

/** A signature freezes what a commune declares; whoever received it still has to settle what two signed files say. */
function findDecidable(reader: StoreReader, id: string): Result<AssessmentRecord> {
  const found = findAssessment(reader, id);
  if (!found.ok) return found;
  const profile = findProfile(reader);
  const isOwn = profile?.role === 'commune' && profile.unit.code === found.value.unitCode;
  return isOwn ? findEditable(reader, id) : found;
}

function conflictsByCell(
  reader: StoreReader,
  { number }: AssessmentRecord,
): ReadonlyMap<string, StoredConflict> {
  return new Map(reader.listConflicts(number).map((conflict) => [keyOfCell(conflict), conflict]));
}
