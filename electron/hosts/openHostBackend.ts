import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openBackend, type Backend } from '#backend/backend.ts';
import { listBackupFiles } from '#backend/files/backupFolder.ts';
import type { SecretProtection } from '#backend/files/keys/secretProtection.ts';
import type { UpdateDesk } from '#backend/usecases/updates/updateDesk.ts';
import { restoreNewestBackup } from '#backend/usecases/restoreNewestBackup.ts';
import { contract, type Language } from '#shared/api/contract.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import packageFile from '../../package.json' with { type: 'json' };

/** What a host with screens opens, and how it asks. */
export interface HostData {
  readonly dataFolder: string;
  /** Holds `criteria/`. */
  readonly productFolder: string;
  readonly log: (line: string) => void;
  /** Keeps the secrets of the installation; a file of its owner alone where the host has none. */
  readonly protection?: SecretProtection | null;
  /** How the host updates the app, where it can. */
  readonly updates?: UpdateDesk;
  /** Asks for a folder in a dialog of the system, where the host has one; null for none. */
  readonly chooseFolder?: () => Promise<string | null>;
  /** Asked when the database is damaged and there are backups. */
  readonly wantsRestore: () => boolean;
  /** Hears of the backup to which the data went back. */
  readonly onRestored: (createdAt: Date) => void;
}

/** As package.json says. */
export const appVersion = packageFile.version;

const surroundings = { now: () => new Date(), newId: randomUUID };

/**
 * The backend as both hosts with screens open it: real clock, real ids, one data folder (made if absent). A damaged
 * database gives way to the newest sound backup if that is wanted. Errors: `folder-read-only` and those of
 * `openBackend` and `restoreNewestBackup`.
 */
export function openHostBackend(data: HostData): Result<Backend> {
  const opened = openAsItIs(data);
  const databaseFile = databaseOf(data.dataFolder);
  const isDamaged = !opened.ok && opened.errors.some((error) => error.code === 'database-damaged');
  if (!isDamaged || listBackupFiles(databaseFile).length === 0 || !data.wantsRestore()) return opened;
  const restored = restoreNewestBackup({ databaseFile, ...surroundings });
  if (!restored.ok) return restored;
  data.onRestored(restored.value.createdAt);
  return openAsItIs(data);
}

function openAsItIs(data: HostData): Result<Backend> {
  const { dataFolder, productFolder, log, protection, updates, chooseFolder } = data;
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch {
    return failWith('folder-read-only', { folder: dataFolder });
  }
  return openBackend({
    databaseFile: databaseOf(dataFolder),
    contentFolder: path.join(productFolder, 'criteria'),
    ...surroundings,
    appVersion,
    ...(protection ? { protection } : {}),
    ...(updates ? { updates } : {}),
    ...(chooseFolder ? { chooseFolder } : {}),
    log,
  });
}

function databaseOf(dataFolder: string): string {
  return path.join(dataFolder, 'thuoc-so.sqlite');
}

/** The language to speak around the screens. One asked for at the start is kept as if it had been chosen on screen. */
export async function settleLanguage(
  backend: Pick<Backend, 'call'>,
  asked: Language | null,
): Promise<Language> {
  if (asked !== null) {
    await backend.call('app.setLanguage', { language: asked });
    return asked;
  }
  const status = await backend.call('app.status', {});
  return status.ok ? contract['app.status'].output.parse(status.value).language : 'vi';
}
