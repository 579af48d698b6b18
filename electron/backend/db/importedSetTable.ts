import type Database from 'better-sqlite3';

/** A criteria set that came in a file. */
export interface ImportedSet {
  readonly setId: string;
  readonly setVersion: string;
  readonly digest: string;
  /** JSON text of what the file said: the set, its maps and checks. */
  readonly document: string;
}

export interface ImportedSetReader {
  listImportedSets(): readonly ImportedSet[];
  /** Those that an import brought. */
  listSetsOfImport(importNumber: number): readonly ImportedSet[];
}

export interface ImportedSetWriter {
  insertImportedSet(set: ImportedSet, fromPackage: number): void;
  removeSetsOfImport(importNumber: number): void;
}

const columns = 'set_id AS setId, set_version AS setVersion, digest, document';

/** The statements that run often; a test asks SQLite for their plans. */
export const importedSetQueries = {
  ofImport: `SELECT ${columns} FROM imported_set
    WHERE from_package IN (SELECT number FROM received_package WHERE import = ?)`,
  remove: `DELETE FROM imported_set
    WHERE from_package IN (SELECT number FROM received_package WHERE import = ?)`,
} as const;

export function prepareImportedSetTable(database: Database.Database): ImportedSetReader & ImportedSetWriter {
  const list = database.prepare<[], ImportedSet>(
    `SELECT ${columns} FROM imported_set ORDER BY set_id, set_version`,
  );
  const ofImport = database.prepare<[number], ImportedSet>(importedSetQueries.ofImport);
  const insert = database.prepare<[object]>(
    `INSERT INTO imported_set (set_id, set_version, digest, document, from_package)
     VALUES (:setId, :setVersion, :digest, :document, :fromPackage)`,
  );
  const remove = database.prepare<[number]>(importedSetQueries.remove);
  return {
    listImportedSets: () => list.all(),
    listSetsOfImport: (importNumber) => ofImport.all(importNumber),
    insertImportedSet: (set, fromPackage) => void insert.run({ ...set, fromPackage }),
    removeSetsOfImport: (importNumber) => void remove.run(importNumber),
  };
}
