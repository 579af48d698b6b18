import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startApache } from '../../../../test/helpers/apacheServer.ts';
import { openInstallation, type Installation } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { openIncomingFolder } from '../../files/incomingFolder.ts';
import { openFolderTarget } from '../../sync/folderTarget.ts';
import type { Target } from '../../sync/target.ts';
import { addFileToOutbox } from './addToOutbox.ts';
import { listOutbox } from './outbox.ts';
import { placePackage, type Placing } from './placePackage.ts';
import { readFolder, rememberFolder } from './readFolder.ts';
import { runSync } from './runSync.ts';
import { beginProgress } from './syncRun.ts';
import { readScope } from './syncScope.ts';
import { findOrAddTarget, saveTarget } from './targets.ts';

const unit = '2026/20242';
const name = '20242_2026_r1_0123456789ab.thuocso';

function makePlacing(bytes = randomBytes(200_000)): Placing {
  const file = path.join(makeTemporaryFolder(), 'package');
  writeFileSync(file, bytes);
  return {
    file,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    remotePath: `${unit}/${name}`,
    temporaryName: 'r-1_0123456789ab.dang-gui',
  };
}

type Work = 'list' | 'read' | 'makeFolder' | 'writeTemporary' | 'move' | 'remove';

/** The nth call of one function is not done, or is done and its answer lost. */
function breaking(target: Target, work: Work, nth: number, isDone: boolean): Target {
  let calls = 0;
  const broken =
    <A extends readonly unknown[], R>(real: (...given: A) => Promise<R>) =>
    async (...given: A) => {
      calls += 1;
      if (calls !== nth) return await real(...given);
      if (isDone) await real(...given);
      return failWith('target-unreachable', { host: 'x', reason: 'x' });
    };
  return { ...target, [work]: broken(target[work] as (...given: readonly unknown[]) => Promise<unknown>) };
}

const works: readonly Work[] = ['list', 'read', 'makeFolder', 'writeTemporary', 'move'];
const breaks = works.flatMap((work) =>
  [1, 2].flatMap((nth) => [true, false].map((isDone) => ({ work, nth, isDone }))),
);

test.each(breaks)('cut off at %j, the next attempt goes on and leaves one whole file', async (one) => {
  const root = makeTemporaryFolder();
  const target = openFolderTarget(root);
  const placing = makePlacing();
  await placePackage(breaking(target, one.work, one.nth, one.isDone), placing);
  valueOf(await placePackage(target, placing));
  expect(readdirSync(path.join(root, unit))).toEqual([name]);
  expect(readFileSync(path.join(root, unit, name))).toEqual(readFileSync(placing.file));
});

test('a whole upload is not made twice, a broken one is', async () => {
  const root = makeTemporaryFolder();
  const placing = makePlacing();
  mkdirSync(path.join(root, unit), { recursive: true });
  const temporary = path.join(root, unit, placing.temporaryName);
  writeFileSync(temporary, readFileSync(placing.file));
  valueOf(await placePackage(breaking(openFolderTarget(root), 'writeTemporary', 1, false), placing));
  const again = makeTemporaryFolder();
  mkdirSync(path.join(again, unit), { recursive: true });
  writeFileSync(path.join(again, unit, placing.temporaryName), randomBytes(placing.size));
  valueOf(await placePackage(openFolderTarget(again), placing));
  expect(readFileSync(path.join(again, unit, name))).toEqual(readFileSync(placing.file));
});

test('another file of the same name stays as it is', async () => {
  const root = makeTemporaryFolder();
  mkdirSync(path.join(root, unit), { recursive: true });
  writeFileSync(path.join(root, unit, name), 'another');
  const placed = await placePackage(openFolderTarget(root), makePlacing());
  expect(codesOf(placed)).toEqual(['remote-file-differs']);
  expect(readFileSync(path.join(root, unit, name), 'utf8')).toBe('another');
});

test('two machines with the same file at the same time leave one, and both know it there', async () => {
  const root = makeTemporaryFolder();
  const placing = makePlacing();
  const placed = await Promise.all(
    ['r-1', 'r-2', 'r-3'].map((replica) =>
      placePackage(openFolderTarget(root), { ...placing, temporaryName: `${replica}_0.dang-gui` }),
    ),
  );
  for (const one of placed) valueOf(one);
  expect(readdirSync(path.join(root, unit))).toEqual([name]);
});

