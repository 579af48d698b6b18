import type { IncomingMessage } from 'node:http';
import type { Backend } from '#backend/backend.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import type { Sessions } from './session.ts';

/** An HTTP answer before it is written: always a `Result`, whatever went wrong. */
export interface DoorAnswer {
  readonly status: number;
  readonly result: Result<unknown>;
}

export interface DoorOptions {
  readonly backend: Pick<Backend, 'call'>;
  readonly sessions: Sessions;
  /** `http://127.0.0.1:<port>`; requests of any other page are refused. */
  readonly origin: string;
  readonly log: (line: string) => void;
}

/** A form with evidence cards on every criterion stays far below this. */
const bodyLimitInMegabytes = 8;
export const bodyLimit = bodyLimitInMegabytes * 1024 * 1024;

export const callPrefix = '/api/';

/**
 * The one door: checks who asks, reads the input, passes it on, lets no exception out. The `Host` of the
 * request has been checked before. Errors of its own: `not-authorised`, `input-invalid`, `file-too-large`,
 * `unexpected`.
 */
export async function answerCall(
  options: DoorOptions,
  request: IncomingMessage,
  callName: string,
): Promise<DoorAnswer> {
  try {
    const refusal = refusePost(options, request, 'application/json');
    if (refusal !== null) return refusal;
    const body = await readBody(request);
    if (body === null)
      return { status: 413, result: failWith('file-too-large', { limit: bodyLimitInMegabytes }) };
    const input = parseJson(body);
    if (input === undefined) return { status: 400, result: failWith('input-invalid') };
    return { status: 200, result: await options.backend.call(callName, input) };
  } catch (error) {
    return { status: 500, result: reportUnexpected(error, callName, options.log) };
  }
}

/** Null when a request that changes something comes from our own page with the one content type expected. */
export function refusePost(
  { sessions, origin }: DoorOptions,
  request: IncomingMessage,
  expectedType: string,
): DoorAnswer | null {
  if (request.method !== 'POST') return { status: 405, result: failWith('input-invalid') };
  if (request.headers.origin !== origin) return { status: 403, result: failWith('not-authorised') };
  if (!sessions.isSignedIn(request.headers.cookie))
    return { status: 401, result: failWith('not-authorised') };
  const contentType = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (contentType !== expectedType) return { status: 415, result: failWith('input-invalid') };
  return null;
}

/**
 * Null when a file is asked for by our own page or by the officer's own hand. Browsers send no `Origin` with these;
 * `Sec-Fetch-Site` tells a page on another port of this machine, which shares our cookies, from ours.
 */
export function refuseRead({ sessions, origin }: DoorOptions, request: IncomingMessage): DoorAnswer | null {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, result: failWith('input-invalid') };
  const site = request.headers['sec-fetch-site'] ?? 'none';
  const isForeign =
    (request.headers.origin ?? origin) !== origin || (site !== 'same-origin' && site !== 'none');
  if (isForeign) return { status: 403, result: failWith('not-authorised') };
  return sessions.isSignedIn(request.headers.cookie)
    ? null
    : { status: 401, result: failWith('not-authorised') };
}

/** `null` when the body is larger than the limit. What is left of it is thrown away, so that the sender can read why. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bodyLimit) break;
    chunks.push(chunk);
  }
  request.resume();
  return size > bodyLimit ? null : Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
