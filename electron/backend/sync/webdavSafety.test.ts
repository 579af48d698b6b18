import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startApache, type ApacheOptions } from '../../../test/helpers/apacheServer.ts';
import { makeAuthority } from '../../../test/helpers/certificates.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { chooseProxy } from './chooseProxy.ts';
import type { ServerOptions } from './serverConnection.ts';
import { openWebdavTarget } from './webdavTarget.ts';

type Given = Partial<ServerOptions>;

function open(options: Given & Pick<ServerOptions, 'address'>) {
  const target = openWebdavTarget({
    userName: '',
    password: '',
    authority: '',
    proxy: '',
    environment: {},
    ...options,
  });
  onTestFinished(() => target.close());
  return target;
}

async function openApache(server: ApacheOptions = {}, given: Given = {}) {
  const { url, caFile, user, password, stop } = await startApache(server);
  onTestFinished(stop);
  const authority = readFileSync(caFile, 'utf8');
  return { target: open({ address: url, userName: user, password, authority, ...given }), url };
}

test.each([
  ['an authority that nobody has added', {}, { authority: '' }, 'certificate-untrusted'],
  ['a certificate of another host', { certificateNames: ['DNS:khac.example'] }, {}, 'certificate-wrong-host'],
  ['a certificate that has expired', { certificateDays: -1 }, {}, 'certificate-expired'],
  ['a wrong password', {}, { password: 'sai' }, 'target-password-wrong'],
] as const)('%s is refused by its name', async (_what, server, given, code) => {
  const { target } = await openApache(server, given);
  expect(codesOf(await target.list(''))).toEqual([code]);
});

test('a server that cannot be reached, and one without encryption, are named', async () => {
  const { port } = await listen(net.createServer());
  const plain = await listen(http.createServer((_request, response) => response.end('hello')));
  const { server } = await listen(net.createServer((socket) => socket.destroy()));
  expect(server.listening).toBe(true);
  const closed = await listen(net.createServer());
  closed.server.close();
  expect(codesOf(await open({ address: `https://127.0.0.1:${String(closed.port)}/` }).list(''))).toEqual([
    'target-unreachable',
  ]);
  expect(codesOf(await open({ address: `https://127.0.0.1:${String(plain.port)}/` }).list(''))).toEqual([
    'target-not-https',
  ]);
  const stalled = open({ address: `https://127.0.0.1:${String(port)}/`, stallMilliseconds: 200 });
  expect(codesOf(await stalled.list(''))).toEqual(['target-stalled']);
});

async function listen<T extends net.Server>(
  server: T,
): Promise<{ readonly port: number; readonly server: T }> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, server };
}

/** A server with a certificate that answers as told. */
async function serve(answer: http.RequestListener, given: Given = {}) {
  const authority = makeAuthority(path.join(makeTemporaryFolder(), 'tls'));
  const { certificateFile, keyFile } = authority.issue();
  const server = https.createServer(
    { cert: readFileSync(certificateFile), key: readFileSync(keyFile) },
    answer,
  );
  const { port } = await listen(server);
  onTestFinished(() => server.closeAllConnections());
  const address = `https://127.0.0.1:${String(port)}/dav/`;
  return open({ address, authority: readFileSync(authority.caFile, 'utf8'), ...given });
}

test.each([
  [403, 'target-forbidden'],
  [404, 'target-absent'],
  [405, 'target-not-webdav'],
  [413, 'target-refuses-size'],
  [423, 'target-locked'],
  [429, 'target-busy'],
  [500, 'target-failing'],
  [502, 'target-busy'],
  [503, 'target-busy'],
  [507, 'target-full'],
  [200, 'target-not-webdav'],
] as const)('the answer %i has a name', async (status, code) => {
  const target = await serve((_request, response) => response.writeHead(status).end('<html></html>'));
  expect(codesOf(await target.list(''))).toEqual([code]);
});

test('a redirect to where others can listen is not followed', async () => {
  const seen: string[] = [];
  const { port } = await listen(
    http.createServer((request, response) => {
      seen.push(request.headers.authorization ?? '');
      response.end();
    }),
  );
  const target = await serve(
    (_request, response) =>
      response.writeHead(302, { Location: `http://127.0.0.1:${String(port)}/dav/` }).end(),
    { userName: 'a', password: 'b' },
  );
  expect(codesOf(await target.list(''))).toEqual(['target-not-https']);
  expect(seen).toEqual([]);
});

const head = '<?xml version="1.0"?><D:multistatus xmlns:D="DAV:">';
const ok = '<D:status>HTTP/1.1 200 OK</D:status>';
const entry = (href: string, prop: string) =>
  `<D:response><D:href>${href}</D:href><D:propstat><D:prop>${prop}</D:prop>${ok}</D:propstat></D:response>`;
