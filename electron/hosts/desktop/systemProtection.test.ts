import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openKeyring } from '#backend/files/keys/keyring.ts';
import { makeFakeProtection } from '../../../test/helpers/fakeProtection.ts';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { valueOf } from '../../../test/helpers/testWorkspace.ts';
import { systemProtection, type SystemStorage } from './systemProtection.ts';

function makeStorage(changes: Partial<SystemStorage> = {}): SystemStorage {
  const { protect, reveal } = makeFakeProtection('this machine');
  return {
    isEncryptionAvailable: () => true,
    encryptString: (text) => Buffer.from(protect(text)),
    decryptString: reveal,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...changes,
  };
}

test('the desktop keeps its keys with the system and opens them again', () => {
  const folder = makeTemporaryFolder();
  const protection = systemProtection(makeStorage(), 'linux');
  const made = valueOf(openKeyring(folder, protection));
  expect(valueOf(openKeyring(folder, systemProtection(makeStorage(), 'linux'))).identity).toBe(made.identity);
  expect(readdirSync(path.join(folder, 'keys'))).toEqual(['installation-protected.json']);
});

test.each<[string, Partial<SystemStorage>, NodeJS.Platform, boolean]>([
  ['Windows', {}, 'win32', true],
  ['a Linux with a keyring', {}, 'linux', true],
  ['a Linux without one', { getSelectedStorageBackend: () => 'basic_text' }, 'linux', false],
  ['a locked keychain', { isEncryptionAvailable: () => false }, 'darwin', false],
])('%s protects: %#', (_, changes, platform, isProtected) => {
  expect(systemProtection(makeStorage(changes), platform) !== null).toBe(isProtected);
});
