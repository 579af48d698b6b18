import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { StoreWriter } from '../../db/store.ts';
import type { UseCaseContext } from '../context.ts';

/**
 * Takes a whole import out again, in one transaction: its edits, signatures, recalls, results, criteria sets, the
 * assessments that it made and the keys that it taught. Its record stays. Errors: `import-unknown` (also for one that was
 * undone before or brought nothing), `import-built-on`, and those of the storage.
 */
export function undoImport(
  context: Pick<UseCaseContext, 'store' | 'now' | 'rejoinContent'>,
  id: string,
): Result<null> {
  const undone = context.store.write((writer) => {
    const found = writer.findImport(id);
    if (found?.state !== 'done' || !writer.bringsAnything(found.number)) return failWith('import-unknown');
    if (writer.listBuiltOn(found.number).length > 0) return failWith('import-built-on');
    writer.setImportState(found.number, 'undoing', null);
    takeOut(writer, found.number);
    writer.setImportState(found.number, 'undone', context.now().toISOString());
    return succeed(null);
  });
  return undone.ok ? context.rejoinContent() : undone;
}

function takeOut(writer: StoreWriter, importNumber: number): void {
  const brought = writer
    .listPackages(importNumber)
    .filter(({ verdict, kind }) => verdict !== 'same' && verdict !== 'older' && kind !== 'receipt');
  const touched = new Set(brought.flatMap(({ assessment }) => (assessment === null ? [] : [assessment])));
  for (const assessment of touched) writer.removeImported(assessment, importNumber);
  writer.removeResultsOfImport(importNumber);
  for (const { assessment, madeAssessment } of brought)
    if (madeAssessment && assessment !== null) writer.removeAssessment(assessment);
  writer.forgetSignersOf(importNumber);
  writer.removeSetsOfImport(importNumber);
}
