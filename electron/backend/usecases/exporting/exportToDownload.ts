import { rmSync } from 'node:fs';
import path from 'node:path';
import { succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import { makeExportFolder } from '../../files/exportFolder.ts';
import type { UseCaseContext } from '../context.ts';

/** Writes a file that can be downloaded until the next start; nothing stays behind where that fails. */
export async function exportToDownload<T>(
  context: Pick<UseCaseContext, 'store' | 'newId'>,
  write: (folder: string) => Promise<Result<T>>,
): Promise<Result<T & { readonly downloadId: string }>> {
  const downloadId = context.newId();
  const dataFolder = path.dirname(context.store.file);
  return await onStorageLater(dataFolder, async () => {
    const folder = makeExportFolder(dataFolder, downloadId);
    const written = await write(folder);
    if (written.ok) return succeed({ ...written.value, downloadId });
    rmSync(folder, { recursive: true, force: true });
    return written;
  });
}
