import { request } from 'node:http';

/** A request as no browser would let a page make it: any method, any `Host`, any `Origin`, the path as it stands. */
export interface RawQuestion {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Sends the request to `origin` over a connection of its own. */
export function askRaw(origin: string, question: RawQuestion): Promise<RawReply> {
  const { host, hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const options = {
      host: hostname,
      port,
      agent: false,
      path: question.path ?? '/',
      method: question.method ?? 'GET',
      headers: { host, ...question.headers },
    };
    const outgoing = request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(question.body);
  });
}

/** Exchanges a one-time address for the cookie of a session. */
export async function signInRaw(address: string): Promise<string> {
  const { origin, pathname, search } = new URL(address);
  const reply = await askRaw(origin, { path: `${pathname}${search}` });
  return String(reply.headers['set-cookie']).split(';', 1)[0] ?? '';
}

/** A call as the screens make it, with changes on top. */
export function callQuestion(
  origin: string,
  cookie: string,
  name: string,
  changes: RawQuestion = {},
): RawQuestion {
  const headers = { cookie, origin, 'content-type': 'application/json', ...changes.headers };
  return { method: 'POST', path: `/api/${name}`, body: '{}', ...changes, headers };
}
