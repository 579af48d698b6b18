import type { CallOutput, ImportRecord, ParsedInput } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { ImportRow } from '../../db/importTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { UseCaseContext } from '../context.ts';

type Context = Pick<UseCaseContext, 'store'>;

/** Some imports of the past, newest first, each with whether it can be undone. Errors of the storage. */
export function readImportPage(
  { store }: Context,
  { offset, limit }: ParsedInput<'imports.list'>,
): Result<CallOutput<'imports.list'>> {
  return store.read((reader) =>
    succeed({
      total: reader.countImports(),
      imports: reader.listImports(limit, offset).map((row) => describe(reader, row)),
    }),
  );
}

/** All imports of the past, newest first. Errors of the storage. */
export function listImports(context: Context): Result<readonly ImportRecord[]> {
  const page = readImportPage(context, { offset: 0, limit: Number.MAX_SAFE_INTEGER });
  return page.ok ? succeed(page.value.imports) : page;
}

/** So much of what was built on an import says why it cannot be undone; thousands of lines would say no more. */
const mostBuiltOn = 20;

function describe(reader: StoreReader, { number, id, importedAt, state, undoneAt }: ImportRow): ImportRecord {
  const builtOn = state === 'done' ? reader.listBuiltOn(number) : [];
  const verdicts = reader.countVerdicts(number);
  return {
    id,
    importedAt,
    files: Object.values(verdicts).reduce((sum, count) => sum + count, 0),
    verdicts,
    undo: undoOf(reader, number, state, builtOn.length > 0),
    builtOn: builtOn.slice(0, mostBuiltOn),
    builtOnTotal: builtOn.length,
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
