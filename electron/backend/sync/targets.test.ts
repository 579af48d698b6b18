import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApache } from '../../../test/helpers/apacheServer.ts';
import { startRclone } from '../../../test/helpers/rcloneServer.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { valueOf } from '../../../test/helpers/testWorkspace.ts';
import { openFolderTarget } from './folderTarget.ts';
import type { Target } from './target.ts';
import { openWebdavTarget } from './webdavTarget.ts';

const unit = '2026/20242';
const place = `${unit}/20242_2026_r1_0123456789ab.thuocso`;
const temporary = `${unit}/r-1_0123456789ab.dang-gui`;

function writeSource(bytes: Uint8Array): { readonly file: string; readonly size: number } {
  const file = path.join(makeTemporaryFolder(), 'source');
  writeFileSync(file, bytes);
  return { file, size: bytes.length };
}

async function digestAt(target: Target, at: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of valueOf(await target.read(at))) digest.update(piece);
  return digest.digest('hex');
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const namesIn = async (target: Target, folder: string) =>
  valueOf(await target.list(folder))?.entries.map(({ name, kind, size }) => [name, kind, size]);

interface Place {
  readonly open: () => Target;
  readonly stop: () => Promise<void>;
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  'a folder': () => {
    return Promise.resolve({
      open: () => openFolderTarget(makeTemporaryFolder()),
      stop: () => Promise.resolve(),
    });
  },
  Apache: async () => toPlace(await startApache()),
  rclone: async () => toPlace(await startRclone()),
};

function toPlace(server: Awaited<ReturnType<typeof startRclone>>): Place {
  const { url, caFile, user, password } = server;
  const options = {
    address: url,
    userName: user,
    password,
    authority: readFileSync(caFile, 'utf8'),
    proxy: '',
    environment: {},
  };
  return { open: () => openWebdavTarget(options), stop: server.stop };
}

describe.each(Object.keys(places))('%s', (name) => {
  let stand: Place;
  beforeAll(async () => {
    stand = await places[name]!();
  });
  afterAll(() => stand.stop());

  test('takes a package under a temporary name, and moves it without overwriting', async () => {
    const target = stand.open();
    const bytes = randomBytes(3 * 1024 * 1024);
    expect(valueOf(await target.list(unit))).toBeNull();
    valueOf(await target.makeFolder(unit));
    valueOf(await target.makeFolder(unit));
    valueOf(await target.writeTemporary(temporary, writeSource(Buffer.from('cut off'))));
    valueOf(await target.writeTemporary(temporary, writeSource(bytes)));
    expect(await digestAt(target, temporary)).toBe(digestOf(bytes));
    expect(valueOf(await target.move(temporary, place))).toBe('moved');
    // Apache says that it is gone, rclone that this is forbidden.
    expect(await target.move(temporary, `${place}.x`)).not.toMatchObject({ value: 'moved' });
    valueOf(await target.writeTemporary(temporary, writeSource(Buffer.from('another'))));
    expect(valueOf(await target.move(temporary, place))).toBe('taken');
    expect(await digestAt(target, place)).toBe(digestOf(bytes));
    valueOf(await target.remove(temporary));
    valueOf(await target.remove(temporary));
    expect(await namesIn(target, unit)).toEqual([[path.basename(place), 'file', bytes.length]]);
    expect(await namesIn(target, '2026')).toEqual([['20242', 'folder', 0]]);
    expect(await namesIn(target, '')).toEqual([['2026', 'folder', 0]]);
    expect(await target.read(temporary)).toMatchObject({ errors: [{ code: 'target-file-gone' }] });
    target.close();
  });

  test('gives a file one tag as long as it stays the same', async () => {
    const target = stand.open();
    valueOf(await target.makeFolder('2027/20242'));
    valueOf(await target.writeTemporary('2027/20242/a', writeSource(randomBytes(10))));
    const tagOf = async () => valueOf(await target.list('2027/20242'))?.entries[0]?.tag;
    const first = await tagOf();
    expect(first).toMatch(/./u);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await tagOf()).toBe(first);
    target.close();
  });
});
