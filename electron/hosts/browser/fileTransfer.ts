import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { evidenceUploadType } from '#shared/api/evidenceFiles.ts';
import type { Result } from '#shared/errors/result.ts';
import { refusePost, refuseRead, type DoorAnswer, type DoorOptions } from './door.ts';

/** A file that may be handed out, and how. */
export interface FileToSend {
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Takes the bytes of a request in.
 * @param limit in bytes, and how more than that is refused
 */
export async function takeFileIn(
  door: DoorOptions,
  request: IncomingMessage,
  limit: { readonly bytes: number; readonly refusal: Result<never> },
  store: (bytes: AsyncIterable<Uint8Array>) => Promise<Result<unknown>>,
): Promise<DoorAnswer> {
  const refusal = refusePost(door, request, evidenceUploadType);
  // A sender that tells the size hears at once that it is too much, before anything is on the disk.
  const isTooMuch = Number(request.headers['content-length'] ?? 0) > limit.bytes;
  const bytes: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  const result = refusal?.result ?? (isTooMuch ? limit.refusal : await store(bytes));
  // What is left of a refused file is thrown away, so that the sender can read why.
  request.resume();
  return refusal ?? { status: isTooLarge(result) ? 413 : 200, result };
}

/** Hands a file out. Null when it has been sent; every other outcome comes back as a result to be written. */
export async function handFileOut(
  door: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
  find: () => Promise<Result<FileToSend>>,
): Promise<DoorAnswer | null> {
  const refusal = refuseRead(door, request);
  if (refusal !== null) return refusal;
  const found = await find();
  if (!found.ok) return { status: 404, result: found };
  response.writeHead(200, found.value.headers);
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(found.value.file), response).catch(ignoreLeaving);
  return null;
}

function isTooLarge(result: Result<unknown>): boolean {
  return (
    !result.ok && result.errors.some(({ code }) => code === 'file-too-large' || code === 'package-too-large')
  );
}

/** A reader that leaves in the middle is nothing to report; a file that cannot be read is. */
function ignoreLeaving(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE') throw error;
}
