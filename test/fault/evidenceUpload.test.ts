import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../electron/hosts/browser/server.ts';
import { openBackend } from '#backend/backend.ts';
import { askRaw, callQuestion, signInRaw, type RawReply } from '../helpers/rawHttp.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { fromRealContent, makeTestSurroundings, valueOf } from '../helpers/testWorkspace.ts';
import { listSmallDisks } from './smallDisk.ts';

/** The real host on a data folder, with one session. */
async function serve(dataFolder: string) {
  const log: string[] = [];
  const addresses: string[] = [];
  const edge = { appVersion: '1.2.3', log: (line: string) => log.push(line) };
  const databaseFile = path.join(dataFolder, 'thuoc-so.sqlite');
  const options = { databaseFile, ...fromRealContent(), ...makeTestSurroundings(), ...edge };
  const backend = valueOf(openBackend(options));
  onTestFinished(() => backend.close());
  const server = await startServer({
    backend,
    screens: new Map(),
    port: 0,
    sessionFile: path.join(makeTemporaryFolder(), 'browser-sessions'),
    signedOutText: '',
    onAddress: (address) => addresses.push(address),
    log: edge.log,
  });
  onTestFinished(() => server.close());
  const cookie = await signInRaw(addresses[0] ?? '');
  const headers = { cookie, origin: server.origin, 'content-type': 'application/octet-stream' };
  return {
    log,
    upload: (body: string): Promise<RawReply> =>
      askRaw(server.origin, { method: 'POST', path: '/files/evidence?name=a.pdf', headers, body }),
    call: (name: string, body = '{}') =>
      askRaw(server.origin, callQuestion(server.origin, cookie, name, { body })),
  };
}

function codesOfReply(reply: RawReply): readonly unknown[] {
  const { errors } = JSON.parse(reply.text) as { errors?: readonly { code: unknown }[] };
  return (errors ?? []).map((error) => error.code);
}

test.each(listSmallDisks().filter((disk) => disk.name.includes('file system')))(
  'on $name a file sent from the screens is refused in words, and work goes on',
  async (disk) => {
    const dataFolder = path.join(disk.make(), 'data');
    mkdirSync(dataFolder);
    const host = await serve(dataFolder);
    expect(codesOfReply(await host.upload('a'.repeat(3 * 1024 * 1024)))).toEqual(['disk-full']);
    expect(readdirSync(path.join(dataFolder, 'evidence', 'unfinished'))).toEqual([]);
    expect(codesOfReply(await host.call('app.setLanguage', '{"language":"en"}'))).toEqual([]);
    expect(codesOfReply(await host.upload('ngắn'))).toEqual([]);
    expect(host.log).toEqual([]);
  },
);

test('where the folder of evidence may not be written, a file is refused in words', async () => {
  const dataFolder = makeTemporaryFolder();
  const host = await serve(dataFolder);
  const evidence = path.join(dataFolder, 'evidence');
  mkdirSync(evidence);
  chmodSync(evidence, 0o555);
  onTestFinished(() => chmodSync(evidence, 0o755));
  const codes = await asUnprivileged(() => host.upload('a').then(codesOfReply));
  expect(codes).toEqual(['folder-read-only']);
  expect(host.log).toEqual([]);
});

/** Root may write everywhere; for a moment this process is somebody else. */
async function asUnprivileged<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
