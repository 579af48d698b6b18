import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openBackend, type Backend } from '#backend/backend.ts';
import { contract, type Language } from '#shared/api/contract.ts';
import { failWith, type Result } from '#shared/errors/result.ts';
import packageFile from '../../package.json' with { type: 'json' };

/**
 * The backend as both hosts with screens open it: real clock, real ids, one data folder (made if absent).
 * `productFolder` holds `criteria/`. Errors: `folder-read-only` and those of `openBackend`.
 */
export function openHostBackend(
  dataFolder: string,
  productFolder: string,
  log: (line: string) => void,
): Result<Backend> {
  try {
    mkdirSync(dataFolder, { recursive: true });
  } catch {
    return failWith('folder-read-only', { folder: dataFolder });
  }
  return openBackend({
    databaseFile: path.join(dataFolder, 'thuoc-so.sqlite'),
    contentFolder: path.join(productFolder, 'criteria'),
    now: () => new Date(),
    newId: randomUUID,
    appVersion: packageFile.version,
    log,
  });
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
