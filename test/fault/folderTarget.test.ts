import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openIncomingFolder } from '#backend/files/incomingFolder.ts';
import { openFolderTarget } from '#backend/sync/folderTarget.ts';
import type { Target } from '#backend/sync/target.ts';
import { listAssessments } from '#backend/usecases/listAssessments.ts';
import { placePackage, type Placing } from '#backend/usecases/sync/placePackage.ts';
import { pull } from '#backend/usecases/sync/pull.ts';
import { push } from '#backend/usecases/sync/push.ts';
import { queueExports } from '#backend/usecases/sync/queueExports.ts';
import { beginProgress, type SyncRun } from '#backend/usecases/sync/syncRun.ts';
import { shortDigestOf } from '#shared/domain/sync/remotePath.ts';
import { succeed } from '#shared/errors/result.ts';
import { faultsAt } from '../fuzz/judgeServer.ts';
import { openInstallation, type Installation } from '../helpers/installation.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../helpers/testWorkspace.ts';
import { exchange, outboxOf, targetAt, type Member } from '../sync/exchange.ts';
import { unsealed } from '../sync/office.ts';
import type { Place } from '../sync/places.ts';
import { listMountedFolders, listRemovableFolders } from './removableFolder.ts';
import { listSmallDisks } from './smallDisk.ts';

function placeAt(folder: string): Place {
  return { address: folder, user: '', password: '', authority: null, folder, setFaults: () => undefined };
}

/** Decides to send another file, with something in it that those before did not have. */
async function queueAnother(commune: Installation, place: Place, value: number): Promise<void> {
  const [known] = valueOf(listAssessments(commune.context()));
  const assessmentId = known?.id ?? commune.create();
  commune.record(assessmentId, { criterionId: 'px-004', field: 'value', value: String(value) });
  const targetId = targetAt(commune, place);
  const wish = { ...unsealed, targetId, assessments: [assessmentId], withOriginals: false };
  expect(valueOf(await queueExports(commune.context(), wish))).toEqual({ queued: 1, notQueued: [] });
}

const statesOf = (member: Member) =>
  outboxOf(member).map(({ state }) =>
    state.kind === 'failed' ? `${state.error.code}${state.nextTryAt ? ', tried again' : ''}` : state.kind,
  );

function expectOnlyWhole(folder: string, ...members: readonly Member[]): void {
  const meant = members
    .flatMap((member) => outboxOf(member))
    .map((item) => [item.remotePath, item.sha256] as const);
  expect(faultsAt(folder, new Map(meant))).toEqual([]);
}

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const halfDone = (folder: string) => filesBelow(folder).filter((name) => name.endsWith('.dang-gui'));

function makeLargeFile(): Placing {
  const file = path.join(makeTemporaryFolder(), 'large');
  const bytes = Buffer.alloc(200_000, 'phường');
  writeFileSync(file, bytes);
  const sha256 = hash('sha256', bytes, 'hex');
  const remotePath = `2026/20242/20242_2026_r1_${shortDigestOf(sha256)}.thuocso`;
  return { file, size: bytes.length, sha256, remotePath, temporaryName: 'r-1_0.dang-gui' };
}

test.each(listSmallDisks().filter((disk) => disk.name.includes('file system')))(
  'on $name nothing half is left, and what waits goes there once there is room',
  async (disk) => {
    const place = placeAt(disk.make());
    const commune = openInstallation('hai-chau', 'commune');
    await queueAnother(commune, place, 12);
    await queueAnother(commune, place, 13);
    const filling = path.join(place.folder, 'filling');
    expect(() => writeFileSync(filling, Buffer.alloc(3 * 1024 * 1024))).toThrow('ENOSPC');
    const [full] = await exchange(commune, place);
    expect(full && codesOf(full.result)).toEqual(['target-full']);
    expect(statesOf(commune).toSorted()).toEqual(['target-full, tried again', 'waiting']);
    truncateSync(filling, statSync(filling).size - 16_384);
    const large = await placePackage(openFolderTarget(place.folder), makeLargeFile());
    expect(codesOf(large)).toEqual(['target-full']);
    expect(filesBelow(place.folder)).toEqual(['filling']);
    rmSync(filling);
    await exchange(commune, place);
    expect(statesOf(commune)).toEqual(['sent', 'sent']);
    expect(filesBelow(place.folder)).toHaveLength(2);
    expectOnlyWhole(place.folder, commune);
  },
);

test.each(listMountedFolders())(
  'from $name that may only be read is fetched, and what shall go there waits until it may be written',
  async ({ make }) => {
    const stick = make();
    const place = placeAt(stick.folder);
    const commune = openInstallation('hai-chau', 'commune');
    await queueAnother(commune, place, 12);
    await exchange(commune, place);
    await queueAnother(commune, place, 13);
    const before = filesBelow(place.folder);
    stick.lock();
    await exchange(commune, place);
    expect(statesOf(commune).toSorted()).toEqual(['sent', 'target-read-only']);
    const office = openInstallation('tong-hop', 'aggregator', '48');
    const [fetched] = await exchange(office, place);
    expect(fetched?.progress.counts).toMatchObject({ imported: 1, receipts: 1, sent: 0 });
    expect(statesOf(office)).toEqual(['target-read-only']);
    expect(filesBelow(place.folder)).toEqual(before);
    stick.unlock();
    for (const member of [office, commune, office, commune]) await exchange(member, place);
    expect(statesOf(commune)).toEqual(['received', 'received']);
    expect(halfDone(place.folder)).toEqual([]);
    expectOnlyWhole(place.folder, commune, office);
  },
);

