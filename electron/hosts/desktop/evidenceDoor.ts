import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Backend } from '#backend/backend.ts';
import { evidenceUploadType } from '#shared/api/evidenceFiles.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import { evidenceHeaders, type EvidenceRequest } from '../evidenceFiles.ts';
import { securityHeaders } from '../securityHeaders.ts';
import { screensOrigin } from './address.ts';

export type EvidenceBackend = Pick<Backend, 'storeEvidence' | 'findEvidence'>;

/**
 * Takes a file in or hands one out, as the browser host does. The scheme can be reached from our own session only;
 * a frame in the sandbox has the origin `null` and is refused like any other that is not ours.
 */
export function answerEvidence(
  backend: EvidenceBackend,
  asked: EvidenceRequest,
  request: Request,
): Promise<Response> {
  return asked.kind === 'upload' ? takeIn(backend, asked.name, request) : handOut(backend, asked, request);
}

async function takeIn(backend: EvidenceBackend, name: string, request: Request): Promise<Response> {
  if (request.method !== 'POST') return toResponse(405, failWith('input-invalid'));
  if (isForeign(request)) return toResponse(403, failWith('not-authorised'));
  if (request.headers.get('content-type') !== evidenceUploadType)
    return toResponse(415, failWith('input-invalid'));
  return toResponse(200, await backend.storeEvidence(name, request.body ?? nothing()));
}

async function handOut(
  backend: EvidenceBackend,
  { sha256, name }: { readonly sha256: string; readonly name: string },
  request: Request,
): Promise<Response> {
  if (request.method !== 'GET') return toResponse(405, failWith('input-invalid'));
  if (isForeign(request)) return toResponse(403, failWith('not-authorised'));
  const found = await backend.findEvidence(sha256);
  if (!found.ok) return toResponse(404, found);
  const body = Readable.toWeb(createReadStream(found.value.file)) as ReadableStream<Uint8Array>;
  return new Response(body, { status: 200, headers: { ...evidenceHeaders(found.value, name) } });
}

function isForeign(request: Request): boolean {
  return (request.headers.get('origin') ?? screensOrigin) !== screensOrigin;
}

/** An empty file has no body. */
async function* nothing(): AsyncGenerator<Uint8Array, void> {
  // Nothing comes.
}

function toResponse(status: number, result: Result<unknown>): Response {
  const headers = { ...securityHeaders, 'cache-control': 'no-store' };
  return Response.json(result, { status, headers });
}
