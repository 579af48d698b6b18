import type { Client } from 'pg';
import type { PublishedGroup, Row } from './rows.ts';
import type { TableShape } from './tableShapes.ts';

/** One statement stays small enough for a server with little memory. */
const rowsAtOnce = 20_000;

/**
 * Inserts rows and replaces those that differ; a row that is there already as it is stays untouched. Returns how many
 * were written. One array for each column: one statement whatever the number of rows.
 */
export async function upsertRows(client: Client, shape: TableShape, rows: readonly Row[]): Promise<number> {
  const statement = upsertStatement(shape);
  let written = 0;
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    const arrays = shape.columns.map(({ name }) => {
      const property = camelCase(name);
      return some.map((row) => row[property] ?? null);
    });
    const { rowCount } = await client.query({
      name: `upsert ${shape.table}`,
      text: statement,
      values: arrays,
    });
    written += rowCount ?? 0;
  }
  return written;
}

function upsertStatement({ table, columns, notesTime }: TableShape): string {
  const names = columns.map(({ name }) => name);
  const others = columns.filter(({ isKey }) => !isKey).map(({ name }) => name);
  const list = (prefix: string): string => others.map((name) => `${prefix}.${name}`).join(', ');
  const changes = [
    ...others.map((name) => `${name} = excluded.${name}`),
    ...(notesTime ? ['published_at = now()'] : []),
  ];
  return `INSERT INTO thuoc_so.${table} (${names.join(', ')})
    SELECT * FROM unnest(${columns.map(({ type }, index) => `$${String(index + 1)}::${type}[]`).join(', ')})
    ON CONFLICT (${keysOf(columns).join(', ')}) DO UPDATE SET ${changes.join(', ')}
    WHERE (${list(table)}) IS DISTINCT FROM (${list('excluded')})`;
}

/**
 * Deletes what units have in a table beyond `rows`. Returns how many rows went. Keys are compared as one text: an
 * expression that a cluster can send to its shards.
 */
export async function deleteOtherRows(
  client: Client,
  { table, columns }: TableShape,
  { periodCode, setId }: PublishedGroup,
  unitKeys: readonly string[],
  rows: readonly Row[],
): Promise<number> {
  const keys = keysOf(columns);
  const kept = rows.map((row) => keys.map((name) => String(row[camelCase(name)])).join(' '));
  const { rowCount } = await client.query(
    `DELETE FROM thuoc_so.${table} WHERE period_code = $1 AND set_id = $2 AND unit_key = ANY ($3)
     AND ${keys.join(" || ' ' || ")} <> ALL ($4)`,
    [periodCode, setId, unitKeys, kept],
  );
  return rowCount ?? 0;
}

/** Deletes everything that units have in a table. */
export async function deleteRowsOfUnits(
  client: Client,
  table: string,
  { periodCode, setId }: PublishedGroup,
  unitKeys: readonly string[],
): Promise<void> {
  await client.query(
    `DELETE FROM thuoc_so.${table} WHERE period_code = $1 AND set_id = $2 AND unit_key = ANY ($3)`,
    [periodCode, setId, unitKeys],
  );
}

function keysOf(columns: TableShape['columns']): readonly string[] {
  return columns.filter(({ isKey }) => isKey).map(({ name }) => name);
}

function camelCase(column: string): string {
  return column.replaceAll(/_(?<letter>[a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
