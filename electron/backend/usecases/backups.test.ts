import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  fromRealContent,
  makeTestSurroundings,
  openTestWorkspace,
  valueOf,
} from '../../../test/helpers/testWorkspace.ts';
import { succeed } from '#shared/errors/result.ts';
import { openWorkspace } from '../backend.ts';
import { applicationId } from '../db/migrateDatabase.ts';
import { migrations } from '../db/migrations.ts';
import { backUpIfDue, createBackup, listBackups, restoreBackup, restoreSteps } from './backups.ts';
import type { UseCaseContext } from './context.ts';
import { createAssessment } from './createAssessment.ts';
import { readLanguage } from './language.ts';
import { recordAnswers } from './recordAnswers.ts';

const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };

interface Opened {
  readonly folder: string;
  readonly context: UseCaseContext;
  readonly id: string;
}

/** A workspace with one assessment whose explanation says "trước". */
function openWithAnswer(): Opened {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  const { id } = valueOf(createAssessment(context, choice));
  explain(context, id, 'trước');
  return { folder, context, id };
}

function explain(context: UseCaseContext, id: string, value: string): void {
  const edits = [{ criterionId: 'px-006', field: 'explanation' as const, value }];
  valueOf(recordAnswers(context, { assessmentId: id, edits }));
}

function readExplanations(context: UseCaseContext): readonly unknown[] {
  const cells = valueOf(
    context.store.read((reader) =>
      succeed(reader.listAssessments().flatMap(({ number }) => reader.readCells(number))),
    ),
  );
  return cells.map((cell) => cell.value);
}

function readReplicas(file: string): readonly { id: string; isOwn: number }[] {
  const database = new Database(file, { readonly: true });
  const rows = database
    .prepare<[], { id: string; isOwn: number }>('SELECT id, is_own AS isOwn FROM replica ORDER BY number')
    .all();
  database.close();
  return rows;
}

test('a backup is a whole database that names its reason, its time and its size', () => {
  const { folder, context } = openWithAnswer();
  const { name } = valueOf(createBackup(context, 'manual'));
  const [listed] = valueOf(listBackups(context));
  expect(listed).toMatchObject({ name, reason: 'manual' });
  expect(listed?.createdAt).toMatch(/^2026-11-21T08:00:/u);
  const copy = path.join(folder, 'backups', name);
  const database = new Database(copy, { readonly: true });
  onTestFinished(() => void database.close());
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.prepare('SELECT count(*) FROM change').pluck().get()).toBe(1);
});

test('what is no finished backup of this database is not listed', () => {
  const { folder, context } = openWithAnswer();
  const { name } = valueOf(createBackup(context, 'manual'));
  for (const other of [`${name}.unfinished`, `another-${name}`, 'ghi chú.txt']) {
    writeFileSync(path.join(folder, 'backups', other), '');
  }
  expect(valueOf(listBackups(context)).map((backup) => backup.name)).toEqual([name]);
  valueOf(createBackup(context, 'manual'));
  expect(readdirSync(path.join(folder, 'backups'))).not.toContain(`${name}.unfinished`);
});

test('restoring brings the old content back and sets the present one aside', () => {
  const { context, id } = openWithAnswer();
  const { name } = valueOf(createBackup(context, 'manual'));
  explain(context, id, 'sau');
  valueOf(restoreBackup(context, name));
  expect(readExplanations(context)).toEqual(['trước']);
  const aside = valueOf(listBackups(context)).find((backup) => backup.reason === 'before-restore');
  valueOf(restoreBackup(context, aside?.name ?? ''));
  expect(readExplanations(context)).toEqual(['sau']);
});

test('after a restore work goes on, survives a restart, and its edits carry a new replica', () => {
  const { folder, context, id } = openWithAnswer();
  const file = path.join(folder, 'thuoc-so.sqlite');
  const { name } = valueOf(createBackup(context, 'manual'));
  explain(context, id, 'sau khi sao lưu');
  const before = readReplicas(file);
  valueOf(restoreBackup(context, name));
  explain(context, id, 'sau khi khôi phục');
  const changes = valueOf(context.store.read((reader) => succeed(reader.listChanges(1))));
  const dots = changes.map(({ dot }) => dot.join(' '));
  expect(new Set(dots).size).toBe(changes.length);
  const replicas = readReplicas(file);
  expect(replicas.filter(({ isOwn }) => isOwn === 1)).toHaveLength(1);
  expect(replicas).toHaveLength(before.length + 1);
  const own = replicas.find(({ isOwn }) => isOwn === 1);
  expect(before.map((replica) => replica.id)).not.toContain(own?.id);
  expect(changes.at(-1)?.dot).toEqual([own?.id, 1]);
  context.store.close();
  const options = { databaseFile: file, ...fromRealContent(), ...makeTestSurroundings() };
  const reopened = valueOf(openWorkspace(options));
  expect(readExplanations(reopened.context)).toEqual(['sau khi khôi phục']);
  reopened.close();
});

