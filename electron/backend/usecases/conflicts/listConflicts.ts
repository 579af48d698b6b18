import type { Conflict } from '#shared/api/contract.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import { headerCells } from '#shared/domain/merge/change.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StandingEdit, StoredConflict } from '../../db/conflictTable.ts';
import type { Content } from '../../files/content.ts';
import type { UseCaseContext } from '../context.ts';
import { findAssessment } from '../editableAssessment.ts';
import { findSetOf, unitOf } from '../readAssessment.ts';
import { sourcesFrom, type ChangeSource } from './sourceOfChange.ts';

/**
 * The cells in which different values stand side by side, of one assessment or of all, assessments newest first and cells
 * in printed order. Each value stands once, with the last edit that says it; the last value is the one shown
 * meanwhile. Errors: `assessment-unknown`, and those of the storage.
 */
export function listConflicts(
  context: UseCaseContext,
  { assessmentId }: { readonly assessmentId: string | null },
): Result<readonly Conflict[]> {
  return context.store.read((reader) => {
    const only = assessmentId === null ? null : findAssessment(reader, assessmentId);
    if (only?.ok === false) return only;
    const sourceOf = sourcesFrom(reader);
    const ofAssessment = Map.groupBy(
      reader.listConflicts(only?.value.number ?? null),
      ({ assessment }) => assessment,
    );
    const records = only ? [only.value] : reader.listAssessments();
    return succeed(
      records.flatMap((record) =>
        inPrintedOrder(context.content, record, ofAssessment.get(record.number) ?? []).map((conflict) =>
          describe(record, conflict, sourceOf),
        ),
      ),
    );
  });
}

/** The head first; cells of criteria that are not known here last. */
function inPrintedOrder(
  content: Content,
  record: AssessmentRecord,
  conflicts: readonly StoredConflict[],
): readonly StoredConflict[] {
  if (conflicts.length < 2) return conflicts;
  const loadedSet = findSetOf(content, record);
  const criteria = loadedSet.ok ? listCriteria(loadedSet.value.set).map(({ id }) => id) : [];
  const places = new Map([headerCells, ...criteria].map((id, place) => [id, place]));
  const placeOf = ({ criterionId }: StoredConflict) => places.get(criterionId) ?? places.size;
  return conflicts.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function describe(
  record: AssessmentRecord,
  { stage, criterionId, field, standing }: StoredConflict,
  sourceOf: (fromPackage: number | null) => ChangeSource,
): Conflict {
  return {
    assessmentId: record.id,
    unit: unitOf(record),
    period: record.period,
    setId: record.setId,
    setVersion: record.setVersion,
    stage,
    criterionId,
    field,
    values: groupByValue(standing).map(({ last, edits }) => ({
      dots: edits.map(({ dot }) => [dot[0], dot[1]]),
      value: JSON.parse(last.valueText) as unknown,
      author: last.author,
      changedAt: last.changedAt,
      source: sourceOf(last.fromPackage),
    })),
  };
}

/** In the order of the last edit that says it. */
function groupByValue(
  standing: readonly StandingEdit[],
): readonly { readonly last: StandingEdit; readonly edits: readonly StandingEdit[] }[] {
  const groups = new Map<string, readonly StandingEdit[]>();
  for (const edit of standing) {
    const edits = [...(groups.get(edit.valueText) ?? []), edit];
    groups.delete(edit.valueText);
    groups.set(edit.valueText, edits);
  }
  return [...groups.values()].flatMap((edits) => edits.slice(-1).map((last) => ({ last, edits })));
}
