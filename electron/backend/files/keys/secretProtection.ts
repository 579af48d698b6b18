/**
 * The system's own keeping of secrets (Windows: DPAPI, macOS: Keychain, Linux: the desktop's keyring). What one
 * account on one machine has protected, no other can reveal: `reveal` throws then.
 */
export interface SecretProtection {
  protect(text: string): Uint8Array;
  reveal(bytes: Uint8Array): string;
}
