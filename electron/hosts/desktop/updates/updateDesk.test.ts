import { createWriteStream, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { expect, test, vi } from 'vitest';
import yazl from 'yazl';
import { makeSigningKey } from '#backend/files/keys/signatures.ts';
import type { UpdateSafety } from '#backend/usecases/updates/updateDesk.ts';
import { failWith, succeed } from '#shared/errors/result.ts';
import { writeUpdateFile } from '../../../../scripts/updates/writeUpdateFile.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { recogniseInstallation, type Traces } from './installation.ts';
import { findNewerProgram } from './portableVersions.ts';
import { chooseUpdateFile, restartAs, startBeside } from './restart.ts';
import { createUpdateDesk } from './updateDesk.ts';
import type { UpdateKind } from './updateManifest.ts';

type Electron = typeof import('electron');

const key = makeSigningKey(new Uint8Array(32).fill(3));

function folders() {
  const root = makeTemporaryFolder();
  const [dataFolder, program, stick] = ['data', 'chương trình', 'usb'].map((name) => path.join(root, name));
  for (const folder of [dataFolder, program, stick]) mkdirSync(folder ?? '');
  return { root, dataFolder: dataFolder ?? '', program: program ?? '', stick: stick ?? '' };
}

async function sign(stick: string, kind: UpdateKind, version: string, payload: string | Buffer) {
  const payloadFile = path.join(stick, 'payload.bin');
  const file = path.join(stick, `${version}.thuocso-update`);
  writeFileSync(payloadFile, payload);
  const draft = {
    appVersion: version,
    kind,
    arch: 'x64',
    madeAt: '2026-12-01T02:00:00Z',
    notes: '',
  } as const;
  await writeUpdateFile(file, payloadFile, draft, key);
  return file;
}

function deskOf(
  traces: Partial<Traces> & { executable: string },
  dataFolder: string,
  version: string,
  file: string,
) {
  const restarts: { program: string; words: readonly string[] }[] = [];
  const environment = { LOCALAPPDATA: path.join(path.dirname(traces.executable), 'local') };
  const installation = recogniseInstallation({ isPackaged: true, platform: 'win32', environment, ...traces });
  const desk = createUpdateDesk({
    installation,
    appVersion: version,
    arch: 'x64',
    dataFolder,
    releaseKeys: [key.publicKey],
    now: () => new Date('2026-12-02T03:00:00Z'),
    chooseFile: () => Promise.resolve(file),
    restartAs: (next) => restarts.push(next),
  });
  return { desk, restarts };
}

function safety(given: Partial<UpdateSafety> = {}) {
  const backUp = vi.fn<UpdateSafety['backUp']>(() => succeed({ name: 'copy' }));
  const returnTo = vi.fn<UpdateSafety['returnTo']>(() => succeed(null));
  return { backUp, returnTo, ...given };
}

test('an installed app backs up, keeps the checked installer, starts it when it has ended, and finds the way back', async () => {
  const { dataFolder, program, stick } = folders();
  const executable = path.join(program, 'thuoc-so.exe');
  writeFileSync(path.join(program, 'Uninstall thuoc-so.exe'), '');
  const kept = path.join(program, 'local', 'thuoc-so-setups');
  // The installer of 0.1.0 has kept itself, as resources/installer/installer.nsh says.
  mkdirSync(kept, { recursive: true });
  writeFileSync(path.join(kept, '0.1.0.exe'), 'installer of 0.1.0');
  const file = await sign(stick, 'windows-setup', '0.2.0', 'installer of 0.2.0');
  const { desk, restarts } = deskOf({ executable }, dataFolder, '0.1.0', file);
  expect(valueOf(desk.read())).toEqual({ version: '0.1.0', way: 'file', previous: null });
  expect(await desk.install(safety())).toMatchObject({ errors: [{ code: 'update-none-chosen' }] });
  expect(valueOf(await desk.choose()).update).toMatchObject({ version: '0.2.0', size: 18 });
  expect(restarts).toEqual([]);
  const careful = safety();
  valueOf(await desk.install(careful));
  expect(careful.backUp).toHaveBeenCalledOnce();
  const setup = path.join(kept, '0.2.0.exe');
  expect(readFileSync(setup, 'utf8')).toBe('installer of 0.2.0');
  expect(restarts).toEqual([{ program: setup, words: ['--updated', '/S', '--force-run'] }]);

  const after = deskOf({ executable }, dataFolder, '0.2.0', file);
  const previous = { version: '0.1.0', updatedAt: '2026-12-02T03:00:00.000Z' };
  expect(valueOf(after.desk.read()).previous).toEqual(previous);
  valueOf(await after.desk.goBack(careful));
  expect(careful.returnTo).toHaveBeenCalledWith('copy');
  expect(after.restarts[0]?.program).toBe(path.join(kept, '0.1.0.exe'));
});

test('an AppImage is replaced by one rename, the old one is kept beside it and comes back', async () => {
  const { dataFolder, program, stick } = folders();
  const appImage = path.join(program, 'thuoc-so.AppImage');
  writeFileSync(appImage, 'old image');
  const traces = {
    executable: '/tmp/.mount/thuoc-so',
    platform: 'linux',
    environment: { APPIMAGE: appImage },
  } as const;
  const file = await sign(stick, 'linux-appimage', '0.2.0', 'new image');
  const { desk, restarts } = deskOf(traces, dataFolder, '0.1.0', file);
  valueOf(await desk.choose());
  expect(readFileSync(appImage, 'utf8')).toBe('old image');
  valueOf(await desk.install(safety()));
  expect(readFileSync(appImage, 'utf8')).toBe('new image');
  expect(restarts).toEqual([{ program: appImage, words: [] }]);
  const after = deskOf(traces, dataFolder, '0.2.0', file);
  valueOf(await after.desk.goBack(safety()));
  expect(readFileSync(appImage, 'utf8')).toBe('old image');
  expect(readdirSync(program)).toEqual(['thuoc-so.AppImage']);
});

async function zipOf(files: Readonly<Record<string, string>>, folder: string): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const file = path.join(folder, 'portable.zip');
  await pipeline(zip.outputStream, createWriteStream(file));
  return readFileSync(file);
}

