import {
  evidenceLimitBytes,
  evidenceLimitMegabytes,
  evidenceRoute,
  evidenceUploadType,
  type StoredEvidence,
} from '#shared/api/evidenceFiles.ts';
import { failWith, type Result } from '#shared/errors/result.ts';

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
  const reply = await send(file, onProgress);
  if (reply !== undefined) return reply;
  // A file that changes or vanishes on the way looks like a lost connection.
  return (await isReadable(file))
    ? failWith('backend-unreachable')
    : failWith('file-unreadable', { path: file.name });
}

/** Where a file of the store is shown (PDF and pictures) or, of any other kind, downloaded under its name. */
export function evidenceUrl(sha256: string, name?: string): string {
  const query = name === undefined ? '' : `?name=${encodeURIComponent(name.toWellFormed())}`;
  return `${evidenceRoute}/${sha256}${query}`;
}

// fetch cannot tell how much of a body has been sent.
function send(
  file: File,
  onProgress: ((part: number) => void) | undefined,
): Promise<Result<StoredEvidence> | undefined> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${evidenceRoute}?name=${encodeURIComponent(file.name.toWellFormed())}`);
    request.setRequestHeader('content-type', evidenceUploadType);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      resolve(readResult(request.responseText));
    });
    for (const failure of ['error', 'abort', 'timeout'] as const) {
      request.addEventListener(failure, () => {
        resolve(undefined);
      });
    }
    request.send(file);
  });
}

async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function readResult(text: string): Result<StoredEvidence> | undefined {
  try {
    const reply: unknown = JSON.parse(text);
    const isResult = typeof reply === 'object' && reply !== null && 'ok' in reply;
    return isResult ? (reply as Result<StoredEvidence>) : undefined;
  } catch {
    return undefined;
  }
}
