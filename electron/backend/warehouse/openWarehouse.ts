import pg from 'pg';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { WarehouseAddress } from './address.ts';
import { migrateWarehouse } from './migrateWarehouse.ts';
import { warehouseMigrations } from './migrations.ts';
import { readTableShapes } from './tableShapes.ts';
import { makeWarehouse, type Warehouse } from './warehouse.ts';
import { onWarehouse } from './warehouseFailure.ts';

/** Any number, as long as every publisher asks for the same one. */
const lockOfPublishers = [0x5453, 7];

/**
 * Connects, takes the lock that only one publisher has at a time, brings the schema to the newest version, uses it, and
 * lets go. The lock belongs to the connection, so that a killed publisher leaves none behind. Errors: those of
 * `onWarehouse`, `warehouse-busy`, `warehouse-too-new`, and those of `use`.
 */
export async function withWarehouse<T>(
  address: WarehouseAddress,
  use: (warehouse: Warehouse) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { host, port, user, database, password, ssl } = address;
  const client = new pg.Client({
    host,
    port,
    user,
    database,
    ...(password === undefined ? {} : { password }),
    ...(ssl === undefined ? {} : { ssl }),
    application_name: 'thuoc-so publish',
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
    // A run of cron must end, whatever happens on the server.
    lock_timeout: 60_000,
    statement_timeout: 600_000,
  });
  // Also comes as the rejection of whatever is under way.
  client.on('error', () => undefined);
  return await onWarehouse(address, async () => {
    try {
      await client.connect();
      const { rows } = await client.query<{ locked: boolean }>(
        'SELECT pg_try_advisory_lock($1, $2) AS locked',
        lockOfPublishers,
      );
      if (!rows[0]?.locked) return failWith('warehouse-busy', { host, database, user });
      const migrated = await migrateWarehouse(client, warehouseMigrations);
      if (!migrated.ok) return migrated;
      const shapes = await readTableShapes(client);
      const used = await use(makeWarehouse(client, shapes, migrated.value));
      return used.ok ? succeed(used.value) : used;
    } finally {
      await client.end().catch(() => undefined);
    }
  });
}
