import { packageRoute, type AddedFile } from '#shared/api/packageFiles.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import { isReadable, uploadFile } from './uploadFile.ts';

/**
 * Adds a file to an import and gives its number there. Never throws. Errors: `file-unreadable` where the file
 * vanished or is a folder, those of the import, `backend-unreachable`, also when it was called off.
 */
export async function uploadPackage(
  importId: string,
  file: File,
  signal?: AbortSignal,
): Promise<Result<AddedFile>> {
  const query = new URLSearchParams({ import: importId, name: file.name.toWellFormed() });
  const address = `${packageRoute}?${query.toString()}`;
  const reply = await uploadFile(address, file, { signal });
  if (reply !== undefined) return reply as Result<AddedFile>;
  return (await isReadable(file))
    ? failWith('backend-unreachable')
    : failWith('file-unreadable', { path: file.name });
}

/** Where an exported package is saved from. */
export function packageUrl(downloadId: string): string {
  return `${packageRoute}/${encodeURIComponent(downloadId)}`;
}
