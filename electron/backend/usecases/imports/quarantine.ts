import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { CallOutput } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import { syncFile, syncFolder } from '../../files/syncFolder.ts';
import type { UseCaseContext } from '../context.ts';
import type { SourceFile } from './importedFile.ts';

type Context = Pick<UseCaseContext, 'store'>;

/** Files kept aside until what they need arrives, oldest first. Errors of the storage. */
export function listQuarantined({ store }: Context): Result<CallOutput<'imports.quarantine'>> {
  return store.read((reader) =>
    succeed(reader.listQuarantined().map((file) => ({ ...file, errors: [...file.errors] }))),
  );
}

/** The same as files to import; those that somebody has deleted are left out. */
export function listQuarantinedSources({ store }: Context): Result<readonly SourceFile[]> {
  return store.read((reader) =>
    succeed(
      reader
        .listQuarantined()
        .map(({ sha256, name }) => ({ path: placeOf(store.file, sha256), name, isAside: true }))
        .filter((source) => existsSync(source.path)),
    ),
  );
}

/** Copies a file aside as it is; durable when this returns. Errors of the storage. */
export function copyAside({ store }: Context, source: SourceFile, sha256: string): Promise<Result<null>> {
  const target = placeOf(store.file, sha256);
  return onStorageLater(target, async () => {
    if (existsSync(target)) return succeed(null);
    mkdirSync(path.dirname(target), { recursive: true });
    const unfinished = `${target}.${randomUUID()}.unfinished`;
    try {
      await copyFile(source.path, unfinished);
      syncFile(unfinished);
      renameSync(unfinished, target);
      syncFolder(path.dirname(target));
      return succeed(null);
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

/** Lets a file go that was imported after all. Errors of the storage. */
export function release({ store }: Context, sha256: string): Result<null> {
  const released = store.write((writer) => {
    writer.releaseQuarantined(sha256);
    return succeed(null);
  });
  if (released.ok) rmSync(placeOf(store.file, sha256), { force: true });
  return released;
}

function placeOf(databaseFile: string, sha256: string): string {
  return path.join(path.dirname(databaseFile), 'quarantine', sha256);
}
