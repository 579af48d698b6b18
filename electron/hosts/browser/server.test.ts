import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusingBackend } from '../../../test/helpers/refusingBackend.ts';
import { openEvidenceStore, type EvidenceStore } from '#backend/files/evidenceStore.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import {
  askRaw,
  callQuestion,
  signInRaw,
  type RawQuestion,
  type RawReply,
} from '../../../test/helpers/rawHttp.ts';
import { listBuiltScreens } from '../builtScreens.ts';
import { bodyLimit } from './door.ts';
import { startServer, type RunningServer } from './server.ts';

let folder: string;
let server: RunningServer;
let addresses: string[];
let logged: string[];
let calls: [string, unknown][];
let evidence: EvidenceStore;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-server-'));
  mkdirSync(path.join(folder, 'screens/assets'), { recursive: true });
  writeFileSync(path.join(folder, 'screens/index.html'), '<!doctype html><title>Thước Số</title>');
  writeFileSync(path.join(folder, 'screens/assets/main-1a2b.js'), 'export {}');
  writeFileSync(path.join(folder, 'secret.txt'), 'không ai được đọc');
  addresses = [];
  logged = [];
  calls = [];
  evidence = openEvidenceStore(folder, 1000);
  server = await start();
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function start(port = 0): Promise<RunningServer> {
  const screens = listBuiltScreens(path.join(folder, 'screens'));
  if (screens === null) throw new Error('the test writes an index.html');
  return startServer({
    backend: refusingBackend({
      call: fakeCall,
      storeEvidence: evidence.addBytes,
      findEvidence: evidence.find,
    }),
    screens,
    port,
    sessionFile: path.join(folder, 'browser-sessions'),
    signedOutText: 'Chưa được phép',
    onAddress: (address) => addresses.push(address),
    log: (line) => logged.push(line),
  });
}

function fakeCall(name: string, input: unknown): Promise<Result<unknown>> {
  calls.push([name, input]);
  if (name === 'broken') return Promise.reject(new Error('bug in a handler'));
  return Promise.resolve(name === 'known' ? succeed({ echo: input }) : failWith('call-unknown', { name }));
}

function ask(question: RawQuestion): Promise<RawReply> {
  return askRaw(server.origin, question);
}

function signIn(): Promise<string> {
  return signInRaw(addresses.at(-1) ?? '');
}

function knownCall(cookie: string, changes: RawQuestion = {}): RawQuestion {
  return callQuestion(server.origin, cookie, 'known', { body: '{"a":1}', ...changes });
}

test('the address opens once, gives a cookie no script can read, and a new address is announced', async () => {
  const search = new URL(addresses[0] ?? '').search;
  const first = await ask({ path: `/${search}` });
  expect(first.status).toBe(303);
  expect(first.headers['location']).toBe('/');
  expect(String(first.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/u);
  expect((await ask({ path: `/${search}` })).status).toBe(401);
  expect(addresses).toHaveLength(2);
  expect(addresses[1]).not.toBe(addresses[0]);
});

test('a HEAD request, as a link preview makes it, does not use the address up', async () => {
  const search = new URL(addresses[0] ?? '').search;
  expect((await ask({ method: 'HEAD', path: `/${search}` })).status).toBe(401);
  expect((await ask({ path: `/${search}` })).status).toBe(303);
});

test('without a session there is neither a screen nor an answer', async () => {
  const page = await ask({});
  expect(page.status).toBe(401);
  expect(page.text).toBe('Chưa được phép');
  const call = await ask(knownCall('thuoc-so-1=guess'));
  expect(call.status).toBe(401);
  expect(JSON.parse(call.text)).toEqual(failWith('not-authorised'));
  expect(calls).toEqual([]);
});

test('a session goes on after the host was restarted on the same port', async () => {
  const cookie = await signIn();
  const port = Number(new URL(server.origin).port);
  await server.close();
  server = await start(port);
  expect((await ask(knownCall(cookie))).status).toBe(200);
});

test('a session that cannot be kept on a full stick still opens the screens', async () => {
  rmSync(path.join(folder, 'browser-sessions'), { force: true });
  mkdirSync(path.join(folder, 'browser-sessions'));
  expect((await ask(knownCall(await signIn()))).status).toBe(200);
});

test('a call is passed on as it came and answered with its result', async () => {
  const reply = await ask(knownCall(await signIn()));
  expect(reply.status).toBe(200);
  expect(JSON.parse(reply.text)).toEqual(succeed({ echo: { a: 1 } }));
  expect(reply.headers['cache-control']).toBe('no-store');
  expect(calls).toEqual([['known', { a: 1 }]]);
});

test.each<[string, number, RawQuestion]>([
  ['another site as origin', 403, { headers: { origin: 'http://evil.example' } }],
  ['a page of another port as origin', 403, { headers: { origin: 'http://127.0.0.1:1' } }],
  ['a sandboxed frame as origin', 403, { headers: { origin: 'null' } }],
  ['GET', 405, { method: 'GET', body: '' }],
  ['a form', 415, { headers: { 'content-type': 'text/plain' } }],
  ['broken JSON', 400, { body: '{"a":' }],
])('a call is refused when it comes with %s', async (_, status, changes) => {
  const reply = await ask(knownCall(await signIn(), changes));
  expect(reply.status).toBe(status);
  expect(JSON.parse(reply.text)).toMatchObject({ ok: false });
  expect(calls).toEqual([]);
});

test('a request that names another host is refused, so that no rebound name can read answers', async () => {
  const cookie = await signIn();
  const reply = await ask(knownCall(cookie, { headers: { host: 'evil.example' } }));
  expect(reply.status).toBe(421);
  expect((await ask({ headers: { cookie, host: 'localhost' } })).status).toBe(421);
  expect(calls).toEqual([]);
});

test.each(['content-length', 'transfer-encoding'])(
  'a body above the limit is refused, sent with %s',
  async (header) => {
    const body = `"${'a'.repeat(bodyLimit)}"`;
    const value = header === 'content-length' ? String(body.length) : 'chunked';
    const reply = await ask(knownCall(await signIn(), { body, headers: { [header]: value } }));
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, errors: [{ code: 'file-too-large' }] });
    expect(calls).toEqual([]);
  },
);

test('an exception in the backend becomes a result and one line in the log', async () => {
  const reply = await ask(knownCall(await signIn(), { path: '/api/broken' }));
  expect(reply.status).toBe(500);
  expect(reply.text).not.toContain('bug in a handler');
  expect(JSON.parse(reply.text)).toMatchObject({ ok: false, errors: [{ code: 'unexpected' }] });
  expect(logged.join('\n')).toContain('bug in a handler');
});

test('screens are kept as long as their names say, and every answer carries the security headers', async () => {
  const cookie = await signIn();
  const page = await ask({ headers: { cookie } });
  expect(page.text).toContain('<title>Thước Số</title>');
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  const script = await ask({ path: '/assets/main-1a2b.js', headers: { cookie } });
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(script.headers['cache-control']).toContain('immutable');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '//secret.txt',
  '/assets',
  '/nothing.js',
])('nothing but a built file is served: %s', async (urlPath) => {
  const reply = await ask({ path: urlPath, headers: { cookie: await signIn() } });
  expect(reply.status).toBe(404);
  expect(reply.text).toBe('');
});

test('screens cannot be written to', async () => {
  expect((await ask({ method: 'PUT', headers: { cookie: await signIn() }, body: 'x' })).status).toBe(405);
});