test('a backup of an older version of the app is brought up to date on the way', () => {
  const { folder, context } = openWithAnswer();
  const name = 'thuoc-so.sqlite.20250101T000000000Z.automatic.sqlite';
  mkdirSync(path.join(folder, 'backups'));
  const first = new Database(path.join(folder, 'backups', name));
  first.exec(migrations[0]?.sql ?? '');
  first.exec(`INSERT INTO replica (id, is_own) VALUES ('old', 1);
    INSERT INTO setting (name, value) VALUES ('language', '"en"');
    PRAGMA user_version = 1;
    PRAGMA application_id = ${String(applicationId)}`);
  first.close();
  valueOf(restoreBackup(context, name));
  expect(valueOf(readLanguage(context))).toBe('en');
  expect(readReplicas(context.store.file)[0]).toEqual({ id: 'old', isOwn: 0 });
  const database = new Database(context.store.file, { readonly: true });
  expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
  database.close();
  expect(readdirSync(path.join(folder, 'backups')).join()).not.toContain('before-migration');
});

test.each([
  ['cut short', 'backup-damaged', (file: string) => truncateSync(file, 8192)],
  ['emptied', 'backup-damaged', (file: string) => truncateSync(file, 0)],
  ['overwritten with text', 'backup-damaged', (file: string) => writeFileSync(file, 'không phải dữ liệu')],
  ['of another program', 'backup-damaged', (file: string) => changePragma(file, 'application_id = 7')],
  ['of a newer app', 'backup-too-new', (file: string) => changePragma(file, 'user_version = 9999')],
])('a backup that was %s is refused by name and everything stays as it was', (_, code, spoil) => {
  const { folder, context } = openWithAnswer();
  const { name } = valueOf(createBackup(context, 'manual'));
  spoil(path.join(folder, 'backups', name));
  expect(codesOf(restoreBackup(context, name))).toEqual([code]);
  expect(readExplanations(context)).toEqual(['trước']);
  expect(readdirSync(path.join(folder, 'backups'))).toEqual([name]);
  expect(existsSync(path.join(folder, 'thuoc-so.sqlite.restoring'))).toBe(false);
});

function changePragma(file: string, pragma: string): void {
  const database = new Database(file);
  database.pragma(pragma);
  database.close();
}

test.each(['absent.sqlite', '../thuoc-so.sqlite', ''])(
  'a name that is not in the list is refused: %s',
  (name) => {
    const { folder, context } = openWithAnswer();
    copyFileSync(path.join(folder, 'thuoc-so.sqlite'), path.join(folder, 'absent.sqlite'));
    expect(codesOf(restoreBackup(context, name))).toEqual(['backup-unknown']);
  },
);

test('while a foreign program reads the database a restore is refused and nothing has changed', () => {
  const { folder, context, id } = openWithAnswer();
  const { name } = valueOf(createBackup(context, 'manual'));
  explain(context, id, 'sau');
  const viewer = new Database(path.join(folder, 'thuoc-so.sqlite'));
  viewer.prepare('SELECT count(*) FROM change').get();
  expect(codesOf(restoreBackup(context, name))).toEqual(['database-in-use']);
  expect(readExplanations(context)).toEqual(['sau']);
  viewer.close();
  valueOf(restoreBackup(context, name));
  expect(readExplanations(context)).toEqual(['trước']);
});

test.each(restoreSteps)(
  'a restore that fails after "%s" leaves the old content or the new, in use',
  (failing) => {
    const { context, id } = openWithAnswer();
    const { name } = valueOf(createBackup(context, 'manual'));
    explain(context, id, 'sau');
    const restore = () =>
      restoreBackup(context, name, (step) => {
        if (step === failing) throw new Error('cut off');
      });
    expect(restore).toThrow('cut off');
    const isSwapped = failing === 'swapped' || failing === 'reopened';
    expect(readExplanations(context)).toEqual([isSwapped ? 'trước' : 'sau']);
    explain(context, id, 'vẫn ghi được');
    expect(readExplanations(context)).toEqual(['vẫn ghi được']);
  },
);

