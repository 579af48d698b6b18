import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { openEvidenceStore } from './evidenceStore.ts';

let folder = '';
let source = '';
const content = Buffer.from('%PDF-1.7 Quyết định số 12/QĐ-UBND');
const sha256 = createHash('sha256').update(content).digest('hex');

beforeEach(() => {
  folder = makeTemporaryFolder();
  source = path.join(folder, 'Quyết định 12.pdf');
  writeFileSync(source, content);
});

function listFiles(): readonly string[] {
  return readdirSync(path.join(folder, 'evidence'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(path.basename(entry.parentPath), entry.name));
}

test('a file is kept under the digest of its content, its name in one form', async () => {
  const decomposed = path.join(folder, 'Biên bản.pdf'.normalize('NFD'));
  writeFileSync(decomposed, content);
  const store = openEvidenceStore(folder);
  const stored = valueOf(await store.add(decomposed));
  expect(stored).toEqual({ sha256, size: content.length, name: 'Biên bản.pdf'.normalize('NFC') });
  expect(listFiles()).toEqual([path.join(sha256.slice(0, 2), sha256)]);
  expect(readFileSync(valueOf(store.locate(stored))).equals(content)).toBe(true);
});

test('equal content is kept once, also when it is added at the same moment', async () => {
  const store = openEvidenceStore(folder);
  const stored = await Promise.all([store.add(source), store.add(source), store.add(source)]);
  expect(new Set(stored.map((result) => valueOf(result).sha256))).toEqual(new Set([sha256]));
  expect(listFiles()).toHaveLength(1);
});

test('a file of many pieces arrives whole', async () => {
  const large = Buffer.alloc(5 * 1024 * 1024 + 17, 'số');
  writeFileSync(source, large);
  const store = openEvidenceStore(folder);
  const stored = valueOf(await store.add(source));
  expect(readFileSync(valueOf(store.locate(stored))).equals(large)).toBe(true);
});

test('an empty file can be evidence too', async () => {
  writeFileSync(source, '');
  const store = openEvidenceStore(folder);
  valueOf(store.locate(valueOf(await store.add(source))));
});

test('a file above the limit is refused and nothing of it is kept', async () => {
  const store = openEvidenceStore(folder, content.length - 1);
  expect(codesOf(await store.add(source))).toEqual(['file-too-large']);
  expect(existsSync(path.join(folder, 'evidence'))).toBe(false);
  valueOf(await openEvidenceStore(folder, content.length).add(source));
});

test('what is not a file is refused by name', async () => {
  const store = openEvidenceStore(folder);
  expect(codesOf(await store.add(path.join(folder, 'absent.pdf')))).toEqual(['file-not-found']);
  expect(codesOf(await store.add(folder))).toEqual(['file-unreadable']);
});

test('a file that vanished or was cut short is missing, and adding it again repairs it', async () => {
  const store = openEvidenceStore(folder);
  const stored = valueOf(await store.add(source));
  const held = valueOf(store.locate(stored));
  truncateSync(held, 3);
  expect(codesOf(store.locate(stored))).toEqual(['evidence-file-missing']);
  rmSync(held);
  expect(codesOf(store.locate(stored))).toEqual(['evidence-file-missing']);
  writeFileSync(held, 'cut');
  valueOf(await store.add(source));
  valueOf(store.locate(stored));
});

test('what an interrupted copy left behind is cleared away at the next opening', () => {
  const unfinished = path.join(folder, 'evidence', 'unfinished');
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(path.join(unfinished, 'half'), 'half');
  openEvidenceStore(folder);
  expect(existsSync(unfinished)).toBe(false);
});

test('a file in place of the folder is refused by name', async () => {
  writeFileSync(path.join(folder, 'evidence'), 'not a folder');
  expect(codesOf(await openEvidenceStore(folder).add(source))).toEqual(['folder-read-only']);
});
