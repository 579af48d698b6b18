import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  fromRealContent,
  makeTestSurroundings,
  valueOf,
} from '../../../../test/helpers/testWorkspace.ts';
import { succeed } from '#shared/errors/result.ts';
import { openBackend } from '../../backend.ts';
import { migrations } from '../../db/migrations.ts';
import { openDatabase } from '../../db/openDatabase.ts';
import { withoutUpdates, type UpdateDesk } from './updateDesk.ts';

const copyName = 'thuoc-so.sqlite.20261121T070000000Z.before-update.sqlite';
const today = new Date('2026-11-21T08:00:00.000Z');

/** A backend whose host goes back to `copyName`, and says afterwards what it was told. */
function openWithDesk(folder: string, given: Partial<UpdateDesk>) {
  const options = { ...fromRealContent(), ...makeTestSurroundings(), newId: () => crypto.randomUUID() };
  return valueOf(
    openBackend({
      ...options,
      databaseFile: path.join(folder, 'thuoc-so.sqlite'),
      appVersion: '0.2.0',
      log: () => undefined,
      updates: { ...withoutUpdates('0.2.0'), ...given },
    }),
  );
}

/** The copy that the version before made, in its own schema. */
function makeCopy(folder: string, schema: number): void {
  const file = path.join(makeTemporaryFolder(), 'old.sqlite');
  const database = valueOf(openDatabase(file, migrations.slice(0, schema), today));
  database.exec(`INSERT INTO replica (id, is_own) VALUES ('ours', 1)`);
  database.pragma('journal_mode = DELETE');
  database.close();
  mkdirSync(path.join(folder, 'backups'), { recursive: true });
  copyFileSync(file, path.join(folder, 'backups', copyName));
}

function versionOf(folder: string): unknown {
  const database = new Database(path.join(folder, 'thuoc-so.sqlite'), { readonly: true });
  const version = database.pragma('user_version', { simple: true });
  database.close();
  return version;
}

test('before an update the database is copied aside, and the copy says why it was made', async () => {
  const folder = makeTemporaryFolder();
  const backend = openWithDesk(folder, {
    install: (safety) => {
      const saved = safety.backUp();
      return Promise.resolve(saved.ok ? succeed({}) : saved);
    },
  });
  valueOf(await backend.call('updates.install', {}));
  const listed = valueOf(await backend.call('backups.list', {})) as { reason: string }[];
  expect(listed.map(({ reason }) => reason)).toEqual(['before-update']);
  backend.close();
});

test('going back over another schema closes the backend, puts the copy in place as it is, and keeps what came after', async () => {
  const folder = makeTemporaryFolder();
  const older = migrations.length - 1;
  const backend = openWithDesk(folder, {
    goBack: (safety) => {
      const returned = safety.returnTo(copyName);
      return Promise.resolve(returned.ok ? succeed({}) : returned);
    },
  });
  makeCopy(folder, older);
  valueOf(await backend.call('updates.goBack', {}));
  expect(codesOf(await backend.call('app.status', {}))).toEqual(['backend-unreachable']);
  expect(versionOf(folder)).toBe(older);
  const kept = readdirSync(path.join(folder, 'backups')).filter((name) => name.includes('before-restore'));
  expect(kept).toHaveLength(1);
  expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
});

test('going back over the same schema leaves the data as they are', async () => {
  const folder = makeTemporaryFolder();
  const backend = openWithDesk(folder, {
    goBack: (safety) => {
      const returned = safety.returnTo(copyName);
      return Promise.resolve(returned.ok ? succeed({}) : returned);
    },
  });
  makeCopy(folder, migrations.length);
  valueOf(await backend.call('app.setLanguage', { language: 'en' }));
  valueOf(await backend.call('updates.goBack', {}));
  expect(valueOf(await backend.call('app.status', {}))).toMatchObject({ language: 'en' });
  backend.close();
});

test('a host that cannot update the app says so', async () => {
  const backend = openWithDesk(makeTemporaryFolder(), {});
  expect(valueOf(await backend.call('updates.read', {}))).toEqual({
    version: '0.2.0',
    way: 'browser',
    previous: null,
  });
  for (const name of ['updates.choose', 'updates.install', 'updates.goBack']) {
    expect(await backend.call(name, {})).toMatchObject({ errors: [{ code: 'update-not-here' }] });
  }
  backend.close();
});
