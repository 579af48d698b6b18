import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Content } from '../../../electron/backend/files/content.ts';
import { writeDemo } from '../../../electron/hosts/cli/demo/writeDemo.ts';
import { startApache, type DavServer } from '../../helpers/apacheServer.ts';
import { readContent } from '../../helpers/content.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { round } from '../measure.ts';
import { transferWithCurl } from './curl.ts';
import { openStation, type StationOptions } from './station.ts';

const units = 94;
const warmUpFiles = 20;
const listedFiles = 10_000;

/**
 * Packages pushed and pulled through Apache over TLS, beside curl with the same bytes, server and run; then what it costs to
 * look through ten thousand files of which none is needed. Pushing reads every package back; pulling imports, and gives
 * receipts. Null where Apache or curl is not installed.
 */
export async function measureSyncing() {
  if (!isInstalled('apache2') || !isInstalled('curl')) return null;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-sync-'));
  const server = await startApache();
  try {
    const content = readContent();
    return {
      transfer: await measureTransfer(folder, server, content),
      listing: await measureListing(folder, server, content),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

async function measureTransfer(folder: string, server: DavServer, content: Content) {
  const files = await makePackages(folder, content);
  const open = (name: string, place: string) =>
    openStation({ folder: path.join(folder, name), content, server, address: `${server.url}${place}/` });
  for (const place of ['warm-up', 'measured', 'curl']) makeFolder(server, place);
  const warmSender = open('warm-sender', 'warm-up');
  const warmReceiver = open('warm-receiver', 'warm-up');
  await warmSender.queue(files.slice(0, warmUpFiles));
  await warmSender.sync('push');
  await warmReceiver.sync('pull');
  const sender = open('sender', 'measured');
  const receiver = open('receiver', 'measured');
  await sender.queue(files);
  const pushed = await sender.sync('push');
  const pulled = await receiver.sync('pull');
  const startedAt = performance.now();
  await warmReceiver.import(files);
  const imported = performance.now() - startedAt;
  for (const station of [warmSender, warmReceiver, sender, receiver]) station.close();
  const there = files.map((file, index) => ({ file, url: `${server.url}curl/${String(index)}` }));
  const uploaded = await transferWithCurl('upload', server, there, folder);
  const back = there.map(({ url }, index) => ({ file: path.join(folder, `back-${String(index)}`), url }));
  const downloaded = await transferWithCurl('download', server, back, folder);
  const each = (milliseconds: number) => round(milliseconds / files.length);
  return {
    packages: files.length,
    kilobytesEach: round(files.reduce((sum, file) => sum + statSync(file).size, 0) / files.length / 1000),
    pushEach: each(pushed.milliseconds),
    curlUploadEach: each(uploaded),
    pushTimesCurl: round(pushed.milliseconds / uploaded),
    pullEach: each(pulled.milliseconds),
    importEach: each(imported),
    curlDownloadEach: each(downloaded),
    pullTimesCurl: round(pulled.milliseconds / downloaded),
    receipts: pulled.receipts,
  };
}

async function makePackages(folder: string, content: Content): Promise<readonly string[]> {
  const demo = path.join(folder, 'demo');
  valueOf(await writeDemo(content, { folder: demo, units, seed: 'sync' }));
  return readdirSync(demo)
    .filter((name) => name.endsWith('.thuocso'))
    .toSorted()
    .map((name) => path.join(demo, name));
}

/** At first every folder is read, the second time to make sure of its tag, and from then on only what has changed. */
async function measureListing(folder: string, server: DavServer, content: Content) {
  makeFolder(server, 'many');
  const codes = content.unitLists
    .flatMap((list) => list.units)
    .filter(({ parent }) => parent === '48')
    .map(({ code }) => code);
  const each = Math.ceil(listedFiles / codes.length);
  for (const code of codes) {
    const place = path.join(server.folder, 'many', '2026', code);
    mkdirSync(place, { recursive: true });
    for (let index = 0; index < each; index += 1) {
      const digest = index.toString(16).padStart(12, '0');
      writeFileSync(path.join(place, `${code}_2026_r1_${digest}_bien-nhan.thuocso`), '');
    }
  }
  const options: StationOptions = {
    folder: path.join(folder, 'city'),
    content,
    server,
    address: `${server.url}many/`,
    isCity: true,
  };
  const city = openStation(options);
  const first = await city.sync('pull');
  const second = await city.sync('pull');
  const unchanged = await city.sync('pull');
  city.close();
  return {
    files: first.listed,
    folders: first.folders,
    first: round(first.milliseconds),
    second: round(second.milliseconds),
    unchanged: round(unchanged.milliseconds),
    foldersUnchanged: unchanged.foldersUnchanged,
  };
}

function isInstalled(program: string): boolean {
  const folders = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin'];
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

function makeFolder(server: DavServer, name: string): void {
  const folder = path.join(server.folder, name);
  mkdirSync(folder);
  // As the server's own user would have made it.
  const { uid, gid } = statSync(server.folder);
  if (process.getuid?.() === 0) chownSync(folder, uid, gid);
}
