import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { readAddress } from './address.ts';

const nobody = { USER: 'an' };

test('an address says what it says, and the environment what it leaves out', () => {
  expect(valueOf(readAddress('postgres://kho@db.example.vn:5433/scores', nobody))).toMatchObject({
    host: 'db.example.vn',
    port: 5433,
    user: 'kho',
    database: 'scores',
    password: undefined,
  });
  const environment = {
    PGHOST: 'other',
    PGUSER: 'binh',
    PGDATABASE: 'scores',
    PGPASSWORD: 'bí mật',
    PGPORT: '6000',
  };
  expect(valueOf(readAddress('postgresql://', environment))).toMatchObject({
    host: 'other',
    port: 6000,
    user: 'binh',
    database: 'scores',
    password: 'bí mật',
  });
  expect(valueOf(readAddress('postgres:///scores?host=/run/postgresql', nobody))).toMatchObject({
    host: '/run/postgresql',
    user: 'an',
    database: 'scores',
    ssl: false,
  });
  expect(valueOf(readAddress('postgres://kho@[::1]:80/scores', nobody))).toMatchObject({
    host: '::1',
    port: 80,
  });
});

test('to another machine the connection is encrypted and the server checked unless told otherwise', () => {
  const sslOf = (address: string, environment = {}) =>
    valueOf(readAddress(address, { ...nobody, ...environment })).ssl;
  expect(sslOf('postgres://kho@db.example.vn/scores')).toMatchObject({ rejectUnauthorized: true });
  expect(sslOf('postgres://kho@db.example.vn/scores?sslmode=require')).toMatchObject({
    rejectUnauthorized: false,
  });
  expect(sslOf('postgres://kho@db.example.vn/scores', { PGSSLMODE: 'verify-ca' })).toMatchObject({
    rejectUnauthorized: true,
    checkServerIdentity: expect.any(Function) as unknown,
  });
  expect(sslOf('postgres://kho@db.example.vn/scores?sslmode=disable')).toBe(false);
  expect(sslOf('postgres://kho@localhost/scores')).toBe(false);
});

test('a service of a service file is found by name, with its password', () => {
  const folder = makeTemporaryFolder();
  const file = path.join(folder, 'services.conf');
  writeFileSync(
    file,
    '# comment\n[kho]\nhost=10.0.0.1\nport = 5434\ndbname=scores\nuser=kho\npassword=a=b\nsslmode=require\n[other]\nhost=x\n',
  );
  const environment = { ...nobody, PGSERVICEFILE: file };
  const expected = { host: '10.0.0.1', port: 5434, database: 'scores', user: 'kho', password: 'a=b' };
  expect(valueOf(readAddress('service=kho', environment))).toMatchObject(expected);
  expect(valueOf(readAddress('postgres://', { ...environment, PGSERVICE: 'kho' }))).toMatchObject(expected);
  expect(codesOf(readAddress('service=none', environment))).toEqual(['warehouse-service-unknown']);
});

test.each([
  ['postgres://kho:secret@localhost/scores', 'warehouse-password-in-address'],
  ['postgres://kho@localhost/scores?password=secret', 'warehouse-password-in-address'],
  ['mysql://kho@localhost/scores', 'warehouse-address-malformed'],
  ['kho', 'warehouse-address-malformed'],
  ['postgres://kho%zz@localhost/scores', 'warehouse-address-malformed'],
  ['postgres://kho@localhost/100%', 'warehouse-address-malformed'],
  ['postgres://kho@localhost:99999/scores', 'warehouse-address-malformed'],
  ['postgres://kho@localhost/scores?sslmode=perhaps', 'warehouse-address-malformed'],
  ['postgres://kho@localhost/scores?sslmode=verify-ca&sslrootcert=/absent', 'file-unreadable'],
])('%s is refused', (address, code) => {
  expect(codesOf(readAddress(address, nobody))).toEqual([code]);
});
