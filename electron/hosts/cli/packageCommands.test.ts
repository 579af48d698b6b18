import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommand, writeAnswers } from '../../../test/helpers/commandLine.ts';
import {
  digestOf,
  importInto,
  makeFolderOfSuite,
  packagesIn,
} from '../../../test/helpers/packageCommands.ts';
import { toIdentity } from '#backend/files/keys/ageKeys.ts';
import type { Conflict, LineageEntry } from '#shared/api/contract.ts';

const folder = makeFolderOfSuite();
const demo = path.join(folder, 'demo');

beforeAll(async () => {
  await runCommand('demo', '--out', demo, '--units', '5', '--seed', 'commands');
});

/** A data file of its own for one officer or office. */
function databaseOf(name: string): string {
  return path.join(folder, name, 'data.sqlite');
}

async function json<T>(...args: readonly string[]): Promise<T> {
  const run = await runCommand(...args, '--json');
  expect(run).toMatchObject({ exitCode: 0 });
  return JSON.parse(run.stdout) as T;
}

/** Records answers of Phường Hải Châu and says which assessment that is. */
async function apply(database: string, answers: object): Promise<string> {
  const file = writeAnswers(path.dirname(database), answers);
  return (await json<{ readonly id: string }>('apply', file, '--db', database)).id;
}

/** Exports an assessment and says where the file lies. */
async function exportFrom(database: string, assessment: string, ...more: readonly string[]): Promise<string> {
  const out = path.join(path.dirname(database), 'out');
  const args = ['export', '--db', database, '--assessment', assessment, '--out', out, ...more];
  return (await json<{ readonly file: string }>(...args)).file;
}

async function readConflicts(database: string): Promise<readonly Conflict[]> {
  return await json<readonly Conflict[]>('conflicts', '--db', database);
}

test('two officers fill a half each and exchange files until both have the same', async () => {
  const [first, second] = [databaseOf('first'), databaseOf('second')];
  const ofFirst = await apply(first, { '1.4': { value: '24' } });
  const shared = await importInto(second, await exportFrom(first, ofFirst));
  expect(shared.files).toMatchObject([
    { verdict: 'new', code: null, unit: '20242', period: '2026', revision: 0 },
  ]);
  const ofSecond = await apply(second, { '1.6': { value: true } });
  await apply(first, { '1.7': { value: 'b' } });
  const [one, other] = [await exportFrom(first, ofFirst), await exportFrom(second, ofSecond)];
  expect((await importInto(first, other)).files).toMatchObject([{ verdict: 'newer' }]);
  expect((await importInto(second, one)).files).toMatchObject([{ verdict: 'newer' }]);
  expect(await digestOf(first)).toBe(await digestOf(second));
  expect(await readConflicts(first)).toEqual([]);
});

test('what two officers answer differently is a conflict until somebody decides, and the decision travels', async () => {
  const [first, second] = [databaseOf('quarrel-1'), databaseOf('quarrel-2')];
  const ofFirst = await apply(first, { '1.4': { value: '24' } });
  const ofSecond = await apply(second, { '1.4': { value: '12' }, '1.5': { value: '2' } });
  const received = await importInto(first, await exportFrom(second, ofSecond));
  expect(received.files).toMatchObject([{ verdict: 'conflict', conflicts: 1, assessment: ofFirst }]);
  const [conflict] = await readConflicts(first);
  expect(conflict).toMatchObject({ stage: 'self', field: 'value' });
  expect(conflict?.values.map(({ value }) => value).toSorted()).toEqual(['12', '24']);
  const told = await runCommand('conflicts', '--db', first, '--lang', 'en');
  expect(told.stdout).toContain('self 1.4 value');
  const cell = ['--assessment', ofFirst, '--criterion', '1.4'];
  expect(await json('resolve', '--db', first, ...cell, '--value', '"18"', '--author', 'Trần An')).toEqual({
    resolved: 1,
  });
  expect(await readConflicts(first)).toEqual([]);
  const [newest, ...older] = await json<readonly LineageEntry[]>('lineage', '--db', first, ...cell);
  expect(newest).toMatchObject({ value: '18', author: 'Trần An', decided: true, stands: true, source: null });
  expect(older.map(({ stands }) => stands)).toEqual([false, false]);
  await importInto(second, await exportFrom(first, ofFirst));
  expect(await digestOf(second)).toBe(await digestOf(first));
});