test('a portable folder gets the new version beside the old one; a pointer says which of them starts', async () => {
  const { dataFolder, program, stick } = folders();
  const executable = path.join(program, 'thuoc-so.exe');
  writeFileSync(executable, 'program 0.1.0');
  const zip = await zipOf({ 'thuoc-so.exe': 'program 0.2.0', 'resources/app.asar': 'app' }, stick);
  const file = await sign(stick, 'windows-portable', '0.2.0', zip);
  expect(findNewerProgram(executable, '0.1.0')).toBeNull();
  const { desk, restarts } = deskOf({ executable }, dataFolder, '0.1.0', file);
  valueOf(await desk.choose());
  valueOf(await desk.install(safety()));
  const newer = path.join(program, 'thuoc-so-ban-moi', '0.2.0', 'thuoc-so.exe');
  expect(restarts).toEqual([{ program: newer, words: [] }]);
  expect(readFileSync(newer, 'utf8')).toBe('program 0.2.0');
  expect(findNewerProgram(executable, '0.1.0')).toBe(newer);
  expect(findNewerProgram(newer, '0.2.0')).toBeNull();
  expect(readFileSync(executable, 'utf8')).toBe('program 0.1.0');

  const after = deskOf({ executable: newer }, dataFolder, '0.2.0', file);
  valueOf(await after.desk.goBack(safety()));
  expect(after.restarts).toEqual([{ program: executable, words: [] }]);
  expect(findNewerProgram(executable, '0.1.0')).toBeNull();
});

test('a broken pointer of a portable folder opens what was unpacked first', () => {
  const { program } = folders();
  const executable = path.join(program, 'thuoc-so.exe');
  const versions = path.join(program, 'thuoc-so-ban-moi');
  mkdirSync(versions);
  for (const text of ['', '{', '{"version":"../../evil"}', '{"version":"9.9.9"}']) {
    writeFileSync(path.join(versions, 'dang-dung.json'), text);
    expect(findNewerProgram(executable, '0.1.0'), text).toBeNull();
  }
});

