import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { copyDurably } from './copyDurably.ts';

/** `outbox/` beside the database: packages that wait to be sent, by the SHA-256 of the file. */
export function outboxFileOf(dataFolder: string, sha256: string): string {
  return path.join(dataFolder, 'outbox', sha256);
}

/** Throws what the file system throws. */
export function keepInOutbox(dataFolder: string, source: string, sha256: string): Promise<void> {
  return copyDurably(source, outboxFileOf(dataFolder, sha256));
}

/** Deletes what nobody waits for: what was sent, taken back, or left behind by a process that was killed. Throws what the file system throws. */
export function sweepOutbox(dataFolder: string, awaited: ReadonlySet<string>): void {
  const folder = path.join(dataFolder, 'outbox');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!awaited.has(name)) rmSync(path.join(folder, name), { force: true });
  }
}
