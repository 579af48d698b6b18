import type { Client } from 'pg';

/** One transaction: all of `work` is durable when this returns, none of it when it throws. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const value = await work();
    await client.query('COMMIT');
    return value;
  } catch (error) {
    // On a broken connection the server has rolled back by itself; the first error is the one that tells why.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
