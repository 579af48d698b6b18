import type { Readable } from 'node:stream';
import { AuthType, createClient, type Response } from 'webdav';
import { chooseProxy, type ProxyEnvironment } from './chooseProxy.ts';
import { openAgents } from './serverAgents.ts';
import { AnswerMalformed, Stalled, type Way } from './serverFailure.ts';

export interface ServerOptions {
  /** `https://…`, ending in `/`. */
  readonly address: string;
  /** '' for none, like those that follow. */
  readonly userName: string;
  readonly password: string;
  /** PEM. */
  readonly authority: string;
  readonly proxy: string;
  readonly environment: ProxyEnvironment;
  /** How long nothing may come from the server or be taken by it. */
  readonly stallMilliseconds?: number;
}

/** An answer of which the head has come. */
export interface Answer {
  readonly status: number;
  readonly date: string | null;
  /** Piece by piece; failures are thrown as they come. */
  pieces(): AsyncGenerator<Uint8Array, void>;
  /** All of it as text; throws `AnswerMalformed` where it is longer than a listing can be. */
  text(): Promise<string>;
  /** Lets the rest go, so that the connection can be used again; to be called where nobody reads. */
  drop(): Promise<void>;
}

export interface Question {
  readonly method: 'PROPFIND' | 'GET' | 'PUT' | 'MKCOL' | 'MOVE' | 'DELETE';
  /** Below the address; a folder ends in `/`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | ((touch: () => void) => Readable);
}

export interface ServerConnection {
  readonly way: Way;
  urlOf(path: string): string;
  /** Answers with any status; throws what `toServerError` knows by name. */
  ask(question: Question): Promise<Answer>;
  close(): void;
}

const usualStallMilliseconds = 60_000;
const longestText = 32 * 1024 * 1024;
const longestLeftover = 64 * 1024;

export function connectToServer(options: ServerOptions): ServerConnection {
  const { address, userName, password, authority, environment } = options;
  const base = new URL(address);
  const proxy = chooseProxy(base, options.proxy, environment);
  const stall = options.stallMilliseconds ?? usualStallMilliseconds;
  const way = { host: base.host, proxy: proxy?.host ?? null, stallSeconds: Math.ceil(stall / 1000) };
  const agents = openAgents(authority, proxy);
  const client = createClient(address, {
    // Asked with a password; where the server wants a digest instead, the library goes on with that.
    ...(userName === ''
      ? { authType: AuthType.None }
      : { authType: AuthType.Auto, username: toOctets(userName), password: toOctets(password) }),
    httpAgent: agents.plain,
    httpsAgent: agents.encrypted,
  });
  const urlOf = (path: string) => `${address}${path.split('/').map(encodeURIComponent).join('/')}`;
  return {
    way,
    urlOf,
    ask: async ({ method, path, headers = {}, body }) => {
      const guard = watchForStall(stall);
      try {
        const response = await client.customRequest(path, {
          url: urlOf(path),
          method,
          // What is packed already gains nothing, and sizes must mean what they say.
          headers: { 'Accept-Encoding': 'identity', ...headers },
          signal: guard.signal,
          ...(body !== undefined && { data: typeof body === 'string' ? body : body(guard.touch) }),
        });
        guard.touch();
        return toAnswer(response, guard);
      } catch (error) {
        const refused = (error as { response?: Response }).response;
        if (refused) return toAnswer(refused, guard);
        guard.stop();
        throw guard.isStalled() ? new Stalled('stalled', { cause: error }) : error;
      }
    },
    close: () => {
      agents.encrypted.destroy();
      agents.plain.destroy();
    },
  };
}

/** The library takes each letter for one byte; servers expect UTF-8 (RFC 7617). */
function toOctets(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

interface StallGuard {
  readonly signal: AbortSignal;
  /** Something moved. */
  touch(): void;
  stop(): void;
  isStalled(): boolean;
}

function watchForStall(milliseconds: number): StallGuard {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  return {
    signal: controller.signal,
    touch: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
    isStalled: () => controller.signal.aborted,
  };
}

function toAnswer(response: Response, guard: StallGuard): Answer {
  // The types leave out what only Node has: there the body is a stream.
  const { body } = response as unknown as { readonly body: Readable };
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    try {
      for await (const piece of body) {
        guard.touch();
        yield piece as Buffer;
      }
    } catch (error) {
      throw guard.isStalled() ? new Stalled('stalled', { cause: error }) : error;
    } finally {
      guard.stop();
    }
  }
  return {
    status: response.status,
    date: response.headers.get('date'),
    pieces,
    text: async () => {
      const read: Uint8Array[] = [];
      let size = 0;
      for await (const piece of pieces()) {
        size += piece.length;
        if (size > longestText) throw new AnswerMalformed('too long');
        read.push(piece);
      }
      return Buffer.concat(read).toString('utf8');
    },
    drop: async () => {
      let size = 0;
      try {
        for await (const piece of pieces()) if ((size += piece.length) > longestLeftover) break;
      } catch {
        // Nobody wanted it.
      }
    },
  };
}
