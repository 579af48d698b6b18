import type { Client } from 'pg';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { inTransaction } from './inTransaction.ts';
import type { MigratedWarehouse } from './migrateWarehouse.ts';
import { ensurePartitions } from './partitions.ts';
import {
  dimensionTableNames,
  factTablesOfAssessment,
  partitionedTables,
  type AssessmentFacts,
  type Dimensions,
  type FactTable,
  type PublishedGroup,
  type Row,
} from './rows.ts';
import type { TableShape } from './tableShapes.ts';
import { deleteRowsOfUnits, insertFacts, updateFacts, upsertRows, type RowsOfUnits } from './writeRows.ts';

/** From how many units a publisher has something there of one period and set. */
export interface PresentGroup {
  readonly periodCode: string;
  readonly setId: string;
  readonly arrived: number;
}

/** The shared data store, open for one publisher. Each call that writes is one transaction and returns the rows written. */
export interface Warehouse {
  readonly schema: MigratedWarehouse;
  listGroups(publisher: string): Promise<readonly PresentGroup[]>;
  /** Digests of the facts that are there, by unit key. */
  readDigests(group: PublishedGroup): Promise<ReadonlyMap<string, string>>;
  /** Keys of the units from which something had come. */
  listArrivedUnits(group: PublishedGroup): Promise<readonly string[]>;
  /** Digest of what places were computed from; null while they are not complete. */
  readComparison(group: PublishedGroup): Promise<string | null>;
  writeDimensions(dimensions: Dimensions): Promise<number>;
  /**
   * Puts facts in the place of those of the same units. `known` has the units of which something is there. Errors:
   * `warehouse-of-another-publisher`.
   */
  writeFacts(
    group: PublishedGroup,
    facts: readonly AssessmentFacts[],
    known: Pick<ReadonlySet<string>, 'has'>,
  ): Promise<Result<number>>;
  /** Takes units out with all their facts. */
  removeUnits(group: PublishedGroup, unitKeys: readonly string[]): Promise<void>;
  /** Notes that all facts of the group are there, with the places that follow from them. */
  writePlaces(group: PublishedGroup, comparison: Row, places: readonly Row[]): Promise<number>;
}

/** @param shapes of all tables, by name */
export function makeWarehouse(
  client: Client,
  shapes: ReadonlyMap<string, TableShape>,
  schema: MigratedWarehouse,
): Warehouse {
  return { schema, ...prepareReading(client), ...prepareWriting(client, shapes) };
}

type Reading = Pick<Warehouse, 'listGroups' | 'readDigests' | 'listArrivedUnits' | 'readComparison'>;

function prepareReading(client: Client): Reading {
  return {
    listGroups: async (publisher) => {
      const { rows } = await client.query<PresentGroup>(
        `SELECT period_code AS "periodCode", set_id AS "setId", count(*) FILTER (WHERE has_arrived)::int AS arrived FROM thuoc_so.assessment
         WHERE publisher = $1 GROUP BY period_code, set_id ORDER BY period_code, set_id`,
        [publisher],
      );
      return rows;
    },
    readDigests: async (group) => {
      const { rows } = await client.query<{ unitKey: string; digest: string }>(
        `SELECT unit_key AS "unitKey", digest FROM thuoc_so.assessment
         WHERE publisher = $1 AND period_code = $2 AND set_id = $3`,
        parametersOf(group),
      );
      return new Map(rows.map(({ unitKey, digest }) => [unitKey, digest]));
    },
    listArrivedUnits: async (group) => {
      const { rows } = await client.query<{ unitKey: string }>(
        `SELECT unit_key AS "unitKey" FROM thuoc_so.assessment
         WHERE publisher = $1 AND period_code = $2 AND set_id = $3 AND has_arrived`,
        parametersOf(group),
      );
      return rows.map(({ unitKey }) => unitKey);
    },
    readComparison: async (group) => {
      const { rows } = await client.query<{ digest: string }>(
        'SELECT digest FROM thuoc_so.comparison WHERE publisher = $1 AND period_code = $2 AND set_id = $3',
        parametersOf(group),
      );
      return rows[0]?.digest ?? null;
    },
  };
}

function prepareWriting(
  client: Client,
  shapes: ReadonlyMap<string, TableShape>,
): Omit<Warehouse, 'schema' | keyof Reading> {
  const shapeOf = (table: string): TableShape => {
    const shape = shapes.get(table);
    if (!shape) throw new Error(`The data store has no table ${table}`);
    return shape;
  };
  return {
    writeDimensions: (dimensions) =>
      inTransaction(client, async () => {
        let written = 0;
        for (const table of dimensionTableNames) {
          written += await upsertRows(client, shapeOf(table), dimensions[table]);
        }
        return written;
      }),
    writeFacts: async (group, facts, known) => {
      await ensurePartitions(client, group.periodCode);
      const stranger = await findStranger(client, group, facts);
      if (stranger) return failWith('warehouse-of-another-publisher', { ...stranger });
      const news = facts.filter(({ unitKey }) => !known.has(unitKey));
      const others = facts.filter(({ unitKey }) => known.has(unitKey));
      return succeed(
        await withGroup(client, group, async () => {
          let written = 0;
          for (const table of factTablesOfAssessment) {
            written += await insertFacts(client, shapeOf(table), group, rowsOf(news, table));
            written += await updateFacts(client, shapeOf(table), group, rowsOf(others, table));
          }
          return written;
        }),
      );
    },
    removeUnits: (group, unitKeys) =>
      withGroup(client, group, async () => {
        for (const table of partitionedTables) await deleteRowsOfUnits(client, table, group, unitKeys);
      }),
    writePlaces: (group, comparison, places) =>
      withGroup(client, group, async () => {
        await ensurePartitions(client, group.periodCode);
        const unitKeys = [...new Set(places.map(({ unitKey }) => String(unitKey)))];
        const written = await updateFacts(client, shapeOf('place'), group, { unitKeys, rows: places });
        await upsertRows(client, shapeOf('comparison'), [comparison]);
        return written;
      }),
  };
}

/** A transaction that changes a group: until its places are written again, nobody may take it for complete. */
async function withGroup<T>(client: Client, group: PublishedGroup, work: () => Promise<T>): Promise<T> {
  return await inTransaction(client, async () => {
    await client.query(
      'DELETE FROM thuoc_so.comparison WHERE publisher = $1 AND period_code = $2 AND set_id = $3',
      parametersOf(group),
    );
    return await work();
  });
}

function rowsOf(facts: readonly AssessmentFacts[], table: FactTable): RowsOfUnits {
  return { unitKeys: facts.map(({ unitKey }) => unitKey), rows: facts.flatMap(({ rows }) => rows[table]) };
}

function parametersOf({ publisher, periodCode, setId }: PublishedGroup): string[] {
  return [publisher, periodCode, setId];
}

async function findStranger(
  client: Client,
  { publisher, periodCode, setId }: PublishedGroup,
  facts: readonly AssessmentFacts[],
): Promise<{ readonly unit: string; readonly publisher: string } | undefined> {
  const { rows } = await client.query<{ unit: string; publisher: string }>(
    `SELECT unit_key AS unit, publisher FROM thuoc_so.assessment
     WHERE period_code = $1 AND set_id = $2 AND unit_key = ANY ($3) AND publisher <> $4 ORDER BY unit_key LIMIT 1`,
    [periodCode, setId, facts.map(({ unitKey }) => unitKey), publisher],
  );
  return rows[0];
}
