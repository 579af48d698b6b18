import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openKeyring } from '#backend/files/keys/keyring.ts';
import { makeFakeProtection } from '../../../test/helpers/fakeProtection.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../test/helpers/testWorkspace.ts';
import { systemProtection, type SystemStorage } from './systemProtection.ts';

/** The system's storage as Electron gives it, of one account on one machine. */
function makeStorage(machine: string, changes: Partial<SystemStorage> = {}): SystemStorage {
  const { protect, reveal } = makeFakeProtection(machine);
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(true),
    encryptStringAsync: (text) => Promise.resolve(Buffer.from(protect(text))),
    decryptStringAsync: async (bytes) => Promise.resolve({ result: reveal(bytes), shouldReEncrypt: false }),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...changes,
  };
}

const openOn = async (folder: string, storage: SystemStorage) =>
  openKeyring(folder, await systemProtection(storage, 'linux', folder));

test('the desktop keeps its keys with the system and opens them again', async () => {
  const folder = makeTemporaryFolder();
  const made = valueOf(await openOn(folder, makeStorage('here')));
  expect(valueOf(await openOn(folder, makeStorage('here'))).identity).toBe(made.identity);
  expect(readdirSync(path.join(folder, 'keys')).toSorted()).toEqual([
    'installation-protected.json',
    'system-key',
  ]);
});

test('on another machine nothing can be revealed: that is said, and a new key begins', async () => {
  const folder = makeTemporaryFolder();
  const made = valueOf(await openOn(folder, makeStorage('here')));
  expect(codesOf(await openOn(folder, makeStorage('there')))).toEqual(['signing-key-unreadable']);
  expect(valueOf(await openOn(folder, makeStorage('there'))).publicKey).not.toBe(made.publicKey);
  expect(readdirSync(path.join(folder, 'keys')).toSorted()).toEqual([
    'installation-protected.json',
    'installation-protected.json.unreadable-1',
    'system-key',
    'system-key.unreadable-1',
  ]);
});

test('where the system asks for it, its key is encrypted anew and stays the same', async () => {
  const folder = makeTemporaryFolder();
  const storage = makeStorage('here');
  const made = valueOf(await openOn(folder, storage));
  const before = readFileSync(path.join(folder, 'keys', 'system-key'));
  const rotated: SystemStorage = {
    ...storage,
    decryptStringAsync: async (bytes) => ({
      ...(await storage.decryptStringAsync(bytes)),
      shouldReEncrypt: true,
    }),
  };
  expect(valueOf(await openOn(folder, rotated)).publicKey).toBe(made.publicKey);
  expect(readFileSync(path.join(folder, 'keys', 'system-key')).equals(before)).toBe(false);
});

test.each<[string, Partial<SystemStorage>, NodeJS.Platform, boolean]>([
  ['Windows protects', {}, 'win32', true],
  ['a Linux with a keyring protects', {}, 'linux', true],
  ['a Linux without one does not', { getSelectedStorageBackend: () => 'basic_text' }, 'linux', false],
  [
    'a locked keychain does not',
    { isAsyncEncryptionAvailable: () => Promise.resolve(false) },
    'darwin',
    false,
  ],
])('%s', async (_, changes, platform, isProtected) => {
  const folder = makeTemporaryFolder();
  const protection = await systemProtection(makeStorage('here', changes), platform, folder);
  expect(protection !== null).toBe(isProtected);
});
