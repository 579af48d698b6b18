import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { appError, fail, failWith, succeed } from '#shared/errors/result.ts';
import { listedProperties, readMultistatus } from './readMultistatus.ts';
import { connectToServer, type Answer, type Question, type ServerOptions } from './serverConnection.ts';
import { onServer, toServerError } from './serverFailure.ts';
import { TargetFailure, type Target } from './target.ts';

/** A folder of a server that speaks WebDAV (RFC 4918). Errors of its functions: those of `toServerError`. */
export function openWebdavTarget(options: ServerOptions): Target {
  const connection = connectToServer(options);
  const { way, urlOf } = connection;
  const refuse = ({ status }: Answer) => fail([statusError(status)]);
  const statusError = (status: number) =>
    toServerError(Object.assign(new Error('status'), { status }), way) ?? appError('unexpected');
  /** For answers of which only the status counts. */
  const statusOf = async (question: Question): Promise<Answer> => {
    const answer = await connection.ask(question);
    await answer.drop();
    return answer;
  };
  const stands = async (path: string): Promise<boolean> => {
    const headers = { Depth: '0', 'Content-Type': 'application/xml; charset=utf-8' };
    return (await statusOf({ method: 'PROPFIND', path, headers, body: listedProperties })).status === 207;
  };
  return {
    list: (folder) =>
      onServer(way, async () => {
        const answer = await connection.ask({
          method: 'PROPFIND',
          path: folder === '' ? '' : `${folder}/`,
          headers: { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' },
          body: listedProperties,
        });
        if (answer.status === 207) {
          const entries = await readMultistatus(await answer.text());
          return succeed({ entries, clock: answer.date === null ? null : new Date(answer.date) });
        }
        await answer.drop();
        if (answer.status !== 404) {
          return answer.status < 400 ? fail([statusError(501)]) : refuse(answer);
        }
        return folder === '' ? failWith('target-absent', { place: options.address }) : succeed(null);
      }),
    read: (relative) =>
      onServer(way, async () => {
        const answer = await connection.ask({ method: 'GET', path: relative });
        if (answer.status === 200) return succeed(nameFailures(answer.pieces(), way));
        await answer.drop();
        return answer.status === 404
          ? failWith('target-file-gone', { name: path.posix.basename(relative) })
          : refuse(answer);
      }),
    makeFolder: (folder) =>
      onServer(way, async () => {
        const parts = folder.split('/');
        for (const [index] of parts.entries()) {
          const path = `${parts.slice(0, index + 1).join('/')}/`;
          const answer = await statusOf({ method: 'MKCOL', path });
          // 405: it is there already. Apache says 403 where somebody else makes it at the same moment.
          const isThere = answer.status === 201 || answer.status === 405;
          if (!isThere && !(answer.status === 403 && (await stands(path)))) {
            return answer.status === 409 && index === 0
              ? failWith('target-absent', { place: options.address })
              : refuse(answer);
          }
        }
        return succeed(null);
      }),
    writeTemporary: (relative, { file, size }) =>
      onServer(way, async () => {
        const answer = await statusOf({
          method: 'PUT',
          path: relative,
          // With its length: many servers make an empty file of what comes in chunks.
          headers: { 'Content-Length': String(size), 'Content-Type': 'application/octet-stream' },
          body: (touch) => Readable.from(touched(file, touch), { objectMode: false }),
        });
        return [200, 201, 204].includes(answer.status) ? succeed(null) : refuse(answer);
      }),
    move: (from, to) =>
      onServer(way, async () => {
        const headers = { Destination: urlOf(to), Overwrite: 'F' };
        const answer = await statusOf({ method: 'MOVE', path: from, headers });
        if (answer.status === 201 || answer.status === 204) return succeed('moved');
        if (answer.status === 412) return succeed('taken');
        return answer.status === 404 ? succeed('gone') : refuse(answer);
      }),
    remove: (relative) =>
      onServer(way, async () => {
        const answer = await statusOf({ method: 'DELETE', path: relative });
        return [200, 202, 204, 404].includes(answer.status) ? succeed(null) : refuse(answer);
      }),
    close: () => connection.close(),
  };
}

async function* touched(file: string, touch: () => void): AsyncGenerator<Buffer, void> {
  for await (const piece of createReadStream(file)) {
    touch();
    yield piece as Buffer;
  }
}

async function* nameFailures(
  pieces: AsyncIterable<Uint8Array>,
  way: Parameters<typeof toServerError>[1],
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* pieces;
  } catch (error) {
    const known = toServerError(error, way);
    throw known ? new TargetFailure(known) : error;
  }
}
