import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace } from '#backend/backend.ts';
import { takeDatabaseLock } from '#backend/db/databaseLock.ts';
import { saveTarget } from '#backend/usecases/sync/targets.ts';
import { openApachePlace, type Place } from '../../../test/sync/places.ts';
import { runCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import { openInstallation, type Installation } from '../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import {
  fromRealContent,
  makeTestSurroundings,
  openTestWorkspace,
  valueOf,
} from '../../../test/helpers/testWorkspace.ts';
import { nameTarget } from './namedTarget.ts';

interface Office {
  readonly folder: string;
  readonly database: string;
  /** Of its only assessment. */
  readonly id: string;
}

async function openOffice(): Promise<Office> {
  const folder = makeTemporaryFolder();
  const database = path.join(folder, 'data.sqlite');
  const answers = writeAnswers(folder, { '1.6': { value: true } });
  const { stdout } = await runCommand('apply', answers, '--db', database);
  return { folder, database, id: stdout.trim() };
}

/** The options by which a command enters a place, with files for its secrets. */
function entering(place: Place, password = place.password): readonly string[] {
  const folder = makeTemporaryFolder();
  const [ca, credentials] = [path.join(folder, 'ca.pem'), path.join(folder, 'dav.txt')];
  writeFileSync(ca, place.authority ?? '');
  writeFileSync(credentials, `${place.user}\n${password}\n`);
  chmodSync(credentials, 0o600);
  return ['--ca', ca, '--credentials-file', credentials];
}

async function sync(office: Office, place: string, ...more: readonly string[]) {
  const run = await runCommand('sync', '--db', office.database, '--target', place, '--json', ...more);
  return { ...run, told: JSON.parse(run.stdout) as Readonly<Record<string, unknown>> };
}

/** The same with the data file of an installation that is closed. */
async function syncOf({ folder }: Installation, place: string, ...more: readonly string[]) {
  return await sync({ folder, database: path.join(folder, 'thuoc-so.sqlite'), id: '' }, place, ...more);
}

function signYes(installation: Installation, id: string): void {
  installation.record(id, { criterionId: 'px-006', field: 'value', value: true });
  installation.sign(id);
}

test('nothing is sent unless the command says what; then it is sent once, and told in one line', async () => {
  const office = await openOffice();
  const share = makeTemporaryFolder();
  expect(await sync(office, share)).toMatchObject({ exitCode: 0, told: { queued: 0, sent: 0 } });
  expect(readdirSync(share)).toEqual([]);
  const first = await sync(office, share, '--assessment', office.id);
  expect(first).toMatchObject({ exitCode: 0, stderr: '', told: { target: share, queued: 1, sent: 1 } });
  expect(first.stdout).toMatch(/^\{.*\}\n$/u);
  expect(readdirSync(path.join(share, '2026', '20242'))).toHaveLength(1);
  expect(await sync(office, share)).toMatchObject({ exitCode: 0, told: { sent: 0, waiting: 0 } });
  expect(await sync(office, share, '--all')).toMatchObject({ exitCode: 0, told: { queued: 0 } });
});

test('what one data file sends, another fetches, with receipts for what it imported', async () => {
  const office = await openOffice();
  const share = makeTemporaryFolder();
  await sync(office, share, '--push', '--assessment', office.id);
  const city = { ...office, database: path.join(office.folder, 'city.sqlite') };
  await runCommand('import', '--db', city.database, makeTemporaryFolder());
  const fetched = await sync(city, share, '--pull');
  expect(fetched).toMatchObject({ exitCode: 4, told: { fetched: 1, imported: 1, receipts: 1, waiting: 1 } });
  expect(await sync(city, share)).toMatchObject({ exitCode: 0, told: { fetched: 0, sent: 1, waiting: 0 } });
  const list = await runCommand('list', '--db', city.database, '--json');
  expect(JSON.parse(list.stdout)).toHaveLength(1);
});

test('an assessment that cannot be written is told of, and keeps neither others nor the fetching back', async () => {
  const share = makeTemporaryFolder();
  const ward = openInstallation('an-khe', 'commune', '20200');
  signYes(ward, ward.create());
  ward.close();
  expect(await syncOf(ward, share, '--push', '--all')).toMatchObject({ told: { queued: 1, notQueued: [] } });
  const office = openInstallation('van-phong');
  const lacking = office.create('20242');
  const card = { number: '1', date: '', issuer: '', title: 'Kế hoạch', page: '' };
  const proof = path.join(office.folder, 'ke-hoach.txt');
  writeFileSync(proof, 'Kế hoạch');
  const file = { ...valueOf(await office.context().evidence.add(proof)) };
  office.record(lacking, { criterionId: 'px-006', field: 'evidence', value: [{ ...card, file }] });
  for (const id of [lacking, office.create('20197')]) signYes(office, id);
  office.close();
  rmSync(path.join(office.folder, 'evidence', file.sha256.slice(0, 2), file.sha256));
  const run = await syncOf(office, share, '--all', '--results', '2026');
  expect(run).toMatchObject({ exitCode: 1, told: { queued: 1, sent: 2, imported: 1, errors: [] } });
  const unit = { code: '20242', name: 'Phường Hải Châu' };
  expect(run.told['notQueued']).toMatchObject([
    { assessment: lacking, unit, period: '2026', code: 'evidence-file-missing' },
    { assessment: null, unit: null, period: '2026', code: 'no-results' },
  ]);
  expect(run.stderr).toMatch(/^Phường Hải Châu \(20242\), 2026: .+ \[evidence-file-missing\]$/mu);
});

