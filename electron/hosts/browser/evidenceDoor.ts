import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Backend } from '#backend/backend.ts';
import { evidenceLimitBytes, evidenceLimitMegabytes, evidenceUploadType } from '#shared/api/evidenceFiles.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import { evidenceHeaders, type EvidenceRequest } from '../evidenceFiles.ts';
import { refusePost, refuseRead, type DoorAnswer, type DoorOptions } from './door.ts';

interface EvidenceDoor extends DoorOptions {
  readonly backend: Pick<Backend, 'call' | 'storeEvidence' | 'findEvidence'>;
}

/**
 * Takes a file in or hands one out. A file that was found has been sent when this answers null; every other
 * outcome comes back as a result to be written.
 */
export function answerEvidence(
  door: EvidenceDoor,
  asked: EvidenceRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<DoorAnswer | null> {
  return asked.kind === 'upload'
    ? takeIn(door, asked.name, request)
    : handOut(door, asked, request, response);
}

async function takeIn(door: EvidenceDoor, name: string, request: IncomingMessage): Promise<DoorAnswer> {
  const refusal = refusePost(door, request, evidenceUploadType);
  const result = refusal?.result ?? (await store(door, name, request));
  // What is left of a refused file is thrown away, so that the sender can read why.
  request.resume();
  return refusal ?? { status: isTooLarge(result) ? 413 : 200, result };
}

function store(door: EvidenceDoor, name: string, request: IncomingMessage): Promise<Result<unknown>> {
  // A sender that tells the size hears at once that it is too much, before anything is on the disk.
  if (Number(request.headers['content-length'] ?? 0) > evidenceLimitBytes)
    return Promise.resolve(failWith('file-too-large', { limit: evidenceLimitMegabytes }));
  const bytes: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  return door.backend.storeEvidence(name, bytes);
}

function isTooLarge(result: Result<unknown>): boolean {
  return !result.ok && result.errors.some((error) => error.code === 'file-too-large');
}

async function handOut(
  door: EvidenceDoor,
  { sha256, name }: { readonly sha256: string; readonly name: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<DoorAnswer | null> {
  const refusal = refuseRead(door, request);
  if (refusal !== null) return refusal;
  const found = await door.backend.findEvidence(sha256);
  if (!found.ok) return { status: 404, result: found };
  response.writeHead(200, evidenceHeaders(found.value, name));
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(found.value.file), response).catch(ignoreLeaving);
  return null;
}

/** A reader that leaves in the middle is nothing to report; a file that cannot be read is. */
function ignoreLeaving(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ECONNRESET' && code !== 'EPIPE') throw error;
}
