import type { LineageEntry } from '#shared/api/contract.ts';
import { keyOfDot, type CellAddress } from '#shared/domain/merge/change.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import type { UseCaseContext } from '../context.ts';
import { findAssessment } from '../editableAssessment.ts';
import { sourcesFrom } from './sourceOfChange.ts';

/**
 * Every edit that ever stood in a cell with the file that it came from, the one that arrived last first; each comes before
 * those whose place it took. Empty for a cell that nobody has touched. Errors: `assessment-unknown`, and those of the storage.
 */
export function readLineage(
  context: UseCaseContext,
  { assessmentId, stage, criterionId, field }: CellAddress & { readonly assessmentId: string },
): Result<readonly LineageEntry[]> {
  return context.store.read((reader) => {
    const record = findAssessment(reader, assessmentId);
    if (!record.ok) return record;
    const changes = reader
      .listHistory(record.value.number, criterionId)
      .filter((change) => change.stage === stage && change.field === field);
    const gaveWay = new Set(changes.flatMap(({ replaced }) => replaced.map(keyOfDot)));
    const texts = new Map(changes.map(({ dot, newValue }) => [keyOfDot(dot), toCanonicalJson(newValue)]));
    const sourceOf = sourcesFrom(reader);
    return succeed(
      changes.map(({ dot, newValue, author, changedAt, replaced, fromPackage }) => ({
        dot: [dot[0], dot[1]],
        value: newValue,
        author,
        changedAt,
        stands: !gaveWay.has(keyOfDot(dot)),
        replaced: replaced.map(([replicaId, counter]) => [replicaId, counter]),
        decided: new Set(replaced.map((one) => texts.get(keyOfDot(one)))).size > 1,
        source: sourceOf(fromPackage),
      })),
    );
  });
}