test('a data file that somebody else holds ends in an exit code of its own', async () => {
  const office = await openOffice();
  const lock = takeDatabaseLock(office.database, 0);
  try {
    expect(await sync(office, makeTemporaryFolder())).toMatchObject({
      exitCode: 3,
      told: { errors: [{ code: 'database-in-use' }] },
    });
  } finally {
    lock.release();
  }
});

test('a stick that is not plugged in passes by itself; what waits for it goes out when it is back', async () => {
  const office = await openOffice();
  const stick = path.join(makeTemporaryFolder(), 'usb');
  const away = await sync(office, stick, '--push', '--assessment', office.id);
  expect(away).toMatchObject({ exitCode: 4, told: { sent: 0, errors: [{ code: 'target-absent' }] } });
  expect(away.stderr).toContain('[target-absent]');
  mkdirSync(stick);
  expect(await sync(office, stick)).toMatchObject({ exitCode: 4, told: { sent: 0 } });
  expect(await sync(office, stick, '--now')).toMatchObject({ exitCode: 0, told: { sent: 1, failures: [] } });
});

test('a server is entered with credentials that stay where they are', async () => {
  const office = await openOffice();
  const place = await openApachePlace();
  const access = entering(place);
  const sent = await sync(office, place.address, '--assessment', office.id, ...access);
  expect(sent).toMatchObject({ exitCode: 0, stderr: '', told: { sent: 1, failures: [] } });
  expect(sent.stdout).not.toContain(place.password);
  for (const name of readdirSync(office.folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    expect(readFileSync(path.join(name.parentPath, name.name)).includes(place.password)).toBe(false);
  }
});

test('a place that was set up on the screen is meant by its name, also with credentials of the command', async () => {
  const office = await openOffice();
  const { address, user, authority, ...place } = await openApachePlace();
  const surroundings = { ...fromRealContent(), ...makeTestSurroundings(), newId: () => crypto.randomUUID() };
  const workspace = valueOf(openWorkspace({ databaseFile: office.database, ...surroundings }));
  const name = 'Máy chủ thành phố';
  const server = { id: null, kind: 'webdav', name, address, userName: user, authority } as const;
  valueOf(saveTarget(workspace.context, server));
  workspace.close();
  const access = entering({ ...place, address, user, authority });
  const told = { target: address, sent: 1, failures: [] };
  expect(await sync(office, name, '--assessment', office.id, ...access)).toMatchObject({ exitCode: 0, told });
});

test('a wrong password and an unknown authority wait for a person, and say so in their language', async () => {
  const office = await openOffice();
  const place = await openApachePlace();
  const wrong = await sync(office, place.address, '--assessment', office.id, ...entering(place, 'sai'));
  expect(wrong).toMatchObject({ exitCode: 1, told: { errors: [{ code: 'target-password-wrong' }] } });
  const right = await sync(office, place.address, '--now', ...entering(place));
  expect(right).toMatchObject({ exitCode: 0, told: { sent: 1 } });
  const [, , ...withoutCa] = entering(place);
  const other = { ...(await openOffice()) };
  const untrusted = await sync(other, place.address, '--assessment', other.id, '--lang', 'en', ...withoutCa);
  expect(untrusted).toMatchObject({ exitCode: 1, told: { errors: [{ code: 'certificate-untrusted' }] } });
  expect(untrusted.stderr).toMatch(/certificate/iu);
});

test('a place is tried out step by step, and nothing of it stays', async () => {
  const place = await openApachePlace();
  const good = await runCommand('targets', 'check', place.address, '--json', ...entering(place));
  expect(good).toMatchObject({ exitCode: 0, stderr: '' });
  const told = JSON.parse(good.stdout) as { steps: { step: string; error: unknown }[] };
  expect(told).toMatchObject({ works: true });
  expect(told.steps.map(({ step, error }) => [step, error])).toEqual(
    ['list', 'write', 'read-back', 'move', 'refuse-overwriting', 'remove'].map((step) => [step, null]),
  );
  expect(readdirSync(place.folder)).toEqual([]);
  const text = await runCommand('targets', 'check', makeTemporaryFolder(), '--lang', 'en');
  expect(text).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/No overwriting +works/u) as string,
  });
  rmSync(place.folder, { recursive: true });
  const bad = await runCommand('targets', 'check', place.address, '--json', ...entering(place));
  expect(bad.exitCode).toBe(1);
  expect(JSON.parse(bad.stdout)).toMatchObject({ works: false });
});

test('a server that was set up on the screen is the same however its host is written', () => {
  const { context } = openTestWorkspace(makeTemporaryFolder());
  const server = { id: null, kind: 'webdav', name: 'Máy chủ', userName: 'hai-chau' } as const;
  const { id } = valueOf(saveTarget(context, { ...server, address: 'https://tep.danang.example/dav' }));
  const access = { authority: null, credentials: null };
  for (const place of ['https://TEP.danang.example/dav/', 'https://tep.danang.example:443/dav']) {
    expect(valueOf(nameTarget(context, place, access))).toEqual({ id });
  }
});
