import type { WarehouseMigration } from '../migration.ts';
import { dimensionTables } from './0001-star-schema/dimensions.ts';
import { factTables } from './0001-star-schema/facts.ts';

/**
 * Dimensions, facts and the view that dashboards begin with. Keys are natural, so that no sequence has to be shared
 * between machines. Every fact is keyed and partitioned by `period_code`, and carries `unit_key` in its key, by which
 * Citus distributes (docs/warehouse.md).
 */
export const starSchema: WarehouseMigration = {
  number: 1,
  name: 'star-schema',
  sql: dimensionTables + factTables,
};
