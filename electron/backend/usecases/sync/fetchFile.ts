import { createHash } from 'node:crypto';
import { shortDigestOf } from '#shared/domain/sync/remotePath.ts';
import { fail, failWith, type AppError, type Result } from '#shared/errors/result.ts';
import type { IncomingFile } from '../../files/incomingFolder.ts';
import { TargetFailure } from '../../sync/target.ts';
import type { WantedFile } from './readFolder.ts';
import type { SyncRun } from './syncRun.ts';

/**
 * Fetches a file into the incoming folder and checks it against the size of the listing and the digest in its name.
 * Errors: those of `Target.read`, `transfer-damaged`, and those of `IncomingFolder.receive`.
 */
export async function fetchFile(
  { target, incoming }: SyncRun,
  importId: string,
  { folder, name, size, shortDigest }: WantedFile,
): Promise<Result<IncomingFile>> {
  const opened = await target.read(`${folder}/${name}`);
  if (!opened.ok) return opened;
  const watched = watch(opened.value, size);
  const received = await incoming.receive(importId, name, watched.pieces());
  const failure = watched.failure();
  if (failure) return fail([failure]);
  if (!received.ok) return received;
  const isWhole = received.value.size === size && shortDigestOf(watched.digest()) === shortDigest;
  return isWhole ? received : failWith('transfer-damaged', { name });
}

function watch(bytes: AsyncIterable<Uint8Array>, size: number) {
  const hash = createHash('sha256');
  let failure: AppError | undefined;
  let read = 0;
  async function* pieces(): AsyncGenerator<Uint8Array, void> {
    try {
      for await (const piece of bytes) {
        hash.update(piece);
        read += piece.length;
        yield piece;
        // A server that never stops sending fills no disk here.
        if (read > size) return;
      }
    } catch (error) {
      if (!(error instanceof TargetFailure)) throw error;
      failure = error.error;
    }
  }
  return { pieces, failure: () => failure, digest: () => hash.digest('hex') };
}
