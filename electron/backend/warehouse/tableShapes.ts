import type { Client } from 'pg';

/** A column as PostgreSQL knows it. */
interface Column {
  readonly name: string;
  /** Its name in rows: the same in camel case. */
  readonly property: string;
  readonly type: string;
  readonly isKey: boolean;
}

/** What is needed to write into a table: the columns that rows bring, and the key. */
export interface TableShape {
  readonly table: string;
  readonly columns: readonly Column[];
  /** Whether the table notes when a row was written last. */
  readonly notesTime: boolean;
}

const noteOfTime = 'published_at';

// The definition of the tables is the only place where columns and types stand.
const query = `SELECT class.relname AS "table", attribute.attname AS name, format_type(attribute.atttypid, NULL) AS type,
    attribute.attnum = ANY (index.indkey) AS "isKey"
  FROM pg_class AS class
  JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid
  JOIN pg_index AS index ON index.indrelid = class.oid AND index.indisprimary
  WHERE class.relnamespace = 'thuoc_so'::regnamespace AND class.relkind IN ('r', 'p') AND NOT class.relispartition
    AND attribute.attnum > 0 AND NOT attribute.attisdropped
  ORDER BY class.relname, attribute.attnum`;

/** The shapes of all tables, by name. */
export async function readTableShapes(client: Client): Promise<ReadonlyMap<string, TableShape>> {
  const { rows } = await client.query<Omit<Column, 'property'> & { readonly table: string }>(query);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  return new Map(
    [...byTable].map(([table, columns]) => [
      table,
      {
        table,
        columns: columns
          .filter(({ name }) => name !== noteOfTime)
          .map((column) => ({ ...column, property: camelCase(column.name) })),
        notesTime: columns.some(({ name }) => name === noteOfTime),
      },
    ]),
  );
}

function camelCase(column: string): string {
  return column.replaceAll(/_(?<letter>[a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
