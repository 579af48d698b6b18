import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApache, type DavServer } from '../helpers/apacheServer.ts';
import { productFolder } from '../helpers/content.ts';

const page = readFileSync(path.join(productFolder, 'docs/sync.md'), 'utf8');
const site =
  /<!-- file: apache\.conf -->\s+```apache\n(?<lines>.*?)```/su.exec(page)?.groups?.['lines'] ?? '';

const [own, other, office] = ['20242', '20209', 'thanh-pho'];
let apache: DavServer;

beforeAll(async () => {
  apache = await startApache({ isEncrypted: false, site, accounts: [own, other, office] });
});
afterAll(() => apache.stop());

/** The status that the server answers with. */
async function ask(account: string, method: string, place: string, destination?: string): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${account}:${apache.password}`).toString('base64')}`;
  const answer = await fetch(`${apache.url}${place}`, {
    method,
    headers: {
      authorization,
      ...(method === 'PROPFIND' && { depth: '1' }),
      ...(destination !== undefined && { overwrite: 'F', destination: `${apache.url}${destination}` }),
    },
    ...(method === 'PUT' && { body: 'nội dung' }),
  });
  return answer.status;
}

test('with the configuration of the page, a unit does everything in its own folders', async () => {
  expect(site).toContain('Dav On');
  expect(await ask(own, 'PROPFIND', '')).toBe(207);
  expect(await ask(own, 'MKCOL', '2026')).toBe(201);
  expect(await ask(own, 'PROPFIND', '2026/')).toBe(207);
  expect(await ask(own, 'MKCOL', '2026/20242')).toBe(201);
  expect(await ask(own, 'PUT', '2026/20242/r-1_abc.dang-gui')).toBe(201);
  const name = '2026/20242/20242_2026_r1_0123456789ab_tham-dinh.thuocso';
  expect(await ask(own, 'MOVE', '2026/20242/r-1_abc.dang-gui', name)).toBe(201);
  expect(await ask(own, 'GET', name)).toBe(200);
  expect(await ask(own, 'PUT', 'r-1_kiem-tra.dang-gui')).toBe(201);
  expect(await ask(own, 'MOVE', 'r-1_kiem-tra.dang-gui', 'r-1_kiem-tra-2.dang-gui')).toBe(201);
  expect(await ask(own, 'DELETE', 'r-1_kiem-tra-2.dang-gui')).toBe(204);
});

test('a unit neither sees nor touches what belongs to others, by whatever name', async () => {
  expect(await ask(office, 'MKCOL', '2026/20209')).toBe(201);
  expect(await ask(office, 'PUT', '2026/20209/a.thuocso')).toBe(201);
  expect(await ask(own, 'PUT', '2026/20242/b.dang-gui')).toBe(201);
  const refused = [
    ask(own, 'PROPFIND', '2026/20209/'),
    ask(own, 'GET', '2026/20209/a.thuocso'),
    ask(own, 'PUT', '2026/20209/b.thuocso'),
    ask(own, 'PUT', 'b.thuocso'),
    ask(own, 'PUT', '2026/b.thuocso'),
    ask(own, 'DELETE', '2026/'),
    ask(own, 'DELETE', ''),
    ask(own, 'MOVE', '2026/20242/b.dang-gui', '2026/20209/b.thuocso'),
    ask(own, 'MOVE', '2026/20242/b.dang-gui', '2026/20242/../20209/b.thuocso'),
    ask(own, 'MOVE', '2026/20242/b.dang-gui', '2026/20242/%2e%2e/20209/b.thuocso'),
    ask(own, 'MOVE', '2026/20242/b.dang-gui', '2026/20242/..'),
    ask(own, 'COPY', '2026/20242/b.dang-gui', '2026/20209/b.thuocso'),
    ask(own, 'MOVE', '2026', '2027'),
    ask(own, 'MOVE', '2026/20242/b.dang-gui', 'b.thuocso'),
    ask('20243', 'PROPFIND', ''),
  ];
  expect(await Promise.all(refused)).toEqual(refused.map(() => 401));
});

test('an office above reads and writes everywhere', async () => {
  expect(await ask(office, 'PROPFIND', '2026/20242/')).toBe(207);
  expect(await ask(office, 'PUT', '2026/20242/c.dang-gui')).toBe(201);
});
