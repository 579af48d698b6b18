import type { AppError, Result } from '#shared/errors/result.ts';

/** One name in a folder of a target. Names come from others: they are compared with ours, never used as local paths. */
export interface RemoteEntry {
  readonly name: string;
  readonly kind: 'folder' | 'file';
  /** In bytes; 0 for folders. */
  readonly size: number;
  /** Changes when the content changes: the entity tag, or what the target has instead. Null where it has nothing. */
  readonly tag: string | null;
  readonly modifiedAt: Date | null;
}

export interface RemoteListing {
  readonly entries: readonly RemoteEntry[];
  /** The target's own clock at the moment of the listing; null where it has none. */
  readonly clock: Date | null;
}

/**
 * A place where packages are exchanged: a folder, or a server. Paths are relative, with `/`, made by
 * `shared/domain/sync/remotePath.ts`; '' is the target's own folder, which is never made. Errors of every function:
 * those of `toFolderError` or of `toServerError`.
 */
export interface Target {
  /** What stands directly in a folder; null where there is no such folder. Error `target-absent` where the target's own is missing. */
  list(folder: string): Promise<Result<RemoteListing | null>>;
  /** The bytes as they come, never more than a piece of them in memory. Failures on the way are thrown as `TargetFailure`. */
  read(path: string): Promise<Result<AsyncIterable<Uint8Array>>>;
  /** Makes a folder and those above it where they are missing; that others do the same is no error. */
  makeFolder(folder: string): Promise<Result<null>>;
  /** Puts a local file under a temporary name, replacing what stood there; durable as far as the target can tell. */
  writeTemporary(
    path: string,
    source: { readonly file: string; readonly size: number },
  ): Promise<Result<null>>;
  /** Gives a file its final name. `taken`: something has that name already, and nothing was moved. `gone`: there is nothing to move. */
  move(from: string, to: string): Promise<Result<'moved' | 'taken' | 'gone'>>;
  /** That it is gone already is no error. */
  remove(path: string): Promise<Result<null>>;
  close(): void;
}

/** An expected failure in the midst of bytes. */
export class TargetFailure extends Error {
  readonly error: AppError;

  constructor(error: AppError) {
    super(error.code);
    this.error = error;
  }
}
