import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { evidenceUploadType } from '#shared/api/evidenceFiles.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import { securityHeaders } from '../securityHeaders.ts';
import { screensOrigin } from './address.ts';

/** A file that may be handed out, and how. */
export interface FileToSend {
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Takes the bytes of a request in. The scheme can be reached from our own session only; a frame in the sandbox has
 * the origin `null` and is refused like any other that is not ours.
 */
export async function takeFileIn(
  request: Request,
  store: (bytes: AsyncIterable<Uint8Array>) => Promise<Result<unknown>>,
): Promise<Response> {
  if (request.method !== 'POST') return toResponse(405, failWith('input-invalid'));
  if (isForeign(request)) return toResponse(403, failWith('not-authorised'));
  if (request.headers.get('content-type') !== evidenceUploadType)
    return toResponse(415, failWith('input-invalid'));
  return toResponse(200, await store(request.body ?? nothing()));
}

/** Hands a file out, or says why not. */
export async function handFileOut(
  request: Request,
  find: () => Promise<Result<FileToSend>>,
): Promise<Response> {
  if (request.method !== 'GET') return toResponse(405, failWith('input-invalid'));
  if (isForeign(request)) return toResponse(403, failWith('not-authorised'));
  const found = await find();
  if (!found.ok) return toResponse(404, found);
  const body = Readable.toWeb(createReadStream(found.value.file)) as ReadableStream<Uint8Array>;
  return new Response(body, { status: 200, headers: { ...found.value.headers } });
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
