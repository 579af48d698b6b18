import {
  evidenceLimitBytes,
  evidenceLimitMegabytes,
  evidenceRoute,
  type StoredEvidence,
} from '#shared/api/evidenceFiles.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import { isReadable, uploadFile } from './uploadFile.ts';

/**
 * Sends a file to the store of evidence; it is durable when this answers. `onProgress` receives the part sent, 0
 * to 1. Never throws. Errors: `file-too-large`, `file-unreadable` where the file vanished or is a folder, those of
 * the storage, `backend-unreachable`.
 */
export async function uploadEvidence(
  file: File,
  onProgress?: (part: number) => void,
): Promise<Result<StoredEvidence>> {
  if (file.size > evidenceLimitBytes) return failWith('file-too-large', { limit: evidenceLimitMegabytes });
  if (!(await isReadable(file))) return failWith('file-unreadable', { path: file.name });
  const address = `${evidenceRoute}?name=${encodeURIComponent(file.name.toWellFormed())}`;
  const reply = await uploadFile(address, file, { onProgress });
  if (reply !== undefined) return reply as Result<StoredEvidence>;
  return (await isReadable(file))
    ? failWith('backend-unreachable')
    : failWith('file-unreadable', { path: file.name });
}

/** Where a file of the store is shown (PDF and pictures) or, of any other kind, downloaded under its name. */
export function evidenceUrl(sha256: string, name?: string): string {
  const query = name === undefined ? '' : `?name=${encodeURIComponent(name.toWellFormed())}`;
  return `${evidenceRoute}/${sha256}${query}`;
}