const folder = '<D:resourcetype><D:collection/></D:resourcetype>';
const file = '<D:resourcetype/><D:getcontentlength>12</D:getcontentlength><D:getetag>W/"1e3"</D:getetag>';

const answerWith = (text: string, headers = {}) =>
  serve((_request, response) =>
    response.writeHead(207, { 'Content-Type': 'application/xml', ...headers }).end(text),
  );

test('hostile names stay names, and entries that cannot be read are left out', async () => {
  const target = await answerWith(
    `${head}${entry('/dav/', folder)}${entry('/dav/..%2F..%2Fetc%2Fpasswd', file)}${entry('/dav/%ff', file)}${entry(
      'http://khac.example/dav/2026/',
      folder,
    )}${entry('/dav/a/b/c', file)}</D:multistatus>`,
  );
  expect(valueOf(await target.list(''))?.entries).toEqual([
    { name: '../../etc/passwd', kind: 'file', size: 12, tag: '"1e3"', modifiedAt: null },
    { name: '2026', kind: 'folder', size: 0, tag: null, modifiedAt: null },
  ]);
});

test.each([
  ['is cut off', `${head}${entry('/dav/', folder)}${entry('/dav/a', file)}`],
  ['defines entities', `<!DOCTYPE x [<!ENTITY a "b">]>${head}${entry('/dav/', folder)}</D:multistatus>`],
  ['is something else', '<html></html>'],
  ['holds no entries', `${head}<D:other/></D:multistatus>`],
  ['has an entry without anything in it', `${head}<D:response/></D:multistatus>`],
])('a listing that %s is refused', async (_what, text) => {
  expect(codesOf(await (await answerWith(text)).list(''))).toEqual(['target-answer-malformed']);
});

test('a clock that cannot be read is none', async () => {
  const target = await answerWith(`${head}${entry('/dav/', folder)}</D:multistatus>`, { Date: 'hôm nay' });
  expect(valueOf(await target.list(''))?.clock).toBeNull();
});

test('a proxy is gone through, encrypted from end to end, and its refusal is told', async () => {
  const asked: string[] = [];
  const proxy = http.createServer();
  proxy.on('connect', (request, socket: net.Socket) => {
    asked.push(request.url ?? '');
    if (asked.length === 1) return socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const [host, port] = (request.url ?? '').split(':');
    const upstream = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    return socket.on('error', () => upstream.destroy());
  });
  const { port } = await listen(proxy);
  onTestFinished(() => proxy.closeAllConnections());
  const { target, url } = await openApache({}, { proxy: `http://127.0.0.1:${String(port)}` });
  expect(codesOf(await target.list(''))).toEqual(['proxy-refused']);
  expect(valueOf(await target.list(''))?.entries).toEqual([]);
  expect(new Set(asked)).toEqual(new Set([new URL(url).host]));
  const wrong = await openApache(
    { certificateNames: ['DNS:localhost'] },
    { proxy: `http://127.0.0.1:${String(port)}` },
  );
  expect(codesOf(await wrong.target.list(''))).toEqual(['certificate-wrong-host']);
});

test('the proxy of the environment is taken unless the host is excepted', () => {
  const url = new URL('https://tep.danang.example:8443/dav/');
  const proxyFor = (own: string, environment: Record<string, string>) =>
    chooseProxy(url, own, environment)?.host ?? null;
  const given = { HTTPS_PROXY: 'http://proxy.example:3128' };
  expect(proxyFor('', {})).toBeNull();
  expect(proxyFor('', given)).toBe('proxy.example:3128');
  expect(proxyFor('own.example:8080', given)).toBe('own.example:8080');
  expect(proxyFor('', { https_proxy: 'proxy.example:3128' })).toBe('proxy.example:3128');
  for (const exception of ['*', 'danang.example', '.danang.example', 'x,tep.danang.example:8443']) {
    expect(proxyFor('', { ...given, NO_PROXY: exception })).toBeNull();
  }
  for (const exception of ['anang.example', 'tep.danang.example:443', '']) {
    expect(proxyFor('', { ...given, NO_PROXY: exception })).toBe('proxy.example:3128');
  }
});

test('an upload that the server stops taking is given up', async () => {
  const target = await serve((request) => void request.socket.pause(), { stallMilliseconds: 300 });
  const source = path.join(makeTemporaryFolder(), 'source');
  writeFileSync(source, Buffer.alloc(8 * 1024 * 1024));
  expect(codesOf(await target.writeTemporary('a', { file: source, size: 8 * 1024 * 1024 }))).toEqual([
    'target-stalled',
  ]);
});
