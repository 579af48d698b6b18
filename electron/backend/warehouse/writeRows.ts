import type { Client } from 'pg';
import { toArrayText } from './arrayText.ts';
import type { PublishedGroup, Row } from './rows.ts';
import type { TableShape } from './tableShapes.ts';

/** One statement stays small enough for a server with little memory. */
const rowsAtOnce = 20_000;

/**
 * Inserts rows and replaces those that differ; a row that is there already as it is stays untouched. Returns how many
 * were written.
 * @param shared the columns that are the same in all rows, which then lack them
 */
export async function upsertRows(
  client: Client,
  shape: TableShape,
  rows: readonly Row[],
  shared: Row = {},
): Promise<number> {
  const { table, columns, notesTime } = shape;
  const keys = columns.filter(({ isKey }) => isKey).map(({ name }) => name);
  const others = columns.filter(({ isKey }) => !isKey).map(({ name }) => name);
  const list = (prefix: string): string => others.map((name) => `${prefix}.${name}`).join(', ');
  const changes = [
    ...others.map((name) => `${name} = excluded.${name}`),
    ...(notesTime ? ['published_at = now()'] : []),
  ];
  const onConflict = `ON CONFLICT (${keys.join(', ')}) DO UPDATE SET ${changes.join(', ')}
    WHERE (${list(table)}) IS DISTINCT FROM (${list('excluded')})`;
  return await sendRows(client, shape, rows, { shared, onConflict });
}

/** What units have in a table. Rows lack the period and the set of their group. */
export interface RowsOfUnits {
  readonly unitKeys: readonly string[];
  readonly rows: readonly Row[];
}

/** Inserts facts of units of which nothing is there; an upsert costs twice as much. Returns how many rows. */
export async function insertFacts(
  client: Client,
  shape: TableShape,
  group: PublishedGroup,
  { unitKeys, rows }: RowsOfUnits,
): Promise<number> {
  if (unitKeys.length === 0) return 0;
  // Unless somebody took the rows of another table out by hand.
  await deleteRowsOfUnits(client, shape.table, group, unitKeys);
  return await sendRows(client, shape, rows, { shared: columnsOf(group), onConflict: '' });
}

/** Puts facts in the place of those of the same units; rows that are there already stay. Returns how many changed. */
export async function updateFacts(
  client: Client,
  shape: TableShape,
  group: PublishedGroup,
  { unitKeys, rows }: RowsOfUnits,
): Promise<number> {
  if (unitKeys.length === 0) return 0;
  const removed = await deleteOtherRows(client, shape, group, { unitKeys, rows });
  return removed + (await upsertRows(client, shape, rows, columnsOf(group)));
}

function columnsOf({ periodCode, setId }: PublishedGroup): Row {
  return { periodCode, setId };
}

/** One array for each column: one statement whatever the number of rows. */
async function sendRows(
  client: Client,
  { table, columns }: TableShape,
  rows: readonly Row[],
  { shared, onConflict }: { readonly shared: Row; readonly onConflict: string },
): Promise<number> {
  const same = columns.filter((column) => column.property in shared);
  const own = columns.filter((column) => !same.includes(column));
  const names = [...same, ...own].map(({ name }) => name);
  const values = same.map(({ type }, index) => `$${String(index + 1)}::${type}`);
  const arrays = own.map(({ type }, index) => `$${String(same.length + index + 1)}::${type}[]`);
  const text = `INSERT INTO thuoc_so.${table} (${names.join(', ')})
    SELECT ${[...values, 'given.*'].join(', ')} FROM unnest(${arrays.join(', ')}) AS given ${onConflict}`;
  let written = 0;
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const some = rows.slice(start, start + rowsAtOnce);
    const { rowCount } = await client.query({
      name: `${onConflict === '' ? 'insert' : 'upsert'} ${table}`,
      text,
      values: [
        ...same.map(({ property }) => shared[property]),
        ...own.map(({ property }) => toArrayText(some.map((row) => row[property] ?? null))),
      ],
    });
    written += rowCount ?? 0;
  }
  return written;
}

/**
 * Deletes what units have in a table beyond `rows`. Returns how many rows went. Keys are compared as one text: an
 * expression that a cluster can send to its shards.
 */
async function deleteOtherRows(
  client: Client,
  { table, columns }: TableShape,
  { periodCode, setId }: PublishedGroup,
  { unitKeys, rows }: RowsOfUnits,
): Promise<number> {
  const keys = columns.filter(({ isKey, name }) => isKey && name !== 'period_code' && name !== 'set_id');
  const kept = toArrayText(rows.map((row) => keys.map(({ property }) => String(row[property])).join(' ')));
  const { rowCount } = await client.query(
    `DELETE FROM thuoc_so.${table} WHERE period_code = $1 AND set_id = $2 AND unit_key = ANY ($3)
     AND ${keys.map(({ name }) => name).join(" || ' ' || ")} <> ALL ($4)`,
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
