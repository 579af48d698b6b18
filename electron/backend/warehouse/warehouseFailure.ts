import { failWith, type Result } from '#shared/errors/result.ts';

/** Where a warehouse is, as far as sentences may tell. */
export interface WarehousePlace {
  readonly host: string;
  readonly database: string;
  readonly user: string;
}

interface ServerError {
  readonly code?: unknown;
  readonly message?: unknown;
}

/**
 * Runs work on a warehouse; what can be expected to fail there becomes the result: `warehouse-unreachable`,
 * `warehouse-login-refused`, `warehouse-not-permitted`, `warehouse-not-trusted`, `warehouse-full`, `warehouse-busy`. All
 * else is thrown.
 */
export async function onWarehouse<T>(
  { host, database, user }: WarehousePlace,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const { code, message } = error as ServerError;
    const failure = classify(
      typeof code === 'string' ? code : '',
      typeof message === 'string' ? message : '',
    );
    if (failure === null) throw error;
    return failWith(failure, { host, database, user });
  }
}

const unreachable = /^(?:ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT|08|57P)/u;
const untrusted = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/u;

/** By the codes of Node and of PostgreSQL (appendix "Error Codes" of its manual); null for what nobody expects. */
function classify(code: string, message: string) {
  if (untrusted.test(code) || /does not support SSL|no encryption/iu.test(message))
    return 'warehouse-not-trusted';
  if (code.startsWith('28') || /password must be a string/u.test(message)) return 'warehouse-login-refused';
  // Also a server that only follows another, or was set to take nothing.
  if (code === '42501' || code === '25006') return 'warehouse-not-permitted';
  if (code === '3D000') return 'warehouse-unknown';
  if (code.startsWith('53')) return 'warehouse-full';
  if (code === '55P03' || code === '57014') return 'warehouse-busy';
  if (
    unreachable.test(code) ||
    /Connection terminated|encountered a connection error|timeout exceeded|timeout expired/u.test(message)
  ) {
    return 'warehouse-unreachable';
  }
  return null;
}
