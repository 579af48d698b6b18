import type { Migration } from '#backend/db/migration.ts';
import { migrations } from '#backend/db/migrations.ts';

export const rowsOfSlowMigration = 50_000;

/** Two steps after the shipped ones, long enough to be killed in the middle. */
export const slowMigrations: readonly Migration[] = [
  {
    number: migrations.length + 1,
    name: 'fills-a-table',
    sql: `CREATE TABLE filled (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
      INSERT INTO filled (text)
      WITH RECURSIVE counting (number) AS (
        SELECT 1 UNION ALL SELECT number + 1 FROM counting LIMIT ${String(rowsOfSlowMigration)}
      ) SELECT 'dòng ' || number || hex(randomblob(40)) FROM counting`,
  },
  {
    number: migrations.length + 2,
    name: 'indexes-it',
    sql: 'CREATE INDEX filled_text ON filled (text)',
  },
];
