import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openEvidenceStore, type StoredFile } from '#backend/files/evidenceStore.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { valueOf } from '../helpers/testWorkspace.ts';
import { startChild } from './childProcess.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';

const kills = 20;
const files = 6;
const fileBytes = 8 * 1024 * 1024;

test('a kill while evidence is copied leaves no half file under its final name and loses no whole one', async () => {
  const seed = chooseSeed();
  console.log(`seed ${String(seed)}`);
  const random = makeRandom(seed);
  const folder = makeTemporaryFolder();
  let halfCopies = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const dataFolder = path.join(folder, `data-${String(kill)}`);
    const sources = Array.from({ length: files }, (_, index) => {
      const source = path.join(folder, `source-${String(index)}`);
      writeFileSync(source, Buffer.alloc(fileBytes, `${String(kill)} ${String(index)} `));
      return source;
    });
    const child = startChild('addEvidenceUntilKilled.ts', [dataFolder, ...sources]);
    await child.waitForLine(random(3) === 0 ? 'begins' : 'added');
    await wait(random(40));
    await child.kill();
    if (listFiles(path.join(dataFolder, 'evidence', 'unfinished')).length > 0) halfCopies += 1;
    const store = openEvidenceStore(dataFolder);
    for (const held of listFiles(path.join(dataFolder, 'evidence'))) {
      const digest = createHash('sha256').update(readFileSync(held)).digest('hex');
      expect(path.basename(held), `seed ${String(seed)}, kill ${String(kill)}`).toBe(digest);
    }
    const added = child.lines.filter((line) => line.startsWith('added '));
    for (const line of added) valueOf(store.locate(JSON.parse(line.slice(6)) as StoredFile));
    rmSync(dataFolder, { recursive: true, force: true });
  }
  console.log(`${String(halfCopies)} of ${String(kills)} kills left a half copy aside`);
  expect(halfCopies).toBeGreaterThan(0);
});

function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
