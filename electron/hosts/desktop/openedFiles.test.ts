import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { refusingBackend } from '../../../test/helpers/refusingBackend.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { screensOrigin } from './address.ts';
import { createOpenedFiles } from './openedFiles.ts';
import { serveScreens } from './protocol.ts';

function opened(limit?: number) {
  const folder = makeTemporaryFolder();
  writeFileSync(path.join(folder, 'Phường Hải Châu.thuocso'), 'package');
  writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  mkdirSync(path.join(folder, 'folder.thuocso'));
  const files = createOpenedFiles(limit);
  type Handler = (request: Request) => Promise<Response>;
  let serve: Handler | undefined;
  const protocol = { handle: (_: string, handler: unknown) => (serve = handler as Handler) };
  serveScreens(protocol, new Map(), refusingBackend(), files);
  const ask = async (address: string, init?: RequestInit): Promise<Response> => {
    if (serve === undefined) throw new Error('the scheme is served');
    return await serve(new Request(`${screensOrigin}${address}`, init));
  };
  return { folder, files, ask };
}

test('a package file that the system opens is named to the screens once and handed out by number', async () => {
  const { folder, files, ask } = opened();
  expect(files.take(['Phường Hải Châu.thuocso'], folder)).toBe(true);
  const list: unknown = await (await ask('/files/opened')).json();
  expect(list).toEqual({ files: [{ name: 'Phường Hải Châu.thuocso', address: '/files/opened/0' }] });
  expect(await (await ask('/files/opened')).json()).toEqual({ files: [] });
  const file = await ask('/files/opened/0');
  expect([file.status, await file.text()]).toEqual([200, 'package']);
  expect(file.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('only package files that exist are taken from a command line, never switches or other files', () => {
  const { folder, files } = opened();
  const words = [
    '--data=x.thuocso',
    '-a.thuocso',
    'secret.txt',
    'folder.thuocso',
    'gone.thuocso',
    '--allow-file-access',
  ];
  expect(files.take(words, folder)).toBe(false);
  expect(files.handOver()).toEqual({ files: [] });
});

test('no request reaches a file that was not opened', async () => {
  const { folder, files, ask } = opened();
  files.take(['Phường Hải Châu.thuocso'], folder);
  const outside = [
    '/1',
    '/-1',
    '/0x0',
    '/%2e%2e/secret.txt',
    '/../secret.txt',
    `/${path.join(folder, 'secret.txt')}`,
  ];
  for (const address of outside) expect((await ask(`/files/opened${address}`)).status, address).toBe(404);
  expect((await ask('/files/opened', { method: 'POST' })).status).toBe(405);
  expect((await ask('/files/opened/0', { headers: { origin: 'null' } })).status).toBe(403);
});

test('a command line with thousands of files does not fill the memory', () => {
  const { folder, files } = opened(2);
  files.take(
    Array.from({ length: 5 }, () => 'Phường Hải Châu.thuocso'),
    folder,
  );
  expect(files.handOver().files).toHaveLength(2);
  expect(files.take(['Phường Hải Châu.thuocso'], folder)).toBe(false);
});
