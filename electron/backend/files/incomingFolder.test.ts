import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, errorsOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { openIncomingFolder } from './incomingFolder.ts';

async function* send(...pieces: readonly string[]): AsyncGenerator<Uint8Array, void> {
  for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}

async function* leaveAfter(piece: string): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(Buffer.from(piece));
  throw new Error('the cable was pulled');
}

test('files of an import lie beside one another under names of our own', async () => {
  const folder = makeTemporaryFolder();
  const incoming = openIncomingFolder(folder);
  const first = valueOf(await incoming.receive('i-1', '../Phiếu.thuocso', send('abc', 'def')));
  const second = valueOf(await incoming.receive('i-1', 'Phiếu.thuocso', send()));
  expect([first.name, first.size, second.size]).toEqual(['Phiếu.thuocso', 6, 0]);
  expect(readFileSync(first.path, 'utf8')).toBe('abcdef');
  expect(path.dirname(first.path)).toBe(path.join(folder, 'incoming', 'i-1'));
  expect(second.path).not.toBe(first.path);
  valueOf(await incoming.receive('i-2', 'a', send('a')));
  incoming.discard('i-1');
  expect(readdirSync(path.join(folder, 'incoming'))).toEqual(['i-2']);
});

test('what is too large or breaks off is refused by name and nothing of it stays', async () => {
  const folder = makeTemporaryFolder();
  const incoming = openIncomingFolder(folder, 5);
  expect(codesOf(await incoming.receive('i-1', 'a', send('abc', 'def')))).toEqual(['package-too-large']);
  expect(errorsOf(await incoming.receive('i-1', 'b', leaveAfter('abc')))).toEqual([
    { code: 'file-unreadable', params: { path: 'b', reason: 'the cable was pulled' } },
  ]);
  expect(readdirSync(path.join(folder, 'incoming', 'i-1'))).toEqual([]);
});

test('what a killed process had taken in is cleared away, and no import leads out of the folder', async () => {
  const folder = makeTemporaryFolder();
  const { path: left } = valueOf(await openIncomingFolder(folder).receive('../../x', 'a', send('a')));
  expect(left.startsWith(path.join(folder, 'incoming') + path.sep)).toBe(true);
  openIncomingFolder(folder);
  expect(existsSync(left)).toBe(false);
});
