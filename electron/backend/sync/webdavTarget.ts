import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { appError, fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { dateOf, listedProperties, readMultistatus } from './readMultistatus.ts';
import {
  connectToServer,
  type Answer,
  type Question,
  type ServerConnection,
  type ServerOptions,
} from './serverConnection.ts';
import { onServer, toServerError, type Way } from './serverFailure.ts';
import { TargetFailure, type RemoteListing, type Target } from './target.ts';

/** A folder of a server that speaks WebDAV (RFC 4918). Errors of its functions: those of `toServerError`. */
export function openWebdavTarget(options: ServerOptions): Target {
  const connection = connectToServer(options);
  const { way } = connection;
  return {
    list: (folder) => onServer(way, () => list(connection, folder)),
    read: (file) => onServer(way, () => read(connection, file)),
    makeFolder: (folder) => onServer(way, () => makeFolder(connection, folder)),
    writeTemporary: (name, source) => onServer(way, () => upload(connection, name, source)),
    move: (from, to) => onServer(way, () => move(connection, from, to)),
    remove: (file) =>
      onServer(way, async () => {
        const status = await statusOf(connection, { method: 'DELETE', path: file });
        return [200, 202, 204, 404].includes(status) ? succeed(null) : refuse(connection, status);
      }),
    close: () => connection.close(),
  };
}

async function list(connection: ServerConnection, folder: string): Promise<Result<RemoteListing | null>> {
  const answer = await connection.ask(find(folder === '' ? '' : `${folder}/`, '1'));
  if (answer.status === 207) {
    const entries = await readMultistatus(await answer.text());
    return succeed({ entries, clock: dateOf(answer.date) });
  }
  await answer.drop();
  if (answer.status === 404) return folder === '' ? absent(connection) : succeed(null);
  // A page for people, where a list was asked for.
  return refuse(connection, answer.status < 400 ? 501 : answer.status);
}

function find(folder: string, depth: '0' | '1'): Question {
  return {
    method: 'PROPFIND',
    path: folder,
    headers: { Depth: depth, 'Content-Type': 'application/xml; charset=utf-8' },
    body: listedProperties,
  };
}

async function read(connection: ServerConnection, file: string): Promise<Result<AsyncIterable<Uint8Array>>> {
  const answer = await connection.ask({ method: 'GET', path: file });
  if (answer.status === 200) return succeed(piecesOf(answer, connection.way));
  await answer.drop();
  return answer.status === 404
    ? failWith('target-file-gone', { name: path.posix.basename(file) })
    : refuse(connection, answer.status);
}

async function* piecesOf(answer: Answer, way: Way): AsyncGenerator<Uint8Array, void> {
  try {
    yield* answer.pieces();
  } catch (error) {
    const known = toServerError(error, way);
    throw known ? new TargetFailure(known) : error;
  }
}

async function makeFolder(connection: ServerConnection, folder: string): Promise<Result<null>> {
  const parts = folder.split('/');
  for (const [index] of parts.entries()) {
    const place = `${parts.slice(0, index + 1).join('/')}/`;
    const status = await statusOf(connection, { method: 'MKCOL', path: place });
    // 405: it is there already. Apache says 403 where somebody else makes it at the same moment.
    const isThere = status === 201 || status === 405 || (status === 403 && (await stands(connection, place)));
    if (isThere) continue;
    return status === 409 && index === 0 ? absent(connection) : refuse(connection, status);
  }
  return succeed(null);
}

async function stands(connection: ServerConnection, folder: string): Promise<boolean> {
  return (await statusOf(connection, find(folder, '0'))) === 207;
}

async function upload(
  connection: ServerConnection,
  name: string,
  { file, size }: { readonly file: string; readonly size: number },
): Promise<Result<null>> {
  const status = await statusOf(connection, {
    method: 'PUT',
    path: name,
    // With its length: many servers make an empty file of what comes in chunks.
    headers: { 'Content-Length': String(size), 'Content-Type': 'application/octet-stream' },
    body: (touch) => Readable.from(touched(file, touch), { objectMode: false }),
  });
  return [200, 201, 204].includes(status) ? succeed(null) : refuse(connection, status);
}

async function* touched(file: string, touch: () => void): AsyncGenerator<Buffer, void> {
  for await (const piece of createReadStream(file)) {
    touch();
    yield piece as Buffer;
  }
}

async function move(
  connection: ServerConnection,
  from: string,
  to: string,
): Promise<Result<'moved' | 'taken' | 'gone'>> {
  const headers = { Destination: connection.urlOf(to), Overwrite: 'F' };
  const status = await statusOf(connection, { method: 'MOVE', path: from, headers });
  if (status === 201 || status === 204) return succeed('moved');
  if (status === 412) return succeed('taken');
  return status === 404 ? succeed('gone') : refuse(connection, status);
}

/** For answers of which only the status counts. */
async function statusOf(connection: ServerConnection, question: Question): Promise<number> {
  const answer = await connection.ask(question);
  await answer.drop();
  return answer.status;
}

function refuse({ way }: ServerConnection, status: number): Result<never> {
  const error = toServerError(Object.assign(new Error('status'), { status }), way);
  return fail([error ?? appError('target-failing', { host: way.host, status })]);
}

function absent(connection: ServerConnection): Result<never> {
  return failWith('target-absent', { place: connection.urlOf('') });
}