test('conflicts are decided by number, and by a file of decisions', async () => {
  const database = databaseOf('decisions');
  await importInto(database, ...packagesIn(demo));
  const conflicts = await readConflicts(database);
  expect(conflicts).toHaveLength(3);
  const [first, ...others] = conflicts;
  if (!first) throw new Error('There is no conflict');
  const cell = ['--assessment', first.assessmentId, '--criterion', first.criterionId, '--field', first.field];
  for (const choice of ['3', 'hai']) {
    const beyond = await runCommand('resolve', '--db', database, ...cell, '--choose', choice);
    expect(beyond.exitCode).toBe(1);
    expect(beyond.stderr).toMatch(new RegExp(`“${choice}”.* từ 1 đến 2,.*conflict-choice-unknown`, 'u'));
  }
  await json('resolve', '--db', database, ...cell, '--choose', '2');
  const [entry] = await json<readonly LineageEntry[]>('lineage', '--db', database, ...cell);
  expect(entry?.value).toEqual(first.values[1]?.value);
  const again = await runCommand('resolve', '--db', database, ...cell, '--choose', '1', '--json');
  expect(again.stdout).toContain('"conflict-gone"');
  const decisions = others.map(({ assessmentId, stage, criterionId, field, values }) => ({
    assessmentId,
    stage,
    criterionId,
    field,
    value: values[0]?.value,
  }));
  const file = path.join(folder, 'decisions.json');
  writeFileSync(file, JSON.stringify(decisions));
  expect(await json('resolve', file, '--db', database)).toEqual({ resolved: 2 });
  expect(await readConflicts(database)).toEqual([]);
});

test('the lineage of a figure leads to its file, its unit and its signing key', async () => {
  const database = databaseOf('lineage');
  const [file = ''] = packagesIn(demo).filter((name) => name.includes('Hai-Van'));
  const [imported] = (await importInto(database, file)).files;
  const args = [
    'lineage',
    '--db',
    database,
    '--assessment',
    imported?.assessment ?? '',
    '--criterion',
    'header',
  ];
  const [entry] = await json<readonly LineageEntry[]>(...args, '--field', 'population');
  const verified = await json<{ readonly signer: { readonly words: readonly string[] } }>('verify', file);
  expect(entry?.source).toMatchObject({
    fileName: path.basename(file),
    signerUnit: 'Phường Hải Vân',
    signerWords: verified.signer.words,
    revision: 1,
  });
});

describe('undoing an import', () => {
  test('brings back the content of before', async () => {
    const database = databaseOf('undo');
    const files = packagesIn(demo);
    await importInto(database, ...files.slice(0, 3));
    const before = await digestOf(database);
    const { summary } = await importInto(database, ...files.slice(3));
    expect(await digestOf(database)).not.toBe(before);
    const undone = await json('undo-import', '--db', database);
    expect(undone).toEqual({ import: summary['import'] });
    expect(await digestOf(database)).toBe(before);
    await importInto(database, ...files.slice(3));
    expect(await json('undo-import', '--db', database, '--json')).toBeTruthy();
  });

  test('is refused where something was built on it, and for an import that nobody knows', async () => {
    const database = databaseOf('built-on');
    const [first = '', ...others] = packagesIn(demo);
    const { summary, files } = await importInto(database, first, ...others);
    const conflict = (await readConflicts(database))[0];
    if (!conflict) throw new Error('There is no conflict');
    const cell = ['--assessment', conflict.assessmentId, '--criterion', conflict.criterionId];
    await json('resolve', '--db', database, ...cell, '--field', conflict.field, '--choose', '1');
    expect(files.length).toBeGreaterThan(3);
    const refused = await runCommand('undo-import', '--db', database, String(summary['import']), '--json');
    expect(refused.exitCode).toBe(1);
    expect(refused.stdout).toContain('"import-built-on"');
    const unknown = await runCommand('undo-import', '--db', database, 'nix', '--json');
    expect(unknown.stdout).toContain('"import-unknown"');
  });
});

test('an assessment comes through a file into an empty data file unchanged', async () => {
  const [from, to] = [databaseOf('from'), databaseOf('to')];
  const [file = ''] = packagesIn(demo).filter((name) => name.includes('Hai-Van'));
  const [imported] = (await importInto(from, file)).files;
  await importInto(to, await exportFrom(from, imported?.assessment ?? ''));
  expect(await digestOf(to)).toBe(await digestOf(from));
});