test('what does not arrive as it was sent is not moved', async () => {
  const root = makeTemporaryFolder();
  const target = openFolderTarget(root);
  const other = makePlacing();
  const swapped: Target = { ...target, writeTemporary: (at) => target.writeTemporary(at, other) };
  expect(codesOf(await placePackage(swapped, makePlacing()))).toEqual(['transfer-damaged']);
  expect(readdirSync(path.join(root, unit))).toEqual([other.temporaryName]);
});

async function synchronise(installation: Installation, targetId: string) {
  const incoming = openIncomingFolder(installation.folder);
  const wish = { targetId, pull: true, push: true };
  const outcome = valueOf(await runSync(installation.context(), wish, { incoming }));
  return { ...outcome.progress, errors: outcome.result.ok ? [] : codesOf(outcome.result) };
}

test('over Apache a folder that was found alike twice is read again only when it changes', async () => {
  const server = await startApache();
  onTestFinished(server.stop);
  const authority = readFileSync(server.caFile, 'utf8');
  const join = (installation: Installation) =>
    valueOf(
      saveTarget(installation.context(), {
        id: null,
        kind: 'webdav',
        name: 'Máy chủ thành phố',
        address: server.url,
        userName: server.user,
        password: server.password,
        authority,
      }),
    ).id;
  const commune = openInstallation('hai-chau', 'commune');
  const id = commune.create();
  const target = join(commune);
  const send = async (value: string) => {
    commune.record(id, { criterionId: 'px-004', field: 'value', value });
    const file = await commune.exportFile(id);
    valueOf(await addFileToOutbox(commune.context(), file, { targetId: target }));
    expect(await synchronise(commune, target)).toMatchObject({ counts: { sent: 1 }, errors: [] });
  };
  await send('12');
  const city = openInstallation('thanh-pho', 'city', '48');
  const there = join(city);
  expect(await synchronise(city, there)).toMatchObject({ counts: { imported: 1, receipts: 1, sent: 1 } });
  const folders = [];
  for (let round = 0; round < 3; round += 1) folders.push((await synchronise(city, there)).counts);
  expect(folders.map(({ foldersUnchanged, listed }) => [foldersUnchanged, listed])).toEqual([
    [0, 2],
    [0, 2],
    [1, 0],
  ]);
  await send('13');
  expect(await synchronise(city, there)).toMatchObject({ counts: { imported: 1, foldersUnchanged: 0 } });
  expect(valueOf(listOutbox(commune.context())).map(({ state }) => state.kind)).toEqual(['sent', 'received']);
  expect(readdirSync(path.join(server.folder, unit))).toHaveLength(4);
});

test('a folder that was read by a clock that was ahead is not believed for longer than a day', async () => {
  const { context } = openInstallation('thanh-pho', 'city', '48');
  const place = { address: makeTemporaryFolder(), userName: '', authority: null };
  const { id } = valueOf(findOrAddTarget(context(), place));
  const record = valueOf(context().store.read((reader) => succeed(reader.findTarget(id))));
  if (!record) throw new Error('The target is there');
  const folder = { period: '2026', unitCode: '20242', tag: 'a' };
  const run = {
    record,
    target: {
      ...openFolderTarget(place.address),
      list: () => Promise.resolve(succeed({ entries: [], clock: null })),
    },
    progress: beginProgress(),
    incoming: openIncomingFolder(makeTemporaryFolder()),
    takeTurn: <T>(work: () => Promise<T>) => work(),
    isCancelled: () => false,
  };
  const readAt = async (day: string) => {
    const then = { ...context(), now: () => new Date(day) };
    const read = valueOf(await readFolder(then, run, valueOf(readScope(then)), folder));
    if (read) valueOf(rememberFolder(then, record.number, read, true));
    return read !== undefined;
  };
  expect([await readAt('2027-12-01'), await readAt('2027-12-01'), await readAt('2027-12-01')]).toEqual([
    true,
    true,
    false,
  ]);
  expect([await readAt('2026-12-01'), await readAt('2026-12-01')]).toEqual([true, false]);
});