test('content that was damaged while it was open is set aside as it is, and the backup takes its place', () => {
  const { folder, context, id } = openWithAnswer();
  const file = path.join(folder, 'thuoc-so.sqlite');
  const { name } = valueOf(createBackup(context, 'manual'));
  explain(context, id, 'x'.repeat(9000));
  const viewer = new Database(file);
  viewer.pragma('wal_checkpoint(TRUNCATE)');
  viewer.close();
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0xff, 4096));
  expect(codesOf(createBackup(context, 'manual'))).toEqual(['database-damaged']);
  valueOf(restoreBackup(context, name));
  expect(readExplanations(context)).toEqual(['trước']);
  const kept = readdirSync(path.join(folder, 'backups')).filter((entry) => entry.endsWith('.damaged'));
  expect(kept).toHaveLength(1);
  expect(readFileSync(path.join(folder, 'backups', kept[0] ?? '')).equals(bytes)).toBe(true);
});

test('the daily backup is made once a day, and not while there is nothing to lose', () => {
  const folder = makeTemporaryFolder();
  const { context } = openTestWorkspace(folder);
  let now = new Date('2026-11-21T08:00:00.000Z');
  const at = { ...context, now: () => now };
  valueOf(backUpIfDue(at));
  expect(valueOf(listBackups(at))).toEqual([]);
  valueOf(createAssessment(context, choice));
  for (const time of ['2026-11-21T08:00:00Z', '2026-11-21T17:00:00Z', '2026-11-22T07:59:59Z']) {
    now = new Date(time);
    valueOf(backUpIfDue(at));
    expect(valueOf(listBackups(at)), time).toHaveLength(1);
  }
  now = new Date('2026-11-22T08:00:00Z');
  valueOf(backUpIfDue(at));
  expect(valueOf(listBackups(at))).toMatchObject([{ reason: 'automatic' }, { reason: 'automatic' }]);
});

test('a year of daily backups leaves those that rotation keeps, and files of others alone', () => {
  const { folder, context } = openWithAnswer();
  const backups = path.join(folder, 'backups');
  mkdirSync(backups);
  for (let day = 1; day <= 365; day += 1) {
    const time = new Date(Date.UTC(2025, 10, 20 + day)).toISOString().replaceAll(/[-:.]/gu, '');
    writeFileSync(path.join(backups, `thuoc-so.sqlite.${time}.automatic.sqlite`), '');
    writeFileSync(path.join(backups, `other.sqlite.${time}.automatic.sqlite`), '');
  }
  valueOf(createBackup(context, 'automatic'));
  expect(valueOf(listBackups(context)).length).toBeLessThanOrEqual(7 + 4 + 12);
  expect(valueOf(listBackups(context))[0]).toMatchObject({ createdAt: '2026-11-21T08:00:04.000Z' });
  expect(readdirSync(backups).filter((name) => name.startsWith('other.'))).toHaveLength(365);
});

test('a backup made while the clock is years behind is not rotated away at once', () => {
  const { folder, context, id } = openWithAnswer();
  mkdirSync(path.join(folder, 'backups'));
  for (let month = 0; month < 12; month += 1) {
    const day = new Date(Date.UTC(2025, 10 + month, 1));
    valueOf(createBackup({ ...context, now: () => day }, 'automatic'));
  }
  explain(context, id, 'sau');
  const behind = { ...context, now: () => new Date('2010-01-01T00:00:00Z') };
  const { name } = valueOf(createBackup(behind, 'manual'));
  expect(valueOf(listBackups(context)).map((backup) => backup.name)).toContain(name);
  const [newest] = valueOf(listBackups(context));
  valueOf(restoreBackup(behind, newest?.name ?? ''));
  expect(valueOf(listBackups(context)).map(({ reason }) => reason)).toContain('before-restore');
});

test('a backup that a wrong clock dated in the future does not stop the daily ones', () => {
  const { context } = openWithAnswer();
  valueOf(createBackup({ ...context, now: () => new Date('2099-01-01T00:00:00Z') }, 'automatic'));
  valueOf(backUpIfDue(context));
  expect(valueOf(listBackups(context))).toHaveLength(2);
});