describe('an encrypted file', () => {
  test('opens for those for whom it was encrypted, and with their identity elsewhere', async () => {
    const [from, to, other] = [databaseOf('sender'), databaseOf('recipient'), databaseOf('bystander')];
    for (const database of [to, other]) await apply(database, { '1.6': { value: false } });
    const { recipient } = await json<{ readonly recipient: string }>('keys', '--db', to);
    const assessment = await apply(from, { '1.4': { value: '24' } });
    const file = await exportFrom(from, assessment, '--encrypt-to', recipient);
    expect((await importInto(other, file)).files).toMatchObject([{ code: 'not-a-recipient' }]);
    expect((await importInto(to, file)).files).toMatchObject([{ verdict: 'newer', code: null }]);
    const keys = path.join(path.dirname(to), 'keys', 'installation.json');
    const { secrets } = JSON.parse(readFileSync(keys, 'utf8')) as {
      readonly secrets: { readonly encryption: string };
    };
    const identity = path.join(folder, 'identity.txt');
    writeFileSync(identity, `# a comment\n${toIdentity(Buffer.from(secrets.encryption, 'base64'))}\n`);
    expect((await importInto(other, '--identity-file', identity, file)).files).toMatchObject([
      { code: null },
    ]);
    expect(await json('verify', file, '--identity-file', identity)).toMatchObject({ encrypted: true });
  });

  test('opens with its passphrase only', async () => {
    const database = databaseOf('passphrase');
    const secret = path.join(folder, 'secret.txt');
    const wrong = path.join(folder, 'wrong.txt');
    writeFileSync(secret, 'Ngày 10 tháng 12\n');
    writeFileSync(wrong, 'Ngày 11 tháng 12\n');
    const assessment = await apply(database, { '1.4': { value: '24' } });
    const file = await exportFrom(database, assessment, '--passphrase-file', secret);
    const to = databaseOf('passphrase-to');
    expect((await importInto(to, file)).files).toMatchObject([
      { verdict: 'refused', code: 'passphrase-needed' },
    ]);
    expect((await importInto(to, '--passphrase-file', wrong, file)).files).toMatchObject([
      { verdict: 'refused', code: 'passphrase-wrong' },
    ]);
    expect((await importInto(to, '--passphrase-file', secret, file)).files).toMatchObject([
      { verdict: 'new' },
    ]);
    expect(await digestOf(to)).toBe(await digestOf(database));
  });
});

describe('what is given to an import', () => {
  test('is looked at without being written in a dry run', async () => {
    const database = databaseOf('dry');
    const [first = '', ...others] = packagesIn(demo);
    await importInto(database, first);
    const before = await digestOf(database);
    const dry = await importInto(database, '--dry-run', ...others);
    expect(dry.summary).toMatchObject({ import: null, refused: 0, new: 4 });
    expect(await digestOf(database)).toBe(before);
    const real = await importInto(database, ...others);
    expect(real.files.map(({ verdict }) => verdict)).toEqual(dry.files.map(({ verdict }) => verdict));
  });

  test('is looked at without a data file, and none is left behind', async () => {
    const database = databaseOf('nowhere');
    const files = packagesIn(demo);
    const { summary } = await importInto(database, '--dry-run', ...files);
    expect(summary).toMatchObject({ import: null, files: files.length, refused: 0 });
    expect(existsSync(path.dirname(database))).toBe(false);
  });

  test('may be folders, files of any name, and files that are not there', async () => {
    const database = databaseOf('given');
    const inside = path.join(folder, 'given', 'sub', 'folder');
    mkdirSync(inside, { recursive: true });
    const [first = '', second = ''] = packagesIn(demo);
    copyFileSync(first, path.join(inside, 'a.THUOCSO'));
    copyFileSync(second, path.join(inside, 'b.zip'));
    copyFileSync(second, path.join(folder, 'given', 'c.bin'));
    const given = [
      path.join(folder, 'given', 'sub'),
      path.join(folder, 'given', 'c.bin'),
      path.join(folder, 'none'),
    ];
    const { files } = await importInto(database, ...given);
    expect(files.map(({ path: file, verdict, code }) => [path.basename(file), verdict, code])).toEqual([
      ['c.bin', 'new', null],
      ['a.THUOCSO', 'new', null],
      ['none', 'refused', 'file-not-found'],
    ]);
  });

  test('is refused from a key that the unit has not signed with, until a person accepts it', async () => {
    const database = databaseOf('signers');
    const other = databaseOf('signers-other');
    const assessment = await apply(databaseOf('signers-one'), { '1.4': { value: '24' } });
    await importInto(database, await exportFrom(databaseOf('signers-one'), assessment));
    const file = await exportFrom(other, await apply(other, { '1.6': { value: true } }));
    const { signer } = await json<{ readonly signer: { readonly words: readonly string[] } }>('verify', file);
    expect((await importInto(database, file)).files).toMatchObject([{ code: 'signer-changed' }]);
    const accepted = await importInto(database, '--accept-signer', signer.words.join(' '), file);
    expect(accepted.files).toMatchObject([{ verdict: 'newer', code: null }]);
  });
});

test('a single hostile file is refused by the check too', async () => {
  const run = await runCommand('verify', path.join(demo, 'hostile', 'a-bomb.thuocso'), '--json');
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain('"package-bomb"');
});
