import type { CallOutput, ParsedInput } from '#shared/api/contract.ts';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { ListedPackage } from '../../db/importTable.ts';
import type { UseCaseContext } from '../context.ts';

/**
 * Files of an import of the past whose name or unit holds every word of a text, without regard to case and diacritics. Errors:
 * `import-unknown`, and those of the storage.
 */
export function findImportedFiles(
  { store }: Pick<UseCaseContext, 'store'>,
  { id, text, offset, limit }: ParsedInput<'imports.files'>,
): Result<CallOutput<'imports.files'>> {
  return store.read((reader) => {
    const found = reader.findImport(id);
    if (!found) return failWith('import-unknown');
    const files = filesWith(text, reader.listFiles(found.number));
    return succeed({
      found: files.length,
      files: files
        .slice(offset, offset + limit)
        .map(({ fileName, ...file }) => ({ name: fileName, ...file })),
    });
  });
}

function filesWith(text: string, files: readonly ListedPackage[]): readonly ListedPackage[] {
  const words = normaliseName(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return files;
  return files.filter(({ fileName, unitName }) => {
    const own = normaliseName(`${fileName} ${unitName ?? ''}`);
    return words.every((word) => own.includes(word));
  });
}
