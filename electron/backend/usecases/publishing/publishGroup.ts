import { succeed, type Result } from '#shared/errors/result.ts';
import { findSet } from '../../files/content.ts';
import type { AssessmentFacts, PublishedGroup } from '../../warehouse/rows.ts';
import type { Warehouse } from '../../warehouse/warehouse.ts';
import type { FigureContext } from '../dashboard/keepFigures.ts';
import { dimensionsOf, setKeyOf } from './dimensionsOf.ts';
import { describeUnit, digestOfComparison, gatherGroup, type GatheredGroup } from './gatherGroup.ts';
import { makeFacts } from './makeFacts.ts';
import { placesOf } from './placesOf.ts';

/** So many units go in one transaction: memory stays flat, and a kill costs no more than these. */
const unitsAtOnce = 100;

/** What became of the units of one period and set; rows are those that were really written. */
export interface GroupOutcome {
  readonly units: number;
  readonly written: number;
  readonly removed: number;
  readonly rows: number;
}

/** What a publication shares among its groups. */
export interface GroupWatch {
  /** Keys of units that the dimension has from another group; a unit that no list knows may be named in two ways. */
  readonly describedUnits: Set<string>;
  /** Hears of each transaction. */
  readonly onBatch: (units: number) => void;
}

/**
 * Writes what differs of one period by one set. Errors: those of `gatherGroup`,
 * `warehouse-of-another-publisher`; those of PostgreSQL are thrown.
 */
export async function publishGroup(
  context: FigureContext,
  warehouse: Warehouse,
  group: PublishedGroup,
  { describedUnits, onBatch }: GroupWatch,
): Promise<Result<GroupOutcome>> {
  const gathered = gatherGroup(context, group);
  if (!gathered.ok) return gathered;
  const { units } = gathered.value;
  const there = await warehouse.readDigests(group);
  const dimensions = dimensionsOf(context.content, describeGroup(context, gathered.value));
  const news = dimensions.unit.filter(({ unitKey }) => !describedUnits.has(String(unitKey)));
  for (const { unitKey } of news) describedUnits.add(String(unitKey));
  const described = await warehouse.writeDimensions({ ...dimensions, unit: news });
  const facts = await writeDiffering(context, warehouse, gathered.value, { there, onBatch });
  if (!facts.ok) return facts;
  const { written, digests } = facts.value;
  const removed = [...there.keys()].filter((unitKey) => !digests.has(unitKey));
  if (removed.length > 0) await warehouse.removeUnits(group, removed);
  const places = await writePlaces(context, warehouse, gathered.value, digests);
  if (!places.ok) return places;
  const rows = described + facts.value.rows + places.value;
  return succeed({ units: units.length, written, removed: removed.length, rows });
}

interface WrittenFacts extends Pick<GroupOutcome, 'written' | 'rows'> {
  /** Of the facts of all units of the group, by unit key. */
  readonly digests: ReadonlyMap<string, string>;
}

/** Writes the facts that are not there as they are here; while the server writes a batch the next one is made. */
async function writeDiffering(
  context: FigureContext,
  warehouse: Warehouse,
  gathered: GatheredGroup,
  { there, onBatch }: Pick<GroupWatch, 'onBatch'> & { readonly there: ReadonlyMap<string, string> },
): Promise<Result<WrittenFacts>> {
  const digests = new Map<string, string>();
  for (const { unitKey, digest } of gathered.units) if (digest !== null) digests.set(unitKey, digest);
  const differing = gathered.units.filter(
    ({ unitKey, digest }) => digest === null || there.get(unitKey) !== digest,
  );
  const done = { written: 0, rows: 0, digests };
  const write = async (facts: readonly AssessmentFacts[]): Promise<Result<null>> => {
    const changed = facts.filter(({ unitKey, digest }) => there.get(unitKey) !== digest);
    if (changed.length === 0) return succeed(null);
    const rows = await warehouse.writeFacts(gathered.group, changed, there);
    if (!rows.ok) return rows;
    done.rows += rows.value;
    done.written += changed.length;
    onBatch(changed.length);
    return succeed(null);
  };
  let made: readonly AssessmentFacts[] = [];
  for (let start = 0; start < differing.length; start += unitsAtOnce) {
    const some = differing.slice(start, start + unitsAtOnce);
    const [next, batch] = await bothOf(makeFacts(context, gathered, some), write(made));
    if (!batch.ok) return batch;
    if (!next.ok) return next;
    made = next.value;
    for (const { unitKey, digest } of made) digests.set(unitKey, digest);
  }
  const last = await write(made);
  return last.ok ? succeed(done) : last;
}

/** Places hang together: one unit more or less moves all others. */
async function writePlaces(
  context: FigureContext,
  warehouse: Warehouse,
  { group, loadedSet, engine }: GatheredGroup,
  digests: ReadonlyMap<string, string>,
): Promise<Result<number>> {
  const digest = digestOfComparison(engine, digests);
  if ((await warehouse.readComparison(group)) === digest) return succeed(0);
  const places = await placesOf(context, group);
  if (!places.ok) return places;
  const comparison = { ...group, setKey: setKeyOf(loadedSet.set), digest };
  return succeed(await warehouse.writePlaces(group, comparison, places.value));
}

function describeGroup(context: FigureContext, { group, period, loadedSet, units }: GatheredGroup) {
  const versions = new Set(
    units.flatMap((unit) => (unit.kind === 'arrived' ? [unit.record.setVersion] : [])),
  );
  const older = [...versions]
    .filter((version) => version !== loadedSet.set.version)
    .flatMap((version) => {
      const found = findSet(context.content, group.setId, version);
      return found.ok ? [found.value] : [];
    });
  return { period, sets: [loadedSet, ...older], units: units.map((unit) => describeUnit(context, unit)) };
}

/** Neither goes on when this returns or throws. */
async function bothOf<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return await Promise.all([one, other]);
}
