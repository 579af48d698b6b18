import { hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { hostname } from 'node:os';
import type Database from 'better-sqlite3';

/**
 * Where a database lies, host and path as digests: nothing in a data folder tells strangers where it has been. Two
 * that differ in any of it are not the same file on the same machine.
 */
interface Home {
  readonly host: string;
  readonly path: string;
  readonly fileIdentity: string;
}

/**
 * The number of this installation among the replicas. The first opening makes it, and so does the first opening
 * of a copy: two folders that went on counting under one name would give the same name to different edits.
 */
export function ownReplica(database: Database.Database, file: string, newId: () => string): number {
  const known = database.prepare<[], number>('SELECT number FROM replica WHERE is_own = 1').pluck().get();
  const here = homeOf(file);
  const remembered = readHome(database);
  const isSame = remembered === undefined || sameHome(remembered, here);
  if (known !== undefined && isSame && remembered !== undefined) return known;
  return database
    .transaction(() => {
      writeHome(database, here);
      return known !== undefined && isSame ? known : becomeNewReplica(database, newId());
    })
    .immediate();
}

/** For what is about to be put in the place of a database by a rename: the next opening learns its home anew. */
export function forgetHome(database: Database.Database): void {
  database.exec('DELETE FROM home');
}

/** Makes this installation count under a new name from now on; returns its number. */
export function becomeNewReplica(database: Database.Database, id: string): number {
  database.exec('UPDATE replica SET is_own = 0 WHERE is_own = 1');
  const inserted = database.prepare('INSERT INTO replica (id, is_own) VALUES (?, 1)').run(id);
  return Number(inserted.lastInsertRowid);
}

function homeOf(file: string): Home {
  const { ino, birthtimeNs } = statSync(file, { bigint: true });
  return {
    host: digestOf(hostname()),
    path: digestOf(file),
    fileIdentity: `${String(ino)}.${String(birthtimeNs)}`,
  };
}

function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}

function sameHome(one: Home, other: Home): boolean {
  return one.host === other.host && one.path === other.path && one.fileIdentity === other.fileIdentity;
}

function readHome(database: Database.Database): Home | undefined {
  return database.prepare<[], Home>('SELECT host, path, file_identity AS fileIdentity FROM home').get();
}

function writeHome(database: Database.Database, home: Home): void {
  database
    .prepare<[object]>(
      `INSERT INTO home (only_row, host, path, file_identity) VALUES (1, :host, :path, :fileIdentity)
       ON CONFLICT (only_row) DO UPDATE SET host = excluded.host, path = excluded.path,
         file_identity = excluded.file_identity`,
    )
    .run(home);
}
