import type { UseCaseContext } from '#backend/usecases/context.ts';
import { publish, type Publication, type PublishOptions } from '#backend/usecases/publishing/publish.ts';
import { readAddress } from '#backend/warehouse/address.ts';
import { withWarehouse } from '#backend/warehouse/openWarehouse.ts';
import type { Result } from '#shared/errors/result.ts';
import { openInstallation } from './installation.ts';
import type { PostgresRow, PostgresServer } from './postgresServer.ts';
import { valueOf } from './testWorkspace.ts';

/** A data file and a database that it publishes to. */
export interface Publishing {
  readonly address: string;
  readonly context: () => UseCaseContext;
  readonly publish: (options?: Partial<PublishOptions>) => Promise<Result<Publication>>;
  readonly ask: (sql: string, values?: readonly unknown[]) => Promise<readonly PostgresRow[]>;
  /** Every row of every table, without the times at which they were written. */
  readonly dump: () => Promise<Readonly<Record<string, readonly PostgresRow[]>>>;
}

/** @param office whose data file is published, the city's unless given; `address` names a database that is there */
export async function openPublishing(
  server: PostgresServer,
  office: { readonly context: () => UseCaseContext; readonly address?: string } = openInstallation(
    'city',
    'city',
    '48',
  ),
): Promise<Publishing> {
  const sameDatabase = 'publish' in office ? undefined : office.address;
  const address = sameDatabase ?? (await server.createDatabase());
  const ask: Publishing['ask'] = (sql, values) => server.run(address, sql, values);
  return {
    address,
    context: office.context,
    ask,
    publish: (options = {}) =>
      withWarehouse(valueOf(readAddress(address, {})), (warehouse) =>
        publish(office.context(), warehouse, {
          allowRemoval: false,
          onProgress: () => undefined,
          ...options,
        }),
      ),
    dump: async () => await dumpOf(ask),
  };
}

async function dumpOf(ask: Publishing['ask']): ReturnType<Publishing['dump']> {
  const tables = await ask(`SELECT relname FROM pg_class
    WHERE relnamespace = 'thuoc_so'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition ORDER BY relname`);
  const dump: Record<string, readonly PostgresRow[]> = {};
  for (const { relname } of tables) {
    const rows = await ask(
      `SELECT to_jsonb(one) - 'published_at' - 'applied_at' AS row FROM thuoc_so.${String(relname)} AS one ORDER BY 1`,
    );
    dump[String(relname)] = rows;
  }
  return dump;
}
