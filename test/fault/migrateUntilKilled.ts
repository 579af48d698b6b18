import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { migrations } from '#backend/db/migrations.ts';
import { openStore } from '#backend/db/store.ts';
import { slowMigrations } from './slowMigrations.ts';

// Opens a database of the present version with two more steps, the first of which takes a while.
const [databaseFile = ''] = process.argv.slice(2);
writeSync(1, 'begins\n');
const opened = openStore({
  databaseFile,
  migrations: [...migrations, ...slowMigrations],
  now: () => new Date(),
  newId: randomUUID,
});
writeSync(1, opened.ok ? 'migrated\n' : `refused ${opened.errors.map((error) => error.code).join(' ')}\n`);
setInterval(() => undefined, 1000);
