import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { findExport } from '#backend/files/exportFolder.ts';
import { openIncomingFolder, type IncomingFile } from '#backend/files/incomingFolder.ts';
import { succeed } from '#shared/errors/result.ts';
import { askRaw, signInRaw, type RawQuestion, type RawReply } from '../../../test/helpers/rawHttp.ts';
import { refusingBackend } from '../../../test/helpers/refusingBackend.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { startServer, type RunningServer } from './server.ts';

const limitBytes = 1000;

let folder = '';
let server: RunningServer;
let cookie = '';
let received: (IncomingFile & { readonly importId: string })[] = [];

beforeEach(async () => {
  folder = makeTemporaryFolder();
  received = [];
  const incoming = openIncomingFolder(folder, limitBytes);
  const addresses: string[] = [];
  server = await startServer({
    backend: refusingBackend({
      receivePackage: async (importId, name, bytes) => {
        const file = await incoming.receive(importId, name, bytes);
        return file.ok ? succeed({ number: received.push({ ...file.value, importId }) }) : file;
      },
      findExport: (downloadId) => Promise.resolve(findExport(folder, downloadId)),
    }),
    screens: new Map(),
    port: 0,
    sessionFile: path.join(folder, 'browser-sessions'),
    signedOutText: '',
    onAddress: (address) => addresses.push(address),
    log: () => undefined,
  });
  onTestFinished(() => server.close());
  cookie = await signInRaw(addresses[0] ?? '');
  const exported = path.join(folder, 'exports', 'd-1');
  mkdirSync(exported, { recursive: true });
  writeFileSync(path.join(exported, 'Phuong_2026_lan0_AB12CD34.thuocso'), 'package');
  writeFileSync(path.join(folder, 'secret.thuocso'), 'secret');
});

const uploadPath = `/files/packages?import=i-1&name=${encodeURIComponent('../Phiếu.thuocso')}`;

function uploadHeaders(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { cookie, origin: server.origin, 'content-type': 'application/octet-stream', ...changes };
}

function upload(changes: RawQuestion = {}): Promise<RawReply> {
  const headers = uploadHeaders(changes.headers);
  return askRaw(server.origin, { method: 'POST', path: uploadPath, body: 'abc', ...changes, headers });
}

function read(urlPath: string, changes: RawQuestion = {}): Promise<RawReply> {
  return askRaw(server.origin, { path: urlPath, ...changes, headers: { cookie, ...changes.headers } });
}

test('a file sent joins the import that is named, and its number there comes back', async () => {
  expect(JSON.parse((await upload()).text)).toEqual({ ok: true, value: { number: 1 } });
  expect(JSON.parse((await upload({ body: '' })).text)).toEqual({ ok: true, value: { number: 2 } });
  expect(received).toMatchObject([
    { importId: 'i-1', name: 'Phiếu.thuocso', size: 3 },
    { importId: 'i-1', size: 0 },
  ]);
  expect(readFileSync(received[0]?.path ?? '', 'utf8')).toBe('abc');
});

test('an exported package is saved under its name', async () => {
  const saved = await read('/files/packages/d-1');
  expect(saved).toMatchObject({ status: 200, text: 'package' });
  expect(saved.headers).toMatchObject({
    'content-disposition': "attachment; filename*=UTF-8''Phuong_2026_lan0_AB12CD34.thuocso",
    'content-type': 'application/octet-stream',
  });
});

test.each<[string, number, RawQuestion]>([
  ['without a session', 401, { headers: { cookie: '' } }],
  ['from another site', 403, { headers: { origin: 'http://evil.example' } }],
  ['from a sandboxed frame', 403, { headers: { origin: 'null' } }],
  ['as a form', 415, { headers: { 'content-type': 'multipart/form-data' } }],
  ['with PUT', 405, { method: 'PUT' }],
  ['to another host', 421, { headers: { host: 'evil.example' } }],
])('a package sent %s is refused and nothing is kept', async (_, status, changes) => {
  expect((await upload(changes)).status).toBe(status);
  expect(received).toEqual([]);
});

test.each<[string, number, RawQuestion]>([
  ['without a session', 401, { headers: { cookie: '' } }],
  ['by a page on another port', 403, { headers: { 'sec-fetch-site': 'same-site' } }],
  ['by a sandboxed frame', 403, { headers: { origin: 'null' } }],
  ['with DELETE', 405, { method: 'DELETE' }],
])('a package asked for %s is not handed out', async (_, status, changes) => {
  const reply = await read('/files/packages/d-1', changes);
  expect(reply.status).toBe(status);
  expect(reply.text).not.toContain('package');
});

test.each(['', 'd-2', '..', '..%2f..%2fsecret.thuocso', '%2e%2e', '../secret.thuocso', 'd-1/x'])(
  'no other file can be asked for: "%s"',
  async (name) => {
    const reply = await read(`/files/packages/${name}`);
    expect(reply.status).toBe(404);
    expect(reply.text).not.toContain('secret');
  },
);

test('a package above the limit is refused while it arrives, and by its announced size before that', async () => {
  const reply = await upload({ body: 'a'.repeat(limitBytes + 1) });
  expect(reply.status).toBe(413);
  expect(JSON.parse(reply.text)).toMatchObject({ ok: false, errors: [{ code: 'package-too-large' }] });
  const { hostname, port } = new URL(server.origin);
  const headers = uploadHeaders({ 'content-length': String(3 * 1024 ** 3) });
  const outgoing = request({ hostname, port, method: 'POST', path: uploadPath, headers });
  const status = new Promise((resolve) => {
    outgoing.on('response', (response) => resolve(response.statusCode)).on('error', () => undefined);
  });
  outgoing.flushHeaders();
  expect(await status).toBe(413);
  outgoing.destroy();
  expect(received).toEqual([]);
});
