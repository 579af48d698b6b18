import type Database from 'better-sqlite3';
import { succeed, type Result } from '#shared/errors/result.ts';
import { copyDatabase } from './copyDatabase.ts';
import { takeDatabaseLock, type DatabaseLock } from './databaseLock.ts';
import { diagnoseDatabase, listPersonalTexts, type DatabaseDiagnosis } from './diagnoseDatabase.ts';
import { holdDatabase, type HeldDatabase, type ReplaceStep } from './heldDatabase.ts';
import { locateDatabase } from './locateDatabase.ts';
import type { Migration } from './migration.ts';
import { migrations as allMigrations } from './migrations.ts';
import { openDatabase } from './openDatabase.ts';
import { ownReplica } from './ownReplica.ts';
import { clearReplacement } from './replaceDatabase.ts';
import { onStorage } from './storageFailure.ts';
import { prepareTables, type StoreReader, type StoreWriter } from './tables.ts';

export type { StoreReader, StoreWriter } from './tables.ts';

export interface Store {
  /** Real path of the database file. */
  readonly file: string;
  /** One consistent view. Errors of the storage (`database-damaged`, …) become the result. */
  read<T>(work: (reader: StoreReader) => Result<T>): Result<T>;
  /**
   * One transaction: all of it is on the disk when this returns a value, none of it when it returns errors. Errors
   * of the storage (`disk-full`, `folder-read-only`, `database-damaged`, …) become the result.
   */
  write<T>(work: (writer: StoreWriter) => Result<T>): Result<T>;
  /** How often somebody has begun to write; while this stays the same, what was read still stands. */
  readonly writesBegun: () => number;
  /** Writes a whole copy of everything to a new file, durable when this returns. Errors of the storage. */
  copyTo(file: string): Result<void>;
  /**
   * Puts the replacement beside the database (see `replaceDatabase.ts`) in its place and goes on with that. Where
   * it fails before the swap, the store goes on as it was. `onStep` hears of each step. Errors:
   * `database-in-use` while a foreign program reads the database, and those of the storage.
   */
  replace(onStep: (step: ReplaceStep) => void): Result<null>;
  /** For the support bundle. Errors of the storage. */
  diagnose(): Result<{ readonly diagnosis: DatabaseDiagnosis; readonly personalTexts: readonly string[] }>;
  close(): void;
}

export interface StoreOptions {
  readonly databaseFile: string;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Refuse with `database-not-found` instead of making a new database. */
  readonly mustExist?: boolean;
  /** How long to wait for another process to finish; it blocks. */
  readonly lockWaitMilliseconds?: number;
  /** For tests of migrating. */
  readonly migrations?: readonly Migration[];
}

const usualLockWaitMilliseconds = 500;

/**
 * Opens the store, which one process holds at a time. Errors: `database-in-use`, `database-not-found`,
 * `database-not-ours`, `database-too-new`, `database-damaged`, `disk-full`, `folder-read-only`, `file-…`.
 */
export function openStore(options: StoreOptions): Result<Store> {
  return onStorage(options.databaseFile, () => {
    const located = locateDatabase(options.databaseFile, options.mustExist ?? false);
    if (!located.ok) return located;
    const lock = takeDatabaseLock(located.value, options.lockWaitMilliseconds ?? usualLockWaitMilliseconds);
    return releaseUnlessOpened(lock, () => openLocked(located.value, lock, options));
  });
}

function openLocked(file: string, lock: DatabaseLock, options: StoreOptions): Result<Store> {
  clearReplacement(file);
  const held = holdDatabase(file, () => openTables(file, options));
  return held.ok ? succeed(makeStore(file, held.value, lock)) : held;
}

interface OpenTables {
  readonly database: Database.Database;
  readonly tables: StoreWriter;
}

function openTables(file: string, options: StoreOptions): Result<OpenTables> {
  const opened = openDatabase(file, options.migrations ?? allMigrations, options.now());
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    const replica = ownReplica(database, file, options.newId);
    return succeed({ database, tables: prepareTables(database, replica) });
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeStore(file: string, held: HeldDatabase<OpenTables>, lock: DatabaseLock): Store {
  const run = <T>(begin: string, work: (tables: StoreWriter) => Result<T>) =>
    held.use(({ database, tables }) => inTransaction(database, begin, () => work(tables)));
  let writesBegun = 0;
  return {
    file,
    read: (work) => run('BEGIN', work),
    write: (work) => {
      writesBegun += 1;
      return run('BEGIN IMMEDIATE', work);
    },
    writesBegun: () => writesBegun,
    copyTo: (copy) => held.use(({ database }) => succeed(copyDatabase(database, copy))),
    replace: (onStep) => {
      writesBegun += 1;
      return held.replace(onStep);
    },
    diagnose: () =>
      held.use(({ database }) =>
        succeed({
          diagnosis: diagnoseDatabase(database, file),
          personalTexts: listPersonalTexts(database),
        }),
      ),
    close: () => {
      held.close();
      lock.release();
    },
  };
}

function inTransaction<T>(database: Database.Database, begin: string, work: () => Result<T>): Result<T> {
  database.exec(begin);
  try {
    const result = work();
    database.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } finally {
    // After some errors, a full disk among them, SQLite has rolled back by itself.
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

function releaseUnlessOpened<T>(lock: DatabaseLock, open: () => Result<T>): Result<T> {
  try {
    const opened = open();
    if (!opened.ok) lock.release();
    return opened;
  } catch (error) {
    lock.release();
    throw error;
  }
}
