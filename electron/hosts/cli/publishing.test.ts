import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { feedSchema } from '#shared/format/feed.ts';
import { runCommand, spawnCommand } from '../../../test/helpers/commandLine.ts';
import { makeFilledDatabase } from '../../../test/helpers/filledDatabase.ts';
import { ownerPassword, startPostgres, type PostgresServer } from '../../../test/helpers/postgresServer.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ asksPassword: true });
});
afterAll(() => server.stop());

function withPassword(password: string): void {
  const before = process.env['PGPASSWORD'];
  process.env['PGPASSWORD'] = password;
  onTestFinished(() => {
    if (before === undefined) delete process.env['PGPASSWORD'];
    else process.env['PGPASSWORD'] = before;
  });
}

test('publish writes once, then says that nothing was to be written, each in one line', async () => {
  withPassword(ownerPassword);
  const { file } = makeFilledDatabase();
  const args = ['publish', '--db', file, '--to', await server.createDatabase(), '--json'];
  const first = await runCommand(...args);
  expect(first.exitCode, first.stderr).toBe(0);
  expect(first.stdout.trim().split('\n')).toHaveLength(1);
  expect(JSON.parse(first.stdout)).toMatchObject({
    units: 4,
    written: 4,
    isUnchanged: false,
    schemaVersion: 1,
  });
  const second = await spawnCommand(args);
  expect(JSON.parse(second.stdout)).toMatchObject({ units: 4, written: 0, rows: 0, isUnchanged: true });
  expect(second.stderr).toBe('');
});

test('what passes by itself has its own exit code, and no password is told', async () => {
  withPassword('sai mật khẩu');
  const { file } = makeFilledDatabase();
  const address = await server.createDatabase();
  const refused = await runCommand('publish', '--db', file, '--to', address, '--json');
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('[warehouse-login-refused]');
  const away = await runCommand(
    'publish',
    '--db',
    file,
    '--to',
    'postgres://owner@127.0.0.1:1/kho',
    '--json',
  );
  expect(away.exitCode).toBe(4);
  const told = await runCommand(
    'publish',
    '--db',
    file,
    '--to',
    address.replace('owner@', 'owner:bí%20mật@'),
  );
  expect(told.exitCode).toBe(1);
  expect(told.stderr).toContain('[warehouse-password-in-address]');
  expect(JSON.stringify([refused, away, told])).not.toMatch(/sai mật khẩu|bí/u);
});

test('open-data and feed write what they say, and say it in one line', async () => {
  const { file, folder } = makeFilledDatabase();
  const open = await runCommand('open-data', '--db', file, '--period', '2026', '--out', folder, '--json');
  expect(open.exitCode, open.stderr).toBe(0);
  expect(JSON.parse(open.stdout)).toMatchObject({
    folder: path.join(folder, 'da-nang-phuong-xa_2026'),
    isChanged: true,
    units: 4,
  });
  const again = await runCommand('open-data', '--db', file, '--period', '2026', '--out', folder, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ isChanged: false });
  const out = path.join(folder, 'feed.json');
  const feed = await runCommand('feed', '--db', file, '--out', out, '--json');
  expect(feed.exitCode, feed.stderr).toBe(0);
  expect(feed.stdout.trim().split('\n')).toHaveLength(1);
  expect(feedSchema.parse(JSON.parse(readFileSync(out, 'utf8')))).toMatchObject({ units: 4, arrived: 4 });
});
