import { readFileSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApache, type DavServer } from './apacheServer.ts';
import { startFaultProxy, type Fault, type FaultProxy } from './faultProxy.ts';

let apache: DavServer;
let proxy: FaultProxy;

beforeAll(async () => {
  apache = await startApache({ isEncrypted: false });
  proxy = await startFaultProxy({ upstream: apache.url });
});
afterAll(async () => {
  await proxy.stop();
  await apache.stop();
});

const content = 'nội dung của một phiếu';

function fileOf(name: string): string {
  return path.join(apache.folder, name);
}

async function send(
  method: string,
  name: string,
  fault: Fault | null,
  more: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  proxy.setFaults(() => fault);
  const headers = {
    authorization: `Basic ${Buffer.from(`${apache.user}:${apache.password}`).toString('base64')}`,
    ...more.headers,
  };
  try {
    const limit = AbortSignal.timeout(fault?.kind === 'stall' ? 300 : 10_000);
    const answer = await fetch(`${proxy.url}${name}`, { method, signal: limit, ...more, headers });
    return `${String(answer.status)} ${await answer.text()}`;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

const put = (name: string, fault: Fault | null) => send('PUT', name, fault, { body: content });

test('without a fault a request and its answer pass unharmed', async () => {
  expect(await put('a', null)).toMatch(/^201/u);
  expect(readFileSync(fileOf('a'), 'utf8')).toBe(content);
  expect(await send('GET', 'a', null)).toBe(`200 ${content}`);
});

test('a move reaches the server under the address that the server knows', async () => {
  writeFileSync(fileOf('before'), content);
  const headers = { destination: `${proxy.url}after`, overwrite: 'F' };
  expect(await send('MOVE', 'before', null, { headers })).toMatch(/^201/u);
  expect(readFileSync(fileOf('after'), 'utf8')).toBe(content);
});

test.each<[Fault['kind'], Fault, string, string | null]>([
  ['cut-before', { kind: 'cut-before' }, 'TypeError', null],
  ['cut-after', { kind: 'cut-after' }, 'TypeError', content],
  ['cut-request', { kind: 'cut-request', share: 0.5 }, 'TypeError', null],
  ['stall', { kind: 'stall' }, 'TimeoutError', null],
  ['late', { kind: 'late', milliseconds: 400 }, 'TypeError', null],
  ['status', { kind: 'status', status: 507, isDone: false }, '507 no', null],
  ['status', { kind: 'status', status: 502, isDone: true }, '502 no', content],
  ['truncate-request', { kind: 'truncate-request', share: 0 }, '201', ''],
  ['corrupt-request', { kind: 'corrupt-request', share: 0 }, '201', `o${content.slice(1)}`],
  ['delay', { kind: 'delay', milliseconds: 1 }, '201', content],
  ['repeat', { kind: 'repeat' }, '204', content],
])('%s: what the client sees, and what lies at the server', async (_, fault, seen, lying) => {
  const name = `put-${JSON.stringify(fault).replaceAll(/[^a-z0-9]+/gu, '-')}`;
  expect(await put(name, fault)).toContain(seen);
  expect(existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8') : null).toBe(lying);
});

test.each<[Fault['kind'], Fault, string]>([
  ['cut-answer', { kind: 'cut-answer', share: 0.5 }, 'TypeError'],
  ['truncate-answer', { kind: 'truncate-answer', share: 0 }, '200 '],
  ['corrupt-answer', { kind: 'corrupt-answer', share: 0 }, `200 o${content.slice(1)}`],
])('%s: what is read is other than what lies there', async (_, fault, seen) => {
  writeFileSync(fileOf('read'), content);
  expect(await send('GET', 'read', fault)).toBe(seen);
});
