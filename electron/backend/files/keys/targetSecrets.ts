import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { succeed, type Result } from '#shared/errors/result.ts';
import { onStorage } from '../../db/storageFailure.ts';
import { writeDurably } from '../writeDurably.ts';
import type { SecretProtection } from './secretProtection.ts';

/** Passwords of targets, by the target's id; nowhere else. Errors of the storage. */
export interface TargetSecrets {
  /** Null where none is known here: what one host has protected, another cannot reveal, and asks for anew. */
  read(targetId: string): Result<string | null>;
  /** @param password null forgets it */
  save(targetId: string, password: string | null): Result<null>;
}

const secretsSchema = z.record(z.string(), z.string());
const fileSchema = z.object({
  format: z.literal('thuoc-so-target-secrets'),
  version: z.literal(1),
  /** As they are, or as base64 of what the protection made of their JSON. */
  secrets: z.union([secretsSchema, z.base64()]),
});

/** `keys/targets.json` with mode 0600 or, with a protection, `keys/targets-protected.json`. */
export function openTargetSecrets(dataFolder: string, protection: SecretProtection | null): TargetSecrets {
  const folder = path.join(dataFolder, 'keys');
  const file = path.join(folder, protection === null ? 'targets.json' : 'targets-protected.json');
  const readAll = () => (existsSync(file) ? understand(readFileSync(file, 'utf8'), protection) : {});
  return {
    read: (targetId) =>
      onStorage(file, () => succeed(new Map(Object.entries(readAll())).get(targetId) ?? null)),
    save: (targetId, password) =>
      onStorage(file, () => {
        const others = Object.entries(readAll()).filter(([id]) => id !== targetId);
        const secrets = Object.fromEntries(password === null ? others : [...others, [targetId, password]]);
        const kept =
          protection && Buffer.from(protection.protect(JSON.stringify(secrets))).toString('base64');
        const content: z.infer<typeof fileSchema> = {
          format: 'thuoc-so-target-secrets',
          version: 1,
          secrets: kept ?? secrets,
        };
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // A copy from a stick or a backup may have come with wider rights.
        if (existsSync(file) && process.platform !== 'win32') chmodSync(file, 0o600);
        writeDurably(file, `${JSON.stringify(content, null, 2)}\n`, 0o600);
        return succeed(null);
      }),
  };
}

/** Nothing where it cannot be understood or revealed: passwords can be entered again, keys could not. */
function understand(text: string, protection: SecretProtection | null): Readonly<Record<string, string>> {
  try {
    const { secrets } = fileSchema.parse(JSON.parse(text));
    if (typeof secrets !== 'string') return secrets;
    return protection === null
      ? {}
      : secretsSchema.parse(JSON.parse(protection.reveal(Buffer.from(secrets, 'base64'))));
  } catch {
    return {};
  }
}
