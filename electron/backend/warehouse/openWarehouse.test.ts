import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAuthority } from '../../../test/helpers/certificates.ts';
import { makeFolderOfSuite } from '../../../test/helpers/packageCommands.ts';
import { ownerPassword, startPostgres, type PostgresServer } from '../../../test/helpers/postgresServer.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { succeed } from '#shared/errors/result.ts';
import { readAddress } from './address.ts';
import { withWarehouse } from './openWarehouse.ts';

const folder = makeFolderOfSuite();
const authority = makeAuthority(path.join(folder, 'ca'));
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ certificate: authority.issue(), asksPassword: true });
});
afterAll(() => server.stop());

const secret = { PGPASSWORD: ownerPassword };

function open(address: string, environment: Readonly<Record<string, string>> = secret) {
  const read = readAddress(address, environment);
  return read.ok
    ? withWarehouse(read.value, ({ schema }) => Promise.resolve(succeed(schema)))
    : Promise.resolve(read);
}

test('the schema is made once, and recorded', async () => {
  const address = await server.createDatabase();
  expect(valueOf(await open(address))).toEqual({ version: 1, applied: ['star-schema'] });
  expect(valueOf(await open(address))).toEqual({ version: 1, applied: [] });
  expect(await server.run(address, 'SELECT number, name FROM thuoc_so.migration')).toEqual([
    { number: 1, name: 'star-schema' },
  ]);
});

test('a schema of a newer program is left alone', async () => {
  const address = await server.createDatabase();
  await open(address);
  await server.run(address, `INSERT INTO thuoc_so.migration (number, name) VALUES (2, 'later')`);
  expect(codesOf(await open(address))).toEqual(['warehouse-too-new']);
});

test('of two publishers the second is told to wait', async () => {
  const address = valueOf(readAddress(await server.createDatabase(), secret));
  const both = await withWarehouse(address, () =>
    withWarehouse(address, () => Promise.resolve(succeed('both'))),
  );
  expect(codesOf(both)).toEqual(['warehouse-busy']);
  expect(valueOf(await withWarehouse(address, () => Promise.resolve(succeed('alone'))))).toBe('alone');
});

test('what cannot be reached or entered is said, without the password', async () => {
  const address = await server.createDatabase();
  const refusals = [
    await open(address, { PGPASSWORD: 'sai mật khẩu' }),
    await open(address.replace('owner@', 'nobody@')),
    await open(address.replace(/\d+$/u, 'absent').replace(/\/kho_absent$/u, '/absent')),
    await open(`postgres://owner@127.0.0.1:1/kho`),
    await open('postgres://owner@no-such-host.invalid/kho?sslmode=disable'),
  ];
  expect(refusals.map(codesOf)).toEqual([
    ['warehouse-login-refused'],
    ['warehouse-login-refused'],
    ['warehouse-unknown'],
    ['warehouse-unreachable'],
    ['warehouse-unreachable'],
  ]);
  expect(JSON.stringify(refusals)).not.toMatch(/sai mật khẩu|chủ-kho/u);
});

test('a role without the right to make a schema is told so', async () => {
  const address = await server.createDatabase();
  await server.run(address, `CREATE ROLE reader LOGIN PASSWORD 'đọc'`);
  const refused = await open(address.replace('owner@', 'reader@'), { PGPASSWORD: 'đọc' });
  expect(codesOf(refused)).toEqual(['warehouse-not-permitted']);
});

test('a server that is restarted while figures are being made was not reachable, whatever comes first', async () => {
  const address = await server.createDatabase();
  const idle = await withWarehouse(valueOf(readAddress(address, secret)), async (warehouse) => {
    await server.run(
      address,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'thuoc-so publish'`,
    );
    await wait(200);
    return succeed(await warehouse.listGroups(''));
  });
  expect(codesOf(idle)).toEqual(['warehouse-unreachable']);
});

test('a server that takes nothing, like the copy of another, lacks a right', async () => {
  const address = await server.createDatabase();
  const database = address.split('/').at(-1) ?? '';
  await server.run(address, `ALTER DATABASE ${database} SET default_transaction_read_only = on`);
  expect(codesOf(await open(address))).toEqual(['warehouse-not-permitted']);
});

test('an encrypted connection trusts the authority that it is told, and the name in the certificate', async () => {
  const address = await server.createDatabase();
  const trusting = `sslrootcert=${authority.caFile}`;
  const stranger = makeAuthority(path.join(folder, 'stranger'));
  expect((await open(`${address}?sslmode=verify-full&${trusting}`)).ok).toBe(true);
  expect((await open(`${address}?sslmode=require`)).ok).toBe(true);
  expect(codesOf(await open(`${address}?sslmode=verify-full`))).toEqual(['warehouse-not-trusted']);
  const wrong = `sslmode=verify-full&sslrootcert=${stranger.caFile}`;
  expect(codesOf(await open(`${address}?${wrong}`))).toEqual(['warehouse-not-trusted']);
});

test('a server without encryption is refused where encryption is asked for', async () => {
  const plain = await startPostgres();
  try {
    expect(codesOf(await open(`${await plain.createDatabase()}?sslmode=require`))).toEqual([
      'warehouse-not-trusted',
    ]);
  } finally {
    await plain.stop();
  }
});
