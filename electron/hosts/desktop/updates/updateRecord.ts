import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeDurably } from '#backend/files/writeDurably.ts';

const recordSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** An ISO instant. */
  at: z.iso.datetime(),
  /** The name of the copy of the database made before. */
  backup: z.string(),
});

/** The last update of this data folder: what is needed to go back. */
export type UpdateRecord = z.infer<typeof recordSchema>;

const recordFile = (dataFolder: string) => path.join(dataFolder, 'last-update.json');

/** Throws what the file system throws. */
export function writeUpdateRecord(dataFolder: string, record: UpdateRecord): void {
  writeDurably(recordFile(dataFolder), JSON.stringify(record), 0o600);
}

/** Null where there was none, or it cannot be read: then there is no way back by itself. */
export function readUpdateRecord(dataFolder: string): UpdateRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(recordFile(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}

export function forgetUpdate(dataFolder: string): void {
  rmSync(recordFile(dataFolder), { force: true });
}
