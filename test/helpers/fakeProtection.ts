import { createHash } from 'node:crypto';
import { keyProtection } from '#backend/files/keys/keyProtection.ts';
import type { SecretProtection } from '#backend/files/keys/secretProtection.ts';

/** Protects as the desktop host does; what one machine has protected, another cannot reveal. */
export function makeFakeProtection(machine: string): SecretProtection {
  return keyProtection(createHash('sha256').update(machine).digest());
}
