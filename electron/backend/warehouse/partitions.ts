import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { partitionedTables } from './rows.ts';

/** Makes the partitions of a period where they are missing; a cluster distributes them like their parents. */
export async function ensurePartitions(client: Client, periodCode: string): Promise<void> {
  const names = partitionedTables.map((table) => ({ table, partition: partitionName(table, periodCode) }));
  const { rows } = await client.query<{ partition: string }>(
    `SELECT relname AS partition FROM pg_class WHERE relnamespace = 'thuoc_so'::regnamespace AND relname = ANY ($1)`,
    [names.map(({ partition }) => partition)],
  );
  const present = new Set(rows.map(({ partition }) => partition));
  for (const { table, partition } of names.filter((one) => !present.has(one.partition))) {
    await client.query(
      `CREATE TABLE thuoc_so.${partition} PARTITION OF thuoc_so.${table} FOR VALUES IN (${client.escapeLiteral(periodCode)})`,
    );
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
