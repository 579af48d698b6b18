import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../bootstrap.mjs';
import { honestTree, plantedFaults, type Tree } from './plantedFaults.ts';
import { findWallFaults, wallRules } from './wallFaults.ts';

/** Stand-ins for installed packages: the checker only needs to find them. */
const packages = [
  'zod',
  'fraction.js',
  'i18next',
  'js-yaml',
  'better-sqlite3',
  'electron',
  'react',
  'vitest',
  'fast-check',
  'left-pad',
];

let folder = '';

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'walls ')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the walls', () => {
  test('let every honest import through', async () => {
    const report = await findWallFaults(plant('honest', {}));
    expect(report.faults).toEqual([]);
    expect(report.checked).toHaveLength(
      Object.keys(honestTree).filter((file) => /(?<!\.d)\.tsx?$/.test(file)).length,
    );
  });

  test('have a planted fault for every rule', () => {
    expect(Object.keys(plantedFaults).toSorted()).toEqual([...wallRules.keys()].toSorted());
  });

  describe('around a tree with all faults at once', () => {
    const faults = Object.entries(plantedFaults).flatMap(([rule, trees]) =>
      trees.map((tree) => ({ rule, tree })),
    );
    const planted = faults.map(({ rule, tree }, index) => ({
      rule,
      tree: renameFaults(tree, String(index)),
    }));
    let found: readonly string[] = [];
    beforeAll(async () => {
      const all: Tree = Object.assign({}, ...planted.map(({ tree }) => tree)) as Tree;
      found = (await findWallFaults(plant('faulty', all))).faults;
    });

    test.each(planted)('$rule stops what breaks it', ({ rule, tree }) => {
      const isPlanted = (fault: string) =>
        Object.keys(tree).some((file) => fault.startsWith(`${rule}: ${file} `));
      expect(found.filter(isPlanted)).not.toEqual([]);
    });
  });
});

/** The same under names of its own, so that it can stand beside other trees. */
function renameFaults(tree: Tree, mark: string): Tree {
  const rename = (text: string) => text.replaceAll(/\b(fault|Fault|other|tool)(?=\.tsx?\b)/gu, `$1${mark}`);
  return Object.fromEntries(Object.entries(tree).map(([file, text]) => [rename(file), rename(text)]));
}

/** Writes the honest tree with some files added; returns its folder. */
function plant(name: string, added: Tree): string {
  const tree = path.join(folder, name);
  for (const [file, text] of Object.entries({ ...honestTree, ...added })) write(path.join(tree, file), text);
  for (const installed of packages) {
    const place = path.join(tree, 'node_modules', installed);
    write(path.join(place, 'package.json'), JSON.stringify({ name: installed, version: '1.0.0' }));
    write(path.join(place, 'index.js'), '');
  }
  copyFileSync(path.join(root, 'package.json'), path.join(tree, 'package.json'));
  return tree;
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
