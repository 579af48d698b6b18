import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { syncFile, syncFolder } from '../files/syncFolder.ts';

/**
 * Writes a whole, consistent copy of an open database under a new name: read back and on the disk when this
 * returns, absent when it throws. Throws what SQLite or the file system throws.
 */
export function copyDatabase(database: Database.Database, target: string): void {
  const folder = path.dirname(target);
  const unfinished = `${target}.unfinished`;
  mkdirSync(folder, { recursive: true });
  try {
    rmSync(unfinished, { force: true });
    database.prepare('VACUUM INTO ?').run(unfinished);
    readBack(unfinished);
    syncFile(unfinished);
    renameSync(unfinished, target);
    syncFolder(folder);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function readBack(file: string): void {
  const copy = new Database(file, { readonly: true });
  try {
    const verdict = String(copy.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw new Error(`The copy reads back damaged: ${verdict.slice(0, 120)}`);
  } finally {
    copy.close();
  }
}
