import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { partitionedTables } from './rows.ts';

/**
 * Makes the partitions of a period where they are missing; a cluster distributes them like their parents. What counts is
 * whether one is attached: one that was detached keeps its name, and what it holds belongs to whoever let go of it.
 */
export async function ensurePartitions(client: Client, periodCode: string): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT parent.relname AS table FROM pg_inherits
      JOIN pg_class AS parent ON parent.oid = inhparent
      JOIN pg_class AS child ON child.oid = inhrelid
    WHERE parent.relnamespace = 'thuoc_so'::regnamespace
      AND pg_get_expr(child.relpartbound, child.oid) = format('FOR VALUES IN (%L)', $1::text)`,
    [periodCode],
  );
  const present = new Set(rows.map(({ table }) => table));
  for (const table of partitionedTables.filter((one) => !present.has(one))) {
    const partition = await freeName(client, partitionName(table, periodCode));
    await client.query(
      `CREATE TABLE thuoc_so.${partition} PARTITION OF thuoc_so.${table} FOR VALUES IN (${client.escapeLiteral(periodCode)})`,
    );
  }
}

/** The name itself, or with `_2`, `_3` and so on behind it where detached partitions lie under it. */
async function freeName(client: Client, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}_${String(number)}`;
    const { rows } = await client.query(
      `SELECT FROM pg_class WHERE relnamespace = 'thuoc_so'::regnamespace AND relname = $1`,
      [candidate],
    );
    if (rows.length === 0) return candidate;
  }
}

/** `criterion_score_2026`, `place_2026_q3`; a span, which is long, by its digest. */
export function partitionName(table: string, periodCode: string): string {
  const readable = /^\d{4}(?:-Q\d)?$/u.test(periodCode);
  const ending = readable
    ? periodCode.toLowerCase().replace('-', '_')
    : createHash('sha256').update(periodCode).digest('hex').slice(0, 12);
  return `${table}_${ending}`;
}
