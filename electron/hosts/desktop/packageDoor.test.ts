import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findExport } from '#backend/files/exportFolder.ts';
import { openIncomingFolder } from '#backend/files/incomingFolder.ts';
import { succeed } from '#shared/errors/result.ts';
import { refusingBackend } from '../../../test/helpers/refusingBackend.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { screensOrigin } from './address.ts';
import { createOpenedFiles } from './openedFiles.ts';
import { serveScreens } from './protocol.ts';

const upload = { method: 'POST', body: 'abc', headers: { 'content-type': 'application/octet-stream' } };

function openScheme() {
  const folder = makeTemporaryFolder();
  const incoming = openIncomingFolder(folder, 1000);
  const backend = refusingBackend({
    receivePackage: async (importId, name, bytes) => {
      const file = await incoming.receive(importId, name, bytes);
      return file.ok ? succeed({ number: file.value.size }) : file;
    },
    findExport: (downloadId) => Promise.resolve(findExport(folder, downloadId)),
  });
  let serve: ((request: Request) => Response | Promise<Response>) | undefined;
  const protocol = { handle: (_: string, handler: unknown) => (serve = handler as typeof serve) };
  serveScreens(protocol, new Map(), backend, createOpenedFiles());
  mkdirSync(path.join(folder, 'exports', 'd-1'), { recursive: true });
  writeFileSync(path.join(folder, 'exports', 'd-1', 'Phuong_2026.thuocso'), 'package');
  return async (target: string, init: RequestInit = {}): Promise<Response> => {
    const reply = await serve?.(new Request(`${screensOrigin}${target}`, init));
    if (!reply) throw new Error('no answer');
    return reply;
  };
}

test('the screens send packages to an import and save exported ones', async () => {
  const ask = openScheme();
  const sent = await ask('/files/packages?import=i-1&name=a.thuocso', upload);
  expect(await sent.json()).toEqual({ ok: true, value: { number: 3 } });
  const saved = await ask('/files/packages/d-1');
  expect(await saved.text()).toBe('package');
  expect(saved.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Phuong_2026.thuocso");
});

test.each<[string, number, string, RequestInit]>([
  [
    'a sandboxed frame',
    403,
    '/files/packages?import=i-1',
    { ...upload, headers: { ...upload.headers, origin: 'null' } },
  ],
  ['a sandboxed frame, to read', 403, '/files/packages/d-1', { headers: { origin: 'null' } }],
  ['a form', 415, '/files/packages?import=i-1', { ...upload, headers: { 'content-type': 'text/plain' } }],
  ['another method', 405, '/files/packages', { ...upload, method: 'PUT' }],
  ['another method to read', 405, '/files/packages/d-1', { method: 'DELETE' }],
  ['an unknown file', 404, '/files/packages/d-2', {}],
  ['a path', 404, '/files/packages/..%2f..%2fthuoc-so.sqlite', {}],
])('%s gets no package: %i', async (_, status, target, init) => {
  const reply = await openScheme()(target, init);
  expect(reply.status).toBe(status);
  expect(await reply.json()).toMatchObject({ ok: false });
});

test('a package above the limit is refused by name', async () => {
  const sent = await openScheme()('/files/packages?import=i-1', { ...upload, body: 'a'.repeat(1001) });
  expect(await sent.json()).toMatchObject({ ok: false, errors: [{ code: 'package-too-large' }] });
});
