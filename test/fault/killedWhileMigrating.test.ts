import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '#backend/db/migrations.ts';
import { openStore } from '#backend/db/store.ts';
import { succeed } from '#shared/errors/result.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { makeTestSurroundings, valueOf } from '../helpers/testWorkspace.ts';
import { startChild } from './childProcess.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';
import { rowsOfSlowMigration, slowMigrations } from './slowMigrations.ts';

const kills = 12;

test('a kill during a migration leaves the old version or the new one, whole', async () => {
  const seed = chooseSeed();
  console.log(`seed ${String(seed)}`);
  const random = makeRandom(seed);
  const original = makeDatabase();
  const duration = await measureMigration(copyOf(original));
  let interrupted = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const databaseFile = copyOf(original);
    const child = startChild('migrateUntilKilled.ts', [databaseFile]);
    await child.waitForLine('begins');
    await wait(random(duration));
    await child.kill();
    const found = inspect(databaseFile);
    expect(found, `seed ${String(seed)}, kill ${String(kill)}`).toMatchObject({
      integrity: 'ok',
      language: '"en"',
    });
    expect([oldState, newState]).toContainEqual({ version: found.version, rows: found.rows });
    if (found.version === oldState.version) interrupted += 1;
    checkCopies(databaseFile);
    finishMigration(databaseFile);
    expect(inspect(databaseFile)).toEqual({ integrity: 'ok', language: '"en"', ...newState });
    rmSync(path.dirname(databaseFile), { recursive: true });
  }
  console.log(`${String(interrupted)} of ${String(kills)} kills interrupted the migration`);
  expect(interrupted).toBeGreaterThan(0);
});

const oldState = { version: migrations.length, rows: 0 };
const newState = { version: migrations.length + slowMigrations.length, rows: rowsOfSlowMigration };

function makeDatabase(): string {
  const databaseFile = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  const store = valueOf(openStore({ databaseFile, ...makeTestSurroundings() }));
  valueOf(store.write((writer) => succeed(writer.writeSetting('language', 'en'))));
  store.close();
  return databaseFile;
}

function copyOf(databaseFile: string): string {
  const copy = path.join(makeTemporaryFolder(), 'thuoc-so.sqlite');
  cpSync(databaseFile, copy);
  return copy;
}

function finishMigration(databaseFile: string): void {
  const options = { databaseFile, migrations: [...migrations, ...slowMigrations] };
  // A copy counts under a name of its own.
  valueOf(openStore({ ...options, ...makeTestSurroundings(), newId: randomUUID })).close();
}

/** How long the whole takes here and now. */
async function measureMigration(databaseFile: string): Promise<number> {
  const child = startChild('migrateUntilKilled.ts', [databaseFile]);
  await child.waitForLine('begins');
  const begin = performance.now();
  await child.waitForLine('migrated');
  await child.kill();
  return Math.ceil(performance.now() - begin);
}

interface Found {
  readonly integrity: unknown;
  readonly language: unknown;
  readonly version: unknown;
  readonly rows: unknown;
}

function inspect(file: string): Found {
  const database = new Database(file);
  const hasTable = database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'filled'`).get() !== undefined;
  const found = {
    integrity: database.pragma('integrity_check', { simple: true }),
    version: database.pragma('user_version', { simple: true }),
    language: database.prepare('SELECT value FROM setting').pluck().get(),
    rows: hasTable ? database.prepare('SELECT count(*) FROM filled').pluck().get() : 0,
  };
  database.close();
  return found;
}

/** Whatever bears the name of a copy is one. */
function checkCopies(databaseFile: string): void {
  const folder = path.join(path.dirname(databaseFile), 'backups');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.sqlite'))) {
    expect(inspect(path.join(folder, name))).toMatchObject({ integrity: 'ok', version: migrations.length });
  }
}
