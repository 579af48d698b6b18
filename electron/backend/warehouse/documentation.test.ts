import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productFolder } from '../../../test/helpers/content.ts';
import { openPublishing, type Publishing } from '../../../test/helpers/publishing.ts';
import { startPostgres, type PostgresServer } from '../../../test/helpers/postgresServer.ts';
import { valueOf } from '../../../test/helpers/testWorkspace.ts';
import { partitionedTables } from './rows.ts';

const page = readFileSync(path.join(productFolder, 'docs/warehouse.md'), 'utf8');
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function openSchema(): Promise<Publishing> {
  const publishing = await openPublishing(server);
  valueOf(await publishing.publish());
  return publishing;
}

test('the page describes every table and column as the database itself does', async () => {
  const { ask } = await openSchema();
  const columns =
    await ask(`SELECT class.relname AS "table", class.relkind AS kind, attribute.attname AS name,
      obj_description(class.oid, 'pg_class') AS about, col_description(class.oid, attribute.attnum) AS meaning,
      format_type(attribute.atttypid, NULL) AS type, attribute.attnotnull AS "isNeeded",
      attribute.attnum = ANY (coalesce(index.indkey, '')) AS "isKey"
    FROM pg_class AS class
    JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attribute.attnum > 0
    LEFT JOIN pg_index AS index ON index.indrelid = class.oid AND index.indisprimary
    WHERE class.relnamespace = 'thuoc_so'::regnamespace AND class.relkind IN ('r', 'p', 'v') AND NOT class.relispartition
    ORDER BY class.oid, attribute.attnum`);
  const tables = Map.groupBy(columns, ({ table }) => String(table));
  const lines = [...tables].flatMap(([table, own]) => [
    `\n### ${table}\n`,
    String(own[0]?.['about']),
    ...(own[0]?.['kind'] === 'v'
      ? [`\nColumns: ${own.map(({ name }) => `\`${String(name)}\``).join(', ')}.`]
      : ['', ...own.map(lineOf)]),
  ]);
  const described = /<!-- schema -->\n(.*)<!-- end of schema -->/su.exec(page)?.[1] ?? '';
  expect(squeeze(described)).toBe(squeeze(`${lines.join('\n')}\n`));
});

function lineOf({ name, type, isNeeded, isKey, meaning }: Readonly<Record<string, unknown>>): string {
  const key = isKey ? ' •' : '';
  const mayBeEmpty = isNeeded ? '' : ', may be null';
  return `- \`${String(name)}\`${key} ${String(type)}${mayBeEmpty}: ${String(meaning)}`;
}

/** Without what the formatter of the page may change. */
function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll('\\', '').trim();
}

test('every key of a fact holds the partition key and the distribution column', async () => {
  const { ask } = await openSchema();
  const keys = await ask(`SELECT conrelid::regclass::text AS "table", contype AS type,
      array_agg(attname::text ORDER BY attname) AS columns
    FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
    WHERE connamespace = 'thuoc_so'::regnamespace AND contype IN ('p', 'u') AND conparentid = 0
    GROUP BY conrelid, conname, contype`);
  const ofFacts = keys.filter(({ table }) =>
    partitionedTables.some((name) => String(table) === `thuoc_so.${name}`),
  );
  expect(ofFacts).toHaveLength(partitionedTables.length);
  for (const { columns } of ofFacts)
    expect(columns).toEqual(expect.arrayContaining(['period_code', 'unit_key']));
});
