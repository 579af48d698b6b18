import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Backend } from '#backend/backend.ts';
import type { Result } from '#shared/errors/result.ts';
import type { BuiltScreens } from '../builtScreens.ts';
import { securityHeaders } from '../securityHeaders.ts';
import { readEvidenceRequest } from '../evidenceFiles.ts';
import { readPackageRequest } from '../packageFiles.ts';
import { answerCall, callPrefix, type DoorAnswer, type DoorOptions } from './door.ts';
import { answerEvidence } from './evidenceDoor.ts';
import { answerPackage } from './packageDoor.ts';
import { openSessions, type Sessions } from './session.ts';
import { answerFile } from './staticFiles.ts';

export interface ServerOptions {
  readonly backend: Pick<
    Backend,
    'call' | 'storeEvidence' | 'findEvidence' | 'receivePackage' | 'findExport'
  >;
  readonly screens: BuiltScreens;
  /** 0: any free port. */
  readonly port: number;
  /** Where the digests of the sessions are kept. */
  readonly sessionFile: string;
  /** The page shown to a browser without a session: plain text, already in the user's language. */
  readonly signedOutText: string;
  /** Called with each address that can be opened once: at the start and whenever the one before was used. */
  readonly onAddress: (address: string) => void;
  readonly log: (line: string) => void;
}

export interface RunningServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** A file of the largest size from a slow USB stick takes minutes. */
const uploadMilliseconds = 10 * 60 * 1000;

/** Serves the screens, the calls and the files of evidence on 127.0.0.1 only. Rejects when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = createServer({ requestTimeout: uploadMilliseconds, headersTimeout: 10_000 });
  const port = await listen(server, options.port);
  const origin = `http://127.0.0.1:${String(port)}`;
  const sessions = openSessions(options.sessionFile, port);
  const door: DoorOptions = { backend: options.backend, sessions, origin, log: options.log };
  server.on('request', (request, response) => {
    answer(options, door, request, response).catch((error: unknown) => {
      options.log(`server: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      if (response.headersSent) response.destroy();
      else writeText(response, 500, '');
    });
  });
  announceAddress(options, sessions, origin);
  return { origin, close: () => close(server) };
}

async function answer(
  options: ServerOptions,
  door: DoorOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Without this a page of another site whose name was made to point at 127.0.0.1 could read the answers.
  if (request.headers.host !== new URL(door.origin).host) return writeText(response, 421, '');
  const [urlPath = '/', query = ''] = (request.url ?? '/').split('?', 2);
  if (urlPath.startsWith(callPrefix)) {
    const { status, result } = await answerCall(door, request, urlPath.slice(callPrefix.length));
    return writeResult(response, status, result);
  }
  const transfer = answerTransfer({ ...door, backend: options.backend }, request, response);
  if (transfer !== null) {
    const answered = await transfer;
    return answered === null ? undefined : writeResult(response, answered.status, answered.result);
  }
  const token = new URLSearchParams(query).get('token');
  if (urlPath === '/' && token !== null) return signIn(options, door, token, request, response);
  if (!door.sessions.isSignedIn(request.headers.cookie))
    return writeText(response, 401, options.signedOutText);
  const file = await answerFile(options.screens, request.method ?? 'GET', urlPath);
  response.writeHead(file.status, { ...securityHeaders, ...file.headers }).end(file.body ?? undefined);
}

/** Null where the request is not about a file of evidence or a package. */
function answerTransfer(
  door: DoorOptions & Pick<ServerOptions, 'backend'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<DoorAnswer | null> | null {
  const target = request.url ?? '/';
  const evidence = readEvidenceRequest(target);
  if (evidence !== null) return answerEvidence(door, evidence, request, response);
  const asked = readPackageRequest(target);
  return asked === null ? null : answerPackage(door, asked, request, response);
}

function signIn(
  options: ServerOptions,
  { sessions, origin }: DoorOptions,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const cookie = request.method === 'GET' ? sessions.exchange(token) : null;
  if (cookie === null && !sessions.isSignedIn(request.headers.cookie)) {
    return writeText(response, 401, options.signedOutText);
  }
  const headers = { ...securityHeaders, location: '/', 'cache-control': 'no-store' };
  response.writeHead(303, cookie === null ? headers : { ...headers, 'set-cookie': cookie }).end();
  if (cookie !== null) announceAddress(options, sessions, origin);
}

function announceAddress(options: ServerOptions, sessions: Sessions, origin: string): void {
  options.onAddress(`${origin}/?token=${sessions.issueToken()}`);
}

function writeResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  const body = JSON.stringify(result);
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': 'application/json; charset=utf-8',
  };
  response.writeHead(status, headers).end(body);
}

function writeText(response: ServerResponse, status: number, text: string): void {
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-store',
    'content-type': 'text/plain; charset=utf-8',
  };
  response.writeHead(status, headers).end(text);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep idle connections open for minutes.
    server.closeAllConnections();
  });
}
