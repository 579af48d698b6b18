import type { LineageEntry } from '#shared/api/contract.ts';
import { keyOfDot, type CellAddress } from '#shared/domain/merge/change.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from '../context.ts';
import { findAssessment } from '../editableAssessment.ts';
import { decides } from './decides.ts';
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
    const sourceOf = sourcesFrom(reader);
    return succeed(
      changes.map((change) => ({
        dot: [change.dot[0], change.dot[1]],
        value: change.newValue,
        author: change.author,
        changedAt: change.changedAt,
        stands: !gaveWay.has(keyOfDot(change.dot)),
        replaced: change.replaced.map(([replicaId, counter]) => [replicaId, counter]),
        decided: decides(change, changes),
        source: sourceOf(change.fromPackage),
      })),
    );
  });
}
