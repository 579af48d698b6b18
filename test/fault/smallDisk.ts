import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import type { Migration } from '#backend/db/migration.ts';
import { migrations } from '#backend/db/migrations.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';

/** A place where a database soon finds no more room. */
export interface SmallDisk {
  readonly name: string;
  /** Makes the folder; it goes away with the test. */
  readonly make: () => string;
  readonly migrations: readonly Migration[];
}

/** SQLite's own limit, which every machine has, and a real full file system where this user may mount one. */
export function listSmallDisks(): readonly SmallDisk[] {
  const limit: Migration = {
    number: migrations.length + 1,
    name: 'limits-the-pages',
    sql: 'PRAGMA max_page_count = 60',
  };
  const limited: SmallDisk = {
    name: 'a database at its page limit',
    make: makeTemporaryFolder,
    migrations: [...migrations, limit],
  };
  return mayMount() ? [limited, { name: 'a full file system', make: mountSmallDisk, migrations }] : [limited];
}

/** Whether this user may mount file systems here. */
export function mayMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function mountSmallDisk(): string {
  const folder = makeTemporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}
