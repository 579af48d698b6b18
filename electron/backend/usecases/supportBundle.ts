import os from 'node:os';
import path from 'node:path';
import { succeed, type Result } from '#shared/errors/result.ts';
import { measureFolder } from '../files/measureFolder.ts';
import { onStorage } from '../db/storageFailure.ts';
import { listBackups } from './backups.ts';
import type { UseCaseContext } from './context.ts';
import { readLanguage } from './language.ts';
import { maskPersonalData } from './maskPersonalData.ts';

/**
 * What somebody who helps needs, as one JSON file that its sender can read through first: versions, digests of the
 * content, the health of the database, numbers of rows, the last log lines with people masked. No answers, nothing
 * of the form's head, no path. Errors of the storage.
 */
export function createSupportBundle(
  context: UseCaseContext,
  appVersion: string,
  logLines: readonly string[],
): Result<{ readonly fileName: string; readonly base64: string }> {
  const data = describeData(context);
  if (!data.ok) return data;
  const { personalTexts, ...described } = data.value;
  const createdAt = context.now().toISOString();
  const bundle = {
    format: 'thuoc-so-support',
    version: 1,
    createdAt,
    app: { version: appVersion, language: valueOrCode(readLanguage(context)) },
    machine: describeMachine(),
    content: describeContent(context),
    ...described,
    log: logLines.map((line) => maskPersonalData(line, personalTexts)),
  };
  return succeed({
    fileName: `thuoc-so-support-${createdAt.slice(0, 10)}.json`,
    base64: Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`).toString('base64'),
  });
}

function describeData({ store }: UseCaseContext) {
  return onStorage(store.file, () => {
    const dataFolder = path.dirname(store.file);
    const diagnosed = store.diagnose();
    if (!diagnosed.ok) return diagnosed;
    const backups = listBackups({ store });
    return succeed({
      database: diagnosed.value.diagnosis,
      evidence: measureFolder(path.join(dataFolder, 'evidence')),
      backups: backups.ok ? backups.value.map(({ name: _, ...backup }) => backup) : valueOrCode(backups),
      personalTexts: [
        ...diagnosed.value.personalTexts,
        dataFolder,
        os.homedir(),
        path.basename(os.homedir()),
      ],
    });
  });
}

function describeMachine() {
  return {
    node: process.version,
    electron: process.versions['electron'] ?? null,
    platform: process.platform,
    release: os.release(),
    architecture: process.arch,
    processors: os.availableParallelism(),
    memoryMegabytes: Math.round(os.totalmem() / 1024 / 1024),
    freeMemoryMegabytes: Math.round(os.freemem() / 1024 / 1024),
  };
}

function describeContent({ content }: UseCaseContext) {
  return {
    sets: content.sets.map(({ set, digest }) => ({ id: set.id, version: set.version, digest })),
    unitLists: content.unitLists.length,
    tierModels: content.tierModels.length,
  };
}

function valueOrCode(result: Result<unknown>): unknown {
  return result.ok ? result.value : result.errors.map((error) => error.code);
}
