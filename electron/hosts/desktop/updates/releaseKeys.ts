import keys from '../../../../resources/release-keys.json' with { type: 'json' };

/**
 * Who may release updates: base64 of raw Ed25519 public keys. `npm run sign-update -- --make-key <file>` makes a pair
 * and adds the public half here; the private half never lies in this repository.
 */
export const releaseKeys: readonly string[] = keys;
