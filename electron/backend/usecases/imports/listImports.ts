import type { ImportRecord } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { ImportRow } from '../../db/importTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { UseCaseContext } from '../context.ts';

/** Imports of the past, newest first, each with whether it can be undone. Errors of the storage. */
export function listImports({ store }: Pick<UseCaseContext, 'store'>): Result<ImportRecord[]> {
  return store.read((reader) => {
    const ids = new Map(reader.listAssessments().map(({ number, id }) => [number, id]));
    return succeed(reader.listImports().map((row) => describe(reader, ids, row)));
  });
}

function describe(
  reader: StoreReader,
  ids: ReadonlyMap<number, string>,
  { number, id, importedAt, state, undoneAt }: ImportRow,
): ImportRecord {
  const builtOn = state === 'done' ? [...reader.listBuiltOn(number)] : [];
  return {
    id,
    importedAt,
    files: reader.listPackages(number).map(({ fileName, verdict, code, unitName, period, assessment }) => ({
      name: fileName,
      verdict,
      code,
      unitName,
      period,
      assessmentId: assessment === null ? null : (ids.get(assessment) ?? null),
    })),
    undo: undoOf(reader, number, state, builtOn.length > 0),
    builtOn,
    undoneAt,
  };
}

function undoOf(
  reader: StoreReader,
  number: number,
  state: ImportRow['state'],
  isBuiltOn: boolean,
): ImportRecord['undo'] {
  if (state !== 'done') return 'done';
  if (!reader.bringsAnything(number)) return 'nothing';
  return isBuiltOn ? 'blocked' : 'possible';
}
