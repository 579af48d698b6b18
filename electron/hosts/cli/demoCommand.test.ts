import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeRandom } from '../../../test/fault/seededRandom.ts';
import { runCommand } from '../../../test/helpers/commandLine.ts';
import {
  digestOf,
  importInto,
  makeFolderOfSuite,
  packagesIn,
  type ImportDocument,
} from '../../../test/helpers/packageCommands.ts';
import type { WrittenDemo } from './demo/writeDemo.ts';

const folder = makeFolderOfSuite();
const demo = path.join(folder, 'demo');
let hostile: WrittenDemo['hostile'] = [];

beforeAll(async () => {
  const run = await runCommand('demo', '--out', demo, '--units', '12', '--seed', 'one', '--json');
  hostile = (JSON.parse(run.stdout) as Pick<WrittenDemo, 'hostile'>).hostile;
});

function digestsBelow(root: string): Readonly<Record<string, string>> {
  const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map(({ parentPath, name }) => {
      const file = path.join(parentPath, name);
      return [path.relative(root, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const below = makeRandom(seed);
  return list
    .map((item) => ({ item, place: below(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

test('the same seed writes the same bytes, another seed others', async () => {
  const again = path.join(folder, 'again');
  const other = path.join(folder, 'other');
  await runCommand('demo', '--out', again, '--units', '12', '--seed', 'one');
  await runCommand('demo', '--out', other, '--units', '12', '--seed', 'two');
  expect(digestsBelow(again)).toEqual(digestsBelow(demo));
  expect(Object.keys(digestsBelow(other)).toSorted()).not.toEqual(Object.keys(digestsBelow(demo)).toSorted());
});

describe('the files of a demo', () => {
  test('all go in at once, and again change nothing', async () => {
    const database = path.join(folder, 'at-once', 'data.sqlite');
    const first = await runCommand('import', '--db', database, ...packagesIn(demo), '--json');
    expect(first).toMatchObject({ exitCode: 0 });
    const { files, summary } = JSON.parse(first.stdout) as ImportDocument;
    expect(files.map((file) => file.code)).toEqual(files.map(() => null));
    expect(new Set(files.map(({ verdict }) => verdict))).toEqual(new Set(['new', 'newer', 'conflict']));
    expect(summary).toMatchObject({ files: packagesIn(demo).length, new: 12, conflict: 1, refused: 0 });
    const before = await digestOf(database);
    const second = await importInto(database, ...packagesIn(demo));
    expect(new Set(second.files.map(({ verdict }) => verdict))).toEqual(new Set(['same', 'older']));
    expect(await digestOf(database)).toBe(before);
  });

  test('go in in any order, with the same content in the end', async () => {
    const digests: string[] = [];
    for (const seed of [1, 2, 3]) {
      const database = path.join(folder, `order-${String(seed)}`, 'data.sqlite');
      const files = shuffled(packagesIn(demo), seed);
      for (let start = 0; start < files.length; start += 3) {
        const run = await runCommand('import', '--db', database, ...files.slice(start, start + 3));
        expect(run).toMatchObject({ exitCode: 0 });
      }
      digests.push(await digestOf(database));
    }
    expect(new Set(digests).size).toBe(1);
  });

  test('pass the check of a single file', async () => {
    for (const file of packagesIn(demo).slice(0, 4)) {
      const run = await runCommand('verify', file, '--json');
      expect(run).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(run.stdout)).toMatchObject({ kind: 'assessment', packages: [] });
    }
  });
});

describe('hostile files', () => {
  test('there is at least one for each kind of harm', () => {
    const codes = new Set(hostile.map(({ code }) => code));
    for (const code of [
      ...([
        'package-empty',
        'package-not-ours',
        'package-too-new',
        'package-cut-off',
        'package-damaged',
      ] as const),
      ...(['package-too-large', 'package-too-many-entries', 'package-bomb', 'package-entry-name'] as const),
      ...(['package-entry-undeclared', 'package-entry-missing', 'package-entry-repeated'] as const),
      ...([
        'package-entry-kind',
        'package-digest-wrong',
        'package-signature-wrong',
        'package-nested',
      ] as const),
      ...(['package-document-invalid', 'history-contradicts', 'history-incomplete', 'unit-unknown'] as const),
      ...([
        'signature-not-of-content',
        'signer-not-owner',
        'stage-not-owned',
        'criteria-set-unknown',
      ] as const),
    ]) {
      expect(codes).toContain(code);
    }
  });

  test.each(['before the good ones', 'after the good ones'])(
    'are each refused by name %s, and nothing has changed',
    async (when) => {
      const database = path.join(folder, when.replaceAll(' ', '-'), 'data.sqlite');
      const good = when.startsWith('after') ? packagesIn(demo) : packagesIn(demo).slice(0, 1);
      await importInto(database, ...good);
      const before = await digestOf(database);
      const run = await runCommand('import', '--db', database, '--json', path.join(demo, 'hostile'));
      expect(run.exitCode).toBe(1);
      const { files } = JSON.parse(run.stdout) as ImportDocument;
      const expected = hostile.map(({ file, code }) => ({
        path: path.join(demo, file),
        verdict: 'refused',
        code,
      }));
      const byPath = (a: { readonly path: string }, b: { readonly path: string }) =>
        a.path < b.path ? -1 : 1;
      expect(
        files.map(({ path: file, verdict, code }) => ({ path: file, verdict, code })).toSorted(byPath),
      ).toEqual(expected.toSorted(byPath));
      expect(await digestOf(database)).toBe(before);
      const rest = await runCommand('import', '--db', database, ...packagesIn(demo));
      expect(rest).toMatchObject({ exitCode: 0 });
    },
  );

  test('do not stop the good ones of the same folder', async () => {
    const database = path.join(folder, 'mixed', 'data.sqlite');
    const run = await runCommand('import', '--db', database, '--json', demo);
    expect(run.exitCode).toBe(1);
    const { summary } = JSON.parse(run.stdout) as ImportDocument;
    expect(summary).toMatchObject({ new: 12, refused: hostile.length });
    const clean = path.join(folder, 'clean', 'data.sqlite');
    await importInto(clean, ...packagesIn(demo));
    expect(await digestOf(database)).toBe(await digestOf(clean));
  });
});
