import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { succeed } from '#shared/errors/result.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { valueOf } from '../../../test/helpers/testWorkspace.ts';
import { openStore } from './store.ts';

let ids = 0;

function replicaOf(folder: string): string {
  const store = valueOf(
    openStore({
      databaseFile: path.join(folder, 'thuoc-so.sqlite'),
      now: () => new Date('2026-11-21T08:00:00.000Z'),
      newId: () => `replica-${String((ids += 1))}`,
    }),
  );
  try {
    return valueOf(store.read(({ replicaId }) => succeed(replicaId)));
  } finally {
    store.close();
  }
}

function makeFolders(): { readonly original: string; readonly copy: string } {
  const parent = makeTemporaryFolder();
  const original = path.join(parent, 'dữ liệu');
  mkdirSync(original);
  return { original, copy: path.join(parent, 'bản sao') };
}

test('an installation keeps its replica id at every opening', () => {
  const { original } = makeFolders();
  expect(replicaOf(original)).toBe(replicaOf(original));
});

test('a copy of a data folder becomes a replica of its own and then stays one', () => {
  const { original, copy } = makeFolders();
  const first = replicaOf(original);
  cpSync(original, copy, { recursive: true });
  const second = replicaOf(copy);
  expect(second).not.toBe(first);
  expect(replicaOf(copy)).toBe(second);
  expect(replicaOf(original)).toBe(first);
});

test('a copy that took the place of the original is noticed', () => {
  const { original, copy } = makeFolders();
  const first = replicaOf(original);
  cpSync(original, copy, { recursive: true });
  rmSync(original, { recursive: true });
  renameSync(copy, original);
  expect(replicaOf(original)).not.toBe(first);
});
