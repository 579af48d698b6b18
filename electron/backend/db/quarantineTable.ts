import type Database from 'better-sqlite3';
import type { AppError } from '#shared/errors/result.ts';

/** A file kept aside until what it needs arrives. */
export interface QuarantinedFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
  /** ISO instant. */
  readonly keptAt: string;
  readonly errors: readonly AppError[];
}

export interface QuarantineReader {
  /** Oldest first. */
  listQuarantined(): readonly QuarantinedFile[];
}

export interface QuarantineWriter {
  /** Again for one that is there already says anew why. */
  keepQuarantined(file: QuarantinedFile): void;
  releaseQuarantined(sha256: string): void;
}

type Row = Omit<QuarantinedFile, 'errors'> & { readonly errors: string };

export function prepareQuarantineTable(database: Database.Database): QuarantineReader & QuarantineWriter {
  const list = database.prepare<[], Row>(
    `SELECT sha256, file_name AS name, size, kept_at AS keptAt, errors FROM quarantined_file
     ORDER BY kept_at, sha256`,
  );
  const keep = database.prepare<[object]>(
    `INSERT INTO quarantined_file (sha256, file_name, size, kept_at, errors)
     VALUES (:sha256, :name, :size, :keptAt, :errors)
     ON CONFLICT (sha256) DO UPDATE SET errors = excluded.errors`,
  );
  const release = database.prepare<[string]>('DELETE FROM quarantined_file WHERE sha256 = ?');
  return {
    listQuarantined: () =>
      list.all().map(({ errors, ...row }) => ({ ...row, errors: JSON.parse(errors) as AppError[] })),
    keepQuarantined: (file) => void keep.run({ ...file, errors: JSON.stringify(file.errors) }),
    releaseQuarantined: (sha256) => void release.run(sha256),
  };
}
