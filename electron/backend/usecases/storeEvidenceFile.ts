import type { Result } from '#shared/errors/result.ts';
import type { StoredFile } from '../files/evidenceStore.ts';
import type { UseCaseContext } from './context.ts';

/**
 * Takes a copy of a file into the store of evidence, durable when this returns; an evidence card may then refer to
 * it. Errors: `file-not-found`, `file-unreadable`, `file-too-large`, and those of the storage.
 */
export function storeEvidenceFile(
  context: Pick<UseCaseContext, 'evidence'>,
  sourceFile: string,
): Promise<Result<StoredFile>> {
  return context.evidence.add(sourceFile);
}
