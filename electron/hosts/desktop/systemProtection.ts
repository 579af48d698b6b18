import type { SafeStorage } from 'electron';
import type { SecretProtection } from '#backend/files/keys/secretProtection.ts';

export type SystemStorage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
>;

/**
 * The system's keeping of secrets for this account; null where the system has none that deserves the name. To be
 * asked when the application is ready.
 */
export function systemProtection(storage: SystemStorage, platform: NodeJS.Platform): SecretProtection | null {
  if (!storage.isEncryptionAvailable()) return null;
  // Without a keyring Electron hides secrets under a password that everybody knows, which protects nothing.
  // https://www.electronjs.org/docs/latest/api/safe-storage#safestoragegetselectedstoragebackend-linux
  if (platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    protect: (text) => storage.encryptString(text),
    reveal: (bytes) => storage.decryptString(Buffer.from(bytes)),
  };
}
