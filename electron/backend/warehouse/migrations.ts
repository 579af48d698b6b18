import type { WarehouseMigration } from './migration.ts';
import { starSchema } from './migrations/0001-star-schema.ts';

/** Append-only, in order. */
export const warehouseMigrations: readonly WarehouseMigration[] = [starSchema];
