import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { PublishedGroup } from '../../warehouse/rows.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { FigureContext } from '../dashboard/keepFigures.ts';
import { findProfile } from '../profile.ts';
import { gatherGroup, listGroups } from './gatherGroup.ts';
import { publishGroup } from './publishGroup.ts';
import { unitKeyOf } from './unitKey.ts';

export interface PublishOptions {
  /** Take out what is no longer here even where it is most of what is there. */
  readonly allowRemoval: boolean;
  /** Hears of each transaction. */
  readonly onProgress: (done: number) => void;
}

/** What a publication did. */
export interface Publication {
  /** Unit key of whoever published; empty for a data file without a profile. */
  readonly publisher: string;
  /** Periods and sets. */
  readonly groups: number;
  /** Units compared, those included from which nothing has come. */
  readonly units: number;
  /** Units of which something was written. */
  readonly written: number;
  /** Units taken out, because what was published of them is no longer here. */
  readonly removed: number;
  /** Rows written in all tables. */
  readonly rows: number;
  readonly schemaVersion: number;
  /** Migrations that ran. */
  readonly migrations: readonly string[];
}

/** Fewer than this may go without being asked for. */
const fewUnits = 10;

/**
 * Brings the shared data store to what the dashboard of this data file shows. Only what differs is written; what was cut
 * off is completed by the next run. Errors: `warehouse-removes-most`, `warehouse-of-another-publisher`, those of the
 * storage; those of PostgreSQL are thrown.
 */
export async function publish(
  context: FigureContext,
  warehouse: Warehouse,
  { allowRemoval, onProgress }: PublishOptions,
): Promise<Result<Publication>> {
  const planned = context.store.read((reader) => {
    const profile = findProfile(reader);
    const publisher = profile ? unitKeyOf(profile.unit.code, profile.unit.validFrom) : '';
    return succeed({ publisher, groups: listGroups(reader, context, publisher) });
  });
  if (!planned.ok) return planned;
  const { publisher, groups } = planned.value;
  const here = new Set(groups.map(nameOf));
  const present = await warehouse.listGroups(publisher);
  const gone = present.filter((group) => !here.has(nameOf(group))).map((group) => ({ publisher, ...group }));
  if (!allowRemoval) {
    const all = present.reduce((sum, { arrived }) => sum + arrived, 0);
    const removed = await countRemovals(context, warehouse, groups, gone);
    if (!removed.ok) return removed;
    if (removed.value > fewUnits && removed.value * 2 > all) {
      return failWith('warehouse-removes-most', { count: removed.value, all });
    }
  }
  let done = 0;
  const watch = {
    describedUnits: new Set<string>(),
    onBatch: (units: number) => onProgress((done += units)),
  };
  const total = { units: 0, written: 0, removed: 0, rows: 0 };
  for (const group of groups) {
    const outcome = await publishGroup(context, warehouse, group, watch);
    if (!outcome.ok) return outcome;
    for (const name of ['units', 'written', 'removed', 'rows'] as const) total[name] += outcome.value[name];
  }
  for (const group of gone) {
    const unitKeys = [...(await warehouse.readDigests(group)).keys()];
    await warehouse.removeUnits(group, unitKeys);
    total.removed += unitKeys.length;
  }
  const { version: schemaVersion, applied: migrations } = warehouse.schema;
  return succeed({ publisher, groups: groups.length, ...total, schemaVersion, migrations });
}

/**
 * From how many units nothing would be there any more. Counted before anything is written: an empty data file in the
 * wrong place must not empty the data store.
 */
async function countRemovals(
  context: FigureContext,
  warehouse: Warehouse,
  groups: readonly PublishedGroup[],
  gone: readonly { readonly arrived: number }[],
): Promise<Result<number>> {
  let count = gone.reduce((sum, { arrived }) => sum + arrived, 0);
  for (const group of groups) {
    const gathered = gatherGroup(context, group);
    if (!gathered.ok) return gathered;
    const arrived = new Set(
      gathered.value.units.flatMap(({ kind, unitKey }) => (kind === 'arrived' ? [unitKey] : [])),
    );
    const before = await warehouse.listArrivedUnits(group);
    count += before.filter((unitKey) => !arrived.has(unitKey)).length;
  }
  return succeed(count);
}

function nameOf({ periodCode, setId }: Pick<PublishedGroup, 'periodCode' | 'setId'>): string {
  return `${periodCode} ${setId}`;
}
