import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openEvidenceStore } from '#backend/files/evidenceStore.ts';
import { askRaw, signInRaw, type RawQuestion, type RawReply } from '../../../test/helpers/rawHttp.ts';
import { refusingBackend } from '../../../test/helpers/refusingBackend.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { startServer, type RunningServer } from './server.ts';

const limitBytes = 100_000;
const content = '%PDF-1.7 Quyết định số 12/QĐ-UBND';
const sha256 = createHash('sha256').update(content).digest('hex');

let folder = '';
let server: RunningServer;
let cookie = '';
let logged: string[] = [];

beforeEach(async () => {
  folder = makeTemporaryFolder();
  logged = [];
  const addresses: string[] = [];
  const evidence = openEvidenceStore(folder, limitBytes);
  server = await startServer({
    backend: refusingBackend({ storeEvidence: evidence.addBytes, findEvidence: evidence.find }),
    screens: new Map(),
    port: 0,
    sessionFile: path.join(folder, 'browser-sessions'),
    signedOutText: '',
    onAddress: (address) => addresses.push(address),
    log: (line) => logged.push(line),
  });
  onTestFinished(() => server.close());
  cookie = await signInRaw(addresses[0] ?? '');
});

function upload(changes: RawQuestion = {}): Promise<RawReply> {
  return askRaw(server.origin, {
    method: 'POST',
    path: `/files/evidence?name=${encodeURIComponent('../Quyết định.pdf')}`,
    body: content,
    ...changes,
    headers: uploadHeaders(changes.headers),
  });
}

function uploadHeaders(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { cookie, origin: server.origin, 'content-type': 'application/octet-stream', ...changes };
}

function read(urlPath: string, changes: RawQuestion = {}): Promise<RawReply> {
  return askRaw(server.origin, { path: urlPath, ...changes, headers: { cookie, ...changes.headers } });
}

function listEvidence(): readonly string[] {
  return readdirSync(path.join(folder, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

test('a file sent is kept under its content and can be shown again', async () => {
  const stored = await upload();
  const file = { sha256, name: 'Quyết định.pdf', size: Buffer.byteLength(content) };
  expect(JSON.parse(stored.text)).toEqual({ ok: true, value: file });
  expect(listEvidence()).toEqual([sha256]);
  const shown = await read(`/files/evidence/${sha256}?name=a.pdf`);
  expect(shown).toMatchObject({ status: 200, text: content });
  expect(shown.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': "inline; filename*=UTF-8''a.pdf",
    'x-content-type-options': 'nosniff',
  });
});

test('a page dressed as a picture is never shown, only saved', async () => {
  const page = '<script>parent.fetch("/api/assessments.list")</script>';
  const name = createHash('sha256').update(page).digest('hex');
  await upload({ path: '/files/evidence?name=anh.png', body: page });
  const { headers } = await read(`/files/evidence/${name}?name=anh.html`);
  expect(headers['content-type']).toBe('application/octet-stream');
  expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''anh.html.bin");
});

test.each<[string, number, RawQuestion]>([
  ['without a session', 401, { headers: { cookie: '' } }],
  ['from another site', 403, { headers: { origin: 'http://evil.example' } }],
  ['from a sandboxed frame', 403, { headers: { origin: 'null' } }],
  ['as a form', 415, { headers: { 'content-type': 'multipart/form-data' } }],
  ['with PUT', 405, { method: 'PUT' }],
  ['with GET', 405, { method: 'GET', body: '' }],
  ['to another host', 421, { headers: { host: 'evil.example' } }],
])('a file sent %s is refused and nothing is kept', async (_, status, changes) => {
  expect((await upload(changes)).status).toBe(status);
  expect(() => listEvidence()).toThrow('ENOENT');
});

test.each<[string, number, RawQuestion]>([
  ['without a session', 401, { headers: { cookie: '' } }],
  ['by a page on another port', 403, { headers: { 'sec-fetch-site': 'same-site' } }],
  ['by another site', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
  ['by a sandboxed frame', 403, { headers: { origin: 'null' } }],
  ['with DELETE', 405, { method: 'DELETE' }],
])('a file asked for %s is not handed out', async (_, status, changes) => {
  await upload();
  const reply = await read(`/files/evidence/${sha256}`, changes);
  expect(reply.status).toBe(status);
  expect(reply.text).not.toContain('PDF');
});

test.each(['', '0', '../thuoc-so.sqlite', '..%2fbrowser-sessions', '0'.repeat(64), 'unfinished'])(
  'no other file can be asked for: "%s"',
  async (name) => {
    await upload();
    expect((await read(`/files/evidence/${name}`)).status).toBe(404);
  },
);

test.each(['content-length', 'transfer-encoding'])(
  'a file above the limit is refused while it arrives, sent with %s, and nothing of it is kept',
  async (header) => {
    const body = 'a'.repeat(limitBytes * 20);
    const value = header === 'content-length' ? String(body.length) : 'chunked';
    const reply = await upload({ body, headers: { [header]: value } });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, errors: [{ code: 'file-too-large' }] });
    expect(listEvidence()).toEqual([]);
  },
);

test('a size of which the sender boasts is refused before anything arrives', async () => {
  const { hostname, port } = new URL(server.origin);
  const headers = uploadHeaders({ 'content-length': String(500 * 1024 * 1024) });
  const outgoing = request({ hostname, port, method: 'POST', path: '/files/evidence', headers });
  const status = new Promise((resolve) => {
    outgoing.on('response', (response) => resolve(response.statusCode)).on('error', () => undefined);
  });
  outgoing.flushHeaders();
  expect(await status).toBe(413);
  outgoing.destroy();
});

test('a file whose sender leaves in the middle is not kept and disturbs nobody', async () => {
  const { hostname, port } = new URL(server.origin);
  const headers = uploadHeaders({ 'content-length': '50000' });
  const outgoing = request({ hostname, port, method: 'POST', path: '/files/evidence?name=a', headers });
  outgoing.on('error', () => undefined);
  outgoing.write('a'.repeat(1000), () => void wait(50).then(() => outgoing.destroy()));
  await new Promise((resolve) => outgoing.on('close', resolve));
  await expect.poll(listEvidence).toEqual([]);
  expect((await upload()).status).toBe(200);
  expect(logged).toEqual([]);
});

test('HEAD tells the kind and the size without the content', async () => {
  await upload();
  const reply = await read(`/files/evidence/${sha256}`, { method: 'HEAD' });
  expect(reply).toMatchObject({ status: 200, text: '' });
  expect(reply.headers['content-length']).toBe(String(Buffer.byteLength(content)));
});
