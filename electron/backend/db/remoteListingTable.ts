import type Database from 'better-sqlite3';

/** A folder of a target in which nothing was left to do, as it was when it was read. */
export interface RemoteFolderRecord {
  readonly tag: string;
  /** Digest of its names and their tags. */
  readonly listing: string;
  /** Read twice alike under one tag. */
  readonly isConfirmed: boolean;
  /** ISO instant. */
  readonly readAt: string;
}

/** What became of a file of others. */
export interface RemoteFileRecord {
  readonly name: string;
  readonly tag: string;
  readonly outcome: 'imported' | 'refused' | 'postponed';
  /** Why not. */
  readonly code: string | null;
  /** How often it was postponed in a row. */
  readonly attempts: number;
  /** ISO instant, for what was postponed. */
  readonly nextTryAt: string | null;
  readonly appVersion: string;
}

export interface RemoteListingReader {
  findRemoteFolder(target: number, path: string): RemoteFolderRecord | undefined;
  listRemoteFiles(target: number, folder: string): readonly RemoteFileRecord[];
}

export interface RemoteListingWriter {
  keepRemoteFolder(target: number, path: string, record: RemoteFolderRecord): void;
  forgetRemoteFolder(target: number, path: string): void;
  keepRemoteFile(target: number, folder: string, record: RemoteFileRecord): void;
  forgetRemoteFile(target: number, folder: string, name: string): void;
  /** So that every folder and what was refused in it for one of these reasons is looked at again. */
  forgetRefused(target: number, codes: readonly string[]): void;
}

/** The statements that run often; a test asks SQLite for their plans. */
export const remoteListingQueries = {
  folder: `SELECT tag, listing, is_confirmed AS isConfirmed, read_at AS readAt FROM remote_folder
    WHERE target = ? AND path = ?`,
  files: `SELECT name, tag, outcome, code, attempts, next_try_at AS nextTryAt, app_version AS appVersion
    FROM remote_file WHERE target = ? AND folder = ?`,
} as const;

type FolderRow = Omit<RemoteFolderRecord, 'isConfirmed'> & { readonly isConfirmed: number };

export function prepareRemoteListingTables(
  database: Database.Database,
): RemoteListingReader & RemoteListingWriter {
  const folder = database.prepare<[number, string], FolderRow>(remoteListingQueries.folder);
  const files = database.prepare<[number, string], RemoteFileRecord>(remoteListingQueries.files);
  const keepFolder = database.prepare<[object]>(
    `INSERT INTO remote_folder (target, path, tag, listing, is_confirmed, read_at)
     VALUES (:target, :path, :tag, :listing, :isConfirmed, :readAt)
     ON CONFLICT (target, path) DO UPDATE SET tag = excluded.tag, listing = excluded.listing,
       is_confirmed = excluded.is_confirmed, read_at = excluded.read_at`,
  );
  const forgetFolder = database.prepare<[number, string]>(
    'DELETE FROM remote_folder WHERE target = ? AND path = ?',
  );
  const forgetFolders = database.prepare<[number]>('DELETE FROM remote_folder WHERE target = ?');
  const keepFile = database.prepare<[object]>(
    `INSERT INTO remote_file (target, folder, name, tag, outcome, code, attempts, next_try_at, app_version)
     VALUES (:target, :folder, :name, :tag, :outcome, :code, :attempts, :nextTryAt, :appVersion)
     ON CONFLICT (target, folder, name) DO UPDATE SET tag = excluded.tag, outcome = excluded.outcome,
       code = excluded.code, attempts = excluded.attempts, next_try_at = excluded.next_try_at,
       app_version = excluded.app_version`,
  );
  const forgetFile = database.prepare<[number, string, string]>(
    'DELETE FROM remote_file WHERE target = ? AND folder = ? AND name = ?',
  );
  const forgetCodes = database.prepare<[number, string]>(
    `DELETE FROM remote_file WHERE target = ? AND outcome = 'refused'
       AND code IN (SELECT value FROM json_each(?))`,
  );
  return {
    findRemoteFolder: (target, path) => {
      const row = folder.get(target, path);
      return row && { ...row, isConfirmed: row.isConfirmed === 1 };
    },
    listRemoteFiles: (target, path) => files.all(target, path),
    keepRemoteFolder: (target, path, record) =>
      void keepFolder.run({ ...record, target, path, isConfirmed: record.isConfirmed ? 1 : 0 }),
    forgetRemoteFolder: (target, path) => void forgetFolder.run(target, path),
    keepRemoteFile: (target, path, record) => void keepFile.run({ ...record, target, folder: path }),
    forgetRemoteFile: (target, path, name) => void forgetFile.run(target, path, name),
    forgetRefused: (target, codes) => {
      forgetCodes.run(target, JSON.stringify(codes));
      forgetFolders.run(target);
    },
  };
}
