import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { openInstallation, verdictsOf, type Installation } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, fromRealContent, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { writeDemo } from '../../../hosts/cli/demo/writeDemo.ts';
import { keepEvidence, readPlainPackage } from '../../files/package/readPackage.ts';
import { digestOfContent } from '../digestOfContent.ts';
import { toArrived } from './arrivedPackage.ts';
import { readInThread } from './readingThread.ts';

// A thread works on one core too; it only brings nothing there.
const cores = 2;
let sound: readonly string[] = [];
let hostile: readonly string[] = [];

beforeAll(async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'thuoc-so-test-'));
  valueOf(await writeDemo(fromRealContent().content, { folder, units: 16, seed: 'thread' }));
  const packagesIn = (parent: string) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => path.join(parent, name))
      .toSorted();
  sound = packagesIn(folder).filter((file) => file.endsWith('.thuocso'));
  hostile = packagesIn(path.join(folder, 'hostile'));
  await whenUp(sound[0] ?? '');
  return () => rmSync(folder, { recursive: true });
});

async function whenUp(file: string): Promise<void> {
  for (;;) {
    const thread = readInThread(cores);
    thread.expect([file]);
    if (await thread.take(file)) return;
    await wait(10);
  }
}

test('the thread hands over what the import would read itself', async () => {
  const thread = readInThread(cores);
  thread.expect(sound);
  for (const file of sound) {
    const opened = valueOf(await readPlainPackage(file));
    const read = await thread.take(file);
    expect(read).toEqual({ arrived: toArrived(opened), attached: opened.attached });
  }
});

test('on one core nothing is read ahead', async () => {
  const thread = readInThread(1);
  thread.expect(sound);
  for (const file of sound) expect(await thread.take(file)).toBeUndefined();
});

test('what the thread cannot vouch for, and what it was not asked for, the import reads itself', async () => {
  const thread = readInThread(cores);
  thread.expect(hostile);
  expect(hostile.length).toBeGreaterThan(10);
  for (const file of hostile) {
    const opened = await readPlainPackage(file);
    expect((await thread.take(file)) !== undefined, file).toBe(opened.ok);
  }
  expect(await thread.take(sound[0] ?? '')).toBeUndefined();
});

test('an import with the thread does what an import without it does, evidence and refusals too', async () => {
  const files = [...sound, ...hostile];
  const [withThread, without] = [openInstallation('a', 'city'), openInstallation('a', 'city')];
  const checked = await withThread.check(files);
  const imported = await withThread.importAll(files);
  expect(verdictsOf(checked)).toEqual(verdictsOf(imported));
  const oneByOne: string[] = [];
  for (const file of files) oneByOne.push(...verdictsOf(await without.importAll([file])));
  expect(verdictsOf(imported)).toEqual(oneByOne);
  expect(digestOf(withThread)).toBe(digestOf(without));
  expect(evidenceOf(withThread).length).toBeGreaterThan(0);
  expect(evidenceOf(withThread)).toEqual(evidenceOf(without));
});

test('of a file that changes after it was read ahead no evidence is kept but what was verified', async () => {
  const opened = await Promise.all(
    sound.map(async (file) => ({ file, ...valueOf(await readPlainPackage(file)) })),
  );
  const { file, attached } = opened.find((one) => one.attached.length > 0) ?? { file: '', attached: [] };
  const copy = path.join(makeTemporaryFolder(), 'changed.thuocso');
  cpSync(file, copy);
  const bytes = readFileSync(copy);
  const place = attached[0]?.start ?? 0;
  bytes.writeUInt8(bytes.readUInt8(place) ^ 0xff, place);
  writeFileSync(copy, bytes);
  const office = openInstallation('b', 'city');
  const kept = await keepEvidence(copy, attached, office.context().evidence);
  expect(codesOf(kept)).toEqual(['file-unreadable']);
  expect(evidenceOf(office)).toEqual([]);
});

test('no process is held by its thread, whether that had only begun or has answered', async () => {
  const entry = JSON.stringify(new URL('readingThread.ts', import.meta.url).href);
  const file = JSON.stringify(sound[0]);
  const begun = `import { readInThread } from ${entry}; readInThread(${String(cores)}).expect([${file}]);`;
  const asked = `import { readInThread } from ${entry};
    for (let read; !read; await new Promise((resolve) => setTimeout(resolve, 10))) {
      const thread = readInThread(${String(cores)});
      thread.expect([${file}]);
      read = await thread.take(${file});
    }`;
  // Far below the minutes for which the thread stays.
  const options = { timeout: 25_000, killSignal: 'SIGKILL' } as const;
  for (const program of [begun, asked]) {
    const ended = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], options);
    await expect(ended).resolves.toEqual({ stdout: '', stderr: '' });
  }
});

function digestOf({ context }: Installation): string {
  return valueOf(digestOfContent(context(), { assessmentId: null })).digest;
}

/** Digests of the files that are kept. */
function evidenceOf({ folder }: Installation): readonly string[] {
  return readdirSync(path.join(folder, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}
