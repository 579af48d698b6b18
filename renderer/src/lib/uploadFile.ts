import { evidenceUploadType } from '#shared/api/evidenceFiles.ts';
import type { Result } from '#shared/errors/result.ts';

export interface UploadOptions {
  /** Receives the part sent, 0 to 1. */
  readonly onProgress?: ((part: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends the bytes of a file to a route beside the calls of the contract and gives its `Result` back; `undefined`
 * when no answer came or it was called off. What is in it is for the caller to know. Never throws.
 */
export function uploadFile(
  address: string,
  file: File,
  { onProgress, signal }: UploadOptions = {},
): Promise<Result<unknown> | undefined> {
  // fetch cannot tell how much of a body has been sent.
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(undefined);
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', evidenceUploadType);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress?.(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(readResult(request.responseText)));
    for (const failure of ['error', 'abort', 'timeout'] as const) {
      request.addEventListener(failure, () => resolve(undefined));
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

/** Whether the file is still there and no folder; a file that vanishes on the way looks like a lost connection. */
export async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function readResult(text: string): Result<unknown> | undefined {
  try {
    const reply: unknown = JSON.parse(text);
    const isResult = typeof reply === 'object' && reply !== null && 'ok' in reply;
    return isResult ? (reply as Result<unknown>) : undefined;
  } catch {
    return undefined;
  }
}
