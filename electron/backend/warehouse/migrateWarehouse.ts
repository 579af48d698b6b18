import type { Client } from 'pg';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { inTransaction } from './inTransaction.ts';
import type { WarehouseMigration } from './migration.ts';

/** What the numbered migrations made of the schema. */
export interface MigratedWarehouse {
  readonly version: number;
  /** Names of the migrations that ran now. */
  readonly applied: readonly string[];
}

// Asked first, so that a role that may only write facts can publish where everything stands already.
const ledgerExists = `SELECT to_regclass('thuoc_so.migration') IS NOT NULL AS "exists"`;

const ledger = `
CREATE SCHEMA IF NOT EXISTS thuoc_so;
COMMENT ON SCHEMA thuoc_so IS 'Scores of units, published by Thước Số. Made and changed by its migrations only.';
CREATE TABLE IF NOT EXISTS thuoc_so.migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE thuoc_so.migration IS 'Which migrations made this schema.';
COMMENT ON COLUMN thuoc_so.migration.number IS 'Number, from 1.';
COMMENT ON COLUMN thuoc_so.migration.name IS 'Name.';
COMMENT ON COLUMN thuoc_so.migration.applied_at IS 'When it ran.';`;

/**
 * Brings the schema to the newest version, each migration in a transaction of its own. The caller holds the lock of
 * publishers. Errors: `warehouse-too-new`; PostgreSQL's own are thrown.
 */
export async function migrateWarehouse(
  client: Client,
  migrations: readonly WarehouseMigration[],
): Promise<Result<MigratedWarehouse>> {
  const { rows: found } = await client.query<{ exists: boolean }>(ledgerExists);
  if (!found[0]?.exists) await inTransaction(client, () => client.query(ledger));
  const { rows } = await client.query<{ version: number }>(
    'SELECT coalesce(max(number), 0)::int AS version FROM thuoc_so.migration',
  );
  const present = rows[0]?.version ?? 0;
  if (present > migrations.length) {
    return failWith('warehouse-too-new', { version: present, known: migrations.length });
  }
  const pending = migrations.filter(({ number }) => number > present);
  for (const { number, name, sql } of pending) {
    await inTransaction(client, async () => {
      await client.query(sql);
      await client.query('INSERT INTO thuoc_so.migration (number, name) VALUES ($1, $2)', [number, name]);
    });
  }
  return succeed({ version: migrations.length, applied: pending.map(({ name }) => name) });
}