/** The target's folder, of which something happens before the nth thing that is done to it. */
function beforeStep(target: Target, nth: number, happen: () => void) {
  let steps = 0;
  const counted =
    <A extends readonly unknown[], R>(work: (...given: A) => R) =>
    (...given: A): R => {
      steps += 1;
      if (steps === nth) happen();
      return work(...given);
    };
  const { list, read, makeFolder, writeTemporary, move, remove, close } = target;
  return {
    target: {
      list: counted(list),
      read: counted(read),
      makeFolder: counted(makeFolder),
      writeTemporary: counted(writeTemporary),
      move: counted(move),
      remove: counted(remove),
      close,
    },
    hasHappened: () => steps >= nth,
  };
}

function runThrough(member: Member, place: Place, target: Target): SyncRun {
  const id = targetAt(member, place);
  const record = valueOf(member.context().store.read((reader) => succeed(reader.findTarget(id))));
  if (!record) throw new Error('There is no target');
  return {
    record,
    target,
    progress: beginProgress(),
    incoming: openIncomingFolder(member.folder),
    takeTurn: (work) => work(),
    isCancelled: () => false,
  };
}

const mostSteps = 30;
const gone = ['target-absent', 'target-lost', 'transfer-damaged', 'target-file-gone'];

test.each(listRemovableFolders())(
  '$name may be pulled out before any step of sending: nothing is made in its place, and sending goes on',
  async ({ make }) => {
    const stick = make();
    const place = placeAt(stick.folder);
    const commune = openInstallation('hai-chau', 'commune');
    const seen = new Set<string>();
    let step = 1;
    for (; step < mostSteps; step += 1) {
      await queueAnother(commune, place, 100 + step);
      await queueAnother(commune, place, 200 + step);
      const { target, hasHappened } = beforeStep(openFolderTarget(stick.folder), step, stick.pullOut);
      const sent = await push(commune.context(), runThrough(commune, place, target), null);
      if (!hasHappened()) break;
      if (!sent.ok) for (const code of codesOf(sent)) seen.add(code);
      expect(existsSync(stick.folder)).toBe(false);
      expect(statesOf(commune).filter((state) => state === 'sending')).toEqual([]);
      stick.plugIn();
      expectOnlyWhole(stick.folder, commune);
      await exchange(commune, place, { pull: false });
      expect(new Set(statesOf(commune))).toEqual(new Set(['sent']));
      expect(halfDone(stick.folder)).toEqual([]);
    }
    expect(step).toBeGreaterThan(8);
    expect(step).toBeLessThan(mostSteps);
    expect([...seen].filter((code) => !gone.includes(code))).toEqual([]);
    expect(seen).toContain('target-absent');
    expectOnlyWhole(stick.folder, commune);
  },
);

test.each(listRemovableFolders())(
  '$name may be pulled out before any step of fetching: what was not fetched is fetched later, once',
  async ({ make }) => {
    const stick = make();
    const place = placeAt(stick.folder);
    const commune = openInstallation('hai-chau', 'commune');
    const office = openInstallation('tong-hop', 'aggregator', '48');
    let step = 1;
    for (; step < mostSteps; step += 1) {
      await queueAnother(commune, place, 100 + step);
      await exchange(commune, place);
      const { target, hasHappened } = beforeStep(openFolderTarget(stick.folder), step, stick.pullOut);
      const run = runThrough(office, place, target);
      const pulled = await pull(office.context(), run, { acceptSigners: [] });
      if (!hasHappened()) break;
      const isTold = !pulled.ok || run.progress.counts.postponed > 0 || run.progress.counts.imported === 1;
      expect(isTold).toBe(true);
      if (!pulled.ok) expect(gone).toEqual(expect.arrayContaining([...codesOf(pulled)]));
      expect(run.progress.refusals).toEqual([]);
      stick.plugIn();
      await exchange(office, place, {}, { runs: 3 });
      await exchange(commune, place);
      expect(new Set(statesOf(commune))).toEqual(new Set(['received']));
    }
    expect(step).toBeGreaterThan(3);
    expect(step).toBeLessThan(mostSteps);
    expect(statesOf(office)).toHaveLength(step);
    expectOnlyWhole(stick.folder, commune, office);
  },
);

test.each(listRemovableFolders())('$name may be pulled out in the midst of a file', async ({ make }) => {
  const stick = make();
  const placing = makeLargeFile();
  const bytes = readFileSync(placing.file);
  // A pipe comes as slowly as we like, so that the file is half-written at a moment of our choice.
  const slow = path.join(makeTemporaryFolder(), 'slow');
  execFileSync('mkfifo', [slow]);
  const target = openFolderTarget(stick.folder);
  const placed = placePackage(target, { ...placing, file: slow });
  const pipe = createWriteStream(slow);
  pipe.write(bytes.subarray(0, 90_000));
  const temporary = path.join(stick.folder, path.dirname(placing.remotePath), placing.temporaryName);
  while (!existsSync(temporary) || statSync(temporary).size === 0) await wait(5);
  stick.pullOut();
  pipe.end(bytes.subarray(90_000));
  expect(codesOf(await placed)).toEqual(['target-lost']);
  expect(existsSync(stick.folder)).toBe(false);
  stick.plugIn();
  expect(filesBelow(stick.folder)).toEqual([placing.temporaryName]);
  valueOf(await placePackage(target, placing));
  expect(filesBelow(stick.folder)).toEqual([path.basename(placing.remotePath)]);
});
