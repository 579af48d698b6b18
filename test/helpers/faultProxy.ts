import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Certificate } from './certificates.ts';

/** What goes wrong with one request; `share`, from 0 to 1, says where in the body. */
export type Fault =
  /** The connection is closed before the server has heard of it. */
  | { readonly kind: 'cut-before' }
  /** The server did it; its answer is lost. */
  | { readonly kind: 'cut-after' }
  /** The connection breaks, on both sides, while the body is on its way to the server or back. */
  | { readonly kind: 'cut-request' | 'cut-answer'; readonly share: number }
  /** A body arrives shorter, or with a byte that is another, and everything says that all is well. */
  | { readonly kind: 'truncate-request' | 'truncate-answer'; readonly share: number }
  | { readonly kind: 'corrupt-request' | 'corrupt-answer'; readonly share: number }
  /** Answered with an error, though the server may have done what was asked. */
  | { readonly kind: 'status'; readonly status: number; readonly isDone: boolean }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** The connection is closed at once, and the server hears of it later: when the client has gone on already. */
  | { readonly kind: 'late'; readonly milliseconds: number }
  /** Never answered. */
  | { readonly kind: 'stall' }
  /** Reaches the server twice, as a proxy does that tries again by itself; the second answer is passed on. */
  | { readonly kind: 'repeat' };

/** A request as faults are chosen by it. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
}

export type ChooseFault = (request: SeenRequest) => Fault | null;

/** Stands between a client and a server, and does harm on request. */
export interface FaultProxy {
  /** What the server's address is through the proxy. */
  readonly url: string;
  /** From the next request on. */
  readonly setFaults: (choose: ChooseFault) => void;
  readonly stop: () => Promise<void>;
}

export interface ProxyOptions {
  /** Of the server: plain HTTP on loopback. */
  readonly upstream: string;
  /** Clients speak TLS with the proxy; plain HTTP without. */
  readonly certificate?: Certificate;
  readonly chooseFault?: ChooseFault;
}

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Everything passes unharmed until told otherwise. */
export async function startFaultProxy(options: ProxyOptions): Promise<FaultProxy> {
  const upstream = new URL(options.upstream);
  const agent = new http.Agent({ keepAlive: true });
  let choose: ChooseFault = options.chooseFault ?? (() => null);
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const { method = '', url = '' } = request;
    const fault = choose({ method, path: decodeURIComponent(url) });
    const forwarded = fault === null ? passOn(request, response) : harm(fault, request, response);
    // Whoever sits at the other end has gone; that is what many faults are about.
    forwarded.catch(() => request.socket.destroy());
  };
  const server = options.certificate
    ? https.createServer(readCertificate(options.certificate), handle)
    : http.createServer(handle);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const scheme = options.certificate ? 'https' : 'http';
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${String(port)}${upstream.pathname}`,
    setFaults: (next) => (choose = next),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await once(server, 'close');
    },
  };

  /** Streams both ways, so that the size of a file does not matter. */
  async function passOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const outgoing = startRequest(request, request.headers);
    const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    const [[answer]] = await Promise.all([answered, pipeline(request, outgoing)]);
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    await pipeline(answer, response);
  }

  async function harm(fault: Fault, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (fault.kind === 'cut-before') return void request.socket.destroy();
    if (fault.kind === 'delay') {
      await wait(fault.milliseconds);
      return passOn(request, response);
    }
    const body = await readAll(request);
    if (fault.kind === 'stall') return;
    if (fault.kind === 'late') {
      request.socket.destroy();
      await wait(fault.milliseconds);
      return void (await ask(request, body));
    }
    if (fault.kind === 'cut-request') {
      await sendPart(request, body, fault.share);
      return void request.socket.destroy();
    }
    if (fault.kind === 'status' && !fault.isDone) return answerWith(response, fault.status);
    const answer = await ask(request, harmed(fault, 'request', body));
    if (fault.kind === 'cut-after') return void request.socket.destroy();
    if (fault.kind === 'status') return answerWith(response, fault.status);
    if (fault.kind === 'repeat') return reply(response, await ask(request, body));
    if (fault.kind === 'cut-answer') {
      response.writeHead(answer.status, answer.headers);
      response.write(answer.body.subarray(0, Math.floor(answer.body.length * fault.share)));
      await wait(1);
      return void request.socket.destroy();
    }
    reply(response, { ...answer, body: harmed(fault, 'answer', answer.body) });
  }

  function startRequest(request: IncomingMessage, headers: http.IncomingHttpHeaders): http.ClientRequest {
    const { destination } = headers;
    const moved = typeof destination === 'string' && new URL(destination, upstream).pathname;
    return http.request(new URL(request.url ?? '/', upstream), {
      agent,
      method: request.method ?? 'GET',
      headers: {
        ...headers,
        host: upstream.host,
        ...(moved && { destination: `${upstream.origin}${moved}` }),
      },
    });
  }

  async function ask(request: IncomingMessage, body: Buffer): Promise<Answer> {
    const outgoing = startRequest(request, { ...withoutFraming(request.headers), ...lengthOf(body) });
    const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>;
    outgoing.end(body);
    const [answer] = await answered;
    return { status: answer.statusCode ?? 502, headers: answer.headers, body: await readAll(answer) };
  }

  /** A part of the body under the length of the whole, then the connection breaks. */
  async function sendPart(request: IncomingMessage, body: Buffer, share: number): Promise<void> {
    const outgoing = startRequest(request, { ...withoutFraming(request.headers), ...lengthOf(body) });
    outgoing.on('error', () => undefined);
    outgoing.write(body.subarray(0, Math.floor(body.length * share)));
    await wait(2);
    outgoing.destroy();
  }
}

function readCertificate({ certificateFile, keyFile }: Certificate) {
  return { cert: readFileSync(certificateFile), key: readFileSync(keyFile) };
}

function harmed(fault: Fault, way: 'request' | 'answer', body: Buffer): Buffer {
  if (fault.kind === `truncate-${way}`) return body.subarray(0, placeIn(body, fault));
  if (fault.kind !== `corrupt-${way}` || body.length === 0) return body;
  const spoilt = Buffer.from(body);
  const at = placeIn(body, fault);
  spoilt[at] = (spoilt[at] ?? 0) ^ 1;
  return spoilt;
}

function placeIn(body: Buffer, fault: Fault): number {
  return 'share' in fault ? Math.min(Math.floor(body.length * fault.share), Math.max(body.length - 1, 0)) : 0;
}

function answerWith(response: ServerResponse, status: number): void {
  const later = status === 429 || status === 503 ? { 'retry-after': '1' } : {};
  reply(response, { status, headers: { 'content-type': 'text/plain', ...later }, body: Buffer.from('no') });
}

function reply(response: ServerResponse, { status, headers, body }: Answer): void {
  const isEmpty = response.req.method === 'HEAD' || status === 204 || status === 304;
  response.writeHead(status, isEmpty ? headers : { ...withoutFraming(headers), ...lengthOf(body) });
  response.end(isEmpty ? undefined : body);
}

function withoutFraming(headers: http.IncomingHttpHeaders): http.IncomingHttpHeaders {
  const { 'content-length': _length, 'transfer-encoding': _encoding, expect: _expect, ...rest } = headers;
  return rest;
}

function lengthOf(body: Buffer): { readonly 'content-length': string } {
  return { 'content-length': String(body.length) };
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