test('nothing is installed or returned to where the backup fails, and a refused file leaves nothing behind', async () => {
  const { dataFolder, program, stick } = folders();
  const appImage = path.join(program, 'thuoc-so.AppImage');
  writeFileSync(appImage, 'old image');
  const traces = { executable: '/tmp/x', platform: 'linux', environment: { APPIMAGE: appImage } } as const;
  const file = await sign(stick, 'linux-appimage', '0.2.0', 'new image');
  const { desk, restarts } = deskOf(traces, dataFolder, '0.1.0', file);
  valueOf(await desk.choose());
  const full = safety({ backUp: () => failWith('disk-full') });
  expect(await desk.install(full)).toMatchObject({ errors: [{ code: 'disk-full' }] });
  expect(readFileSync(appImage, 'utf8')).toBe('old image');
  expect(await desk.goBack(safety())).toMatchObject({ errors: [{ code: 'update-no-way-back' }] });
  const tooOld = deskOf(traces, dataFolder, '0.2.0', file);
  expect(await tooOld.desk.choose()).toMatchObject({ errors: [{ code: 'update-not-newer' }] });
  expect(readdirSync(program)).toEqual(['thuoc-so.AppImage']);
  expect([...restarts, ...tooOld.restarts]).toEqual([]);
  expect(existsSync(path.join(dataFolder, 'last-update.json'))).toBe(false);
});

test('a copy that the system installed, or that runs from sources, says so and takes no file', async () => {
  const { dataFolder } = folders();
  const deb = deskOf(
    { executable: '/opt/thuoc-so/thuoc-so', platform: 'linux', environment: {} },
    dataFolder,
    '0.1.0',
    '',
  );
  expect(valueOf(deb.desk.read()).way).toBe('system');
  const source = deskOf({ executable: '/x/electron', isPackaged: false }, dataFolder, '0.1.0', '');
  expect(valueOf(source.desk.read()).way).toBe('source');
  expect(await source.desk.choose()).toMatchObject({ errors: [{ code: 'update-not-here' }] });
});

test('the dialog offers update files, and the next program starts only when this one has ended', async () => {
  const showOpenDialog = vi.fn<Electron['dialog']['showOpenDialog']>(() =>
    Promise.resolve({ canceled: false, filePaths: ['/usb/a.thuocso-update'] }),
  );
  const t = ((name: string) => name) as Parameters<typeof chooseUpdateFile>[1];
  expect(await chooseUpdateFile({ showOpenDialog }, t)).toBe('/usb/a.thuocso-update');
  showOpenDialog.mockResolvedValue({ canceled: true, filePaths: [] });
  expect(await chooseUpdateFile({ showOpenDialog }, t)).toBeNull();
  const order: string[] = [];
  const app: Pick<Electron['app'], 'relaunch' | 'quit'> = {
    relaunch: (options) => order.push(JSON.stringify(options)),
    quit: () => order.push('quit'),
  };
  restartAs(app, { program: '/a', words: [] }, ['--lang=en']);
  restartAs(app, { program: '/setup', words: ['/S'] }, ['--lang=en']);
  expect(order).toEqual([
    '{"execPath":"/a","args":["--lang=en"]}',
    'quit',
    '{"execPath":"/setup","args":["/S"]}',
    'quit',
  ]);
});

test('a newer program that the system does not start leaves this one to go on', async () => {
  const { stick } = folders();
  const [started, text] = [path.join(stick, 'started'), path.join(stick, 'text')];
  writeFileSync(text, 'not a program');
  expect(startBeside(text, [])).toBe(false);
  expect(startBeside(path.join(stick, 'missing'), [])).toBe(false);
  const program = `require('node:fs').writeFileSync(${JSON.stringify(started)}, '')`;
  expect(startBeside(process.execPath, ['--eval', program])).toBe(true);
  await vi.waitFor(() => expect(existsSync(started)).toBe(true), { timeout: 20_000 });
});
