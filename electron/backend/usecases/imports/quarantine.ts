import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { CallOutput } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import { copyDurably } from '../../files/copyDurably.ts';
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
    await copyDurably(source.path, target);
    return succeed(null);
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
