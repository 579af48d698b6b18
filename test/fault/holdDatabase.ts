import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { openStore } from '#backend/db/store.ts';

// Opens the store, says how that went, and holds it until it is killed.
const [databaseFile = '', lockWaitMilliseconds = '100', user = ''] = process.argv.slice(2);
if (user === 'unprivileged') dropPrivileges();
const opened = openStore({
  databaseFile,
  lockWaitMilliseconds: Number(lockWaitMilliseconds),
  now: () => new Date(),
  newId: randomUUID,
});
writeSync(1, opened.ok ? 'opened\n' : `refused ${opened.errors.map((error) => error.code).join(' ')}\n`);
// What nobody can reach any more is closed by the collector, and its lock with it.
if (opened.ok) setInterval(() => opened.value.file, 1000);

/** The administrator may write into read-only folders; what has been loaded stays, whoever may read it later. */
function dropPrivileges(): void {
  new Database(':memory:').close();
  if (process.getuid?.() !== 0) return;
  process.setgid?.(65_534);
  process.setuid?.(65_534);
}
