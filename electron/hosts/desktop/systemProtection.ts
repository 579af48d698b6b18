import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SafeStorage } from 'electron';
import { keyProtection, protectionKeyBytes } from '#backend/files/keys/keyProtection.ts';
import type { SecretProtection } from '#backend/files/keys/secretProtection.ts';
import { setFileAside } from '#backend/files/setFileAside.ts';
import { writeDurably } from '#backend/files/writeDurably.ts';

export type SystemStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/**
 * Protection by a random key that the system keeps for this account (Windows: DPAPI, macOS: Keychain, Linux: the
 * desktop's keyring), in `keys/system-key`; null where the system keeps nothing safely. A key that the system does
 * not know, of another machine or account, is set aside and gives way to a new one. To be asked when the
 * application is ready; throws what the file system throws.
 */
export async function systemProtection(
  storage: SystemStorage,
  platform: NodeJS.Platform,
  dataFolder: string,
): Promise<SecretProtection | null> {
  if (!(await storage.isAsyncEncryptionAvailable())) return null;
  // Without a keyring Electron hides secrets under a password that everybody knows, which protects nothing.
  // https://www.electronjs.org/docs/latest/api/safe-storage#safestoragegetselectedstoragebackend-linux
  if (platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return null;
  const file = path.join(dataFolder, 'keys', 'system-key');
  const key =
    (await readKey(storage, file)) ?? (await keepKey(storage, file, randomBytes(protectionKeyBytes)));
  return keyProtection(key);
}

async function readKey(storage: SystemStorage, file: string): Promise<Uint8Array | null> {
  if (!existsSync(file)) return null;
  const revealed = await reveal(storage, readFileSync(file));
  const key = Buffer.from(revealed?.result ?? '', 'base64');
  if (key.length !== protectionKeyBytes) {
    setFileAside(file);
    return null;
  }
  return revealed?.shouldReEncrypt === true ? await keepKey(storage, file, key) : key;
}

async function reveal(storage: SystemStorage, bytes: Buffer) {
  try {
    return await storage.decryptStringAsync(bytes);
  } catch {
    return null;
  }
}

async function keepKey(storage: SystemStorage, file: string, key: Uint8Array): Promise<Uint8Array> {
  const kept = await storage.encryptStringAsync(Buffer.from(key).toString('base64'));
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeDurably(file, kept, 0o600);
  return key;
}
