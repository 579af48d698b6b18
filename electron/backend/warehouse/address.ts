import { readFileSync } from 'node:fs';
import type { ClientConfig } from 'pg';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { readService } from './serviceFile.ts';
import type { WarehousePlace } from './warehouseFailure.ts';

/** How a warehouse is reached. Holds the password: never printed, never logged. */
export interface WarehouseAddress extends WarehousePlace {
  readonly port: number;
  /** Undefined: PostgreSQL's password file is asked (`PGPASSFILE`, `~/.pgpass`). */
  readonly password: string | undefined;
  readonly ssl: ClientConfig['ssl'];
}

type Environment = Readonly<Record<string, string | undefined>>;

const tlsModes = ['disable', 'require', 'verify-ca', 'verify-full'] as const;
type TlsMode = (typeof tlsModes)[number];

/**
 * Reads `postgres://user@host:port/database?sslmode=…` or `service=name`. What it leaves out comes from the service
 * and from `PGHOST`, `PGPORT`, `PGUSER`, `PGDATABASE`, `PGPASSWORD`, `PGSSLMODE`, `PGSSLROOTCERT`, `PGSSLCERT`, `PGSSLKEY`. To
 * another machine the connection is encrypted and the server's name checked unless `sslmode` says otherwise. Errors:
 * `warehouse-address-malformed`, `warehouse-password-in-address`, `warehouse-service-unknown`, `file-unreadable`.
 */
export function readAddress(text: string, environment: Environment): Result<WarehouseAddress> {
  const given = readGiven(text);
  if (!given.ok) return given;
  const serviceName = given.value.get('service') ?? environment['PGSERVICE'];
  const service = serviceName === undefined ? undefined : readService(serviceName, environment);
  if (serviceName !== undefined && service === undefined) {
    return failWith('warehouse-service-unknown', { service: serviceName.slice(0, 60) });
  }
  const setting = (key: string, variable: string): string | undefined =>
    [given.value.get(key), service?.get(key), environment[variable]].find(
      (one) => one !== undefined && one !== '',
    );
  const host = setting('host', 'PGHOST') ?? 'localhost';
  const user = setting('user', 'PGUSER') ?? environment['USER'] ?? environment['USERNAME'] ?? '';
  const port = Number(setting('port', 'PGPORT') ?? 5432);
  const mode = setting('sslmode', 'PGSSLMODE') ?? (isThisMachine(host) ? 'disable' : 'verify-full');
  const isMode = (one: string): one is TlsMode => tlsModes.some((known) => known === one);
  if (!isMode(mode) || user === '' || !Number.isInteger(port) || port < 1 || port > 65_535) {
    return failWith('warehouse-address-malformed', {}, '--to');
  }
  const ssl = tlsOptions(mode, {
    ca: setting('sslrootcert', 'PGSSLROOTCERT'),
    cert: setting('sslcert', 'PGSSLCERT'),
    key: setting('sslkey', 'PGSSLKEY'),
  });
  if (!ssl.ok) return ssl;
  return succeed({
    host,
    port,
    user,
    database: setting('dbname', 'PGDATABASE') ?? user,
    password: service?.get('password') ?? environment['PGPASSWORD'],
    ssl: ssl.value,
  });
}

/** A password among the arguments of a process can be read by everybody on the machine. */
function readGiven(text: string): Result<ReadonlyMap<string, string>> {
  const service = /^service=(?<name>\S+)$/u.exec(text)?.groups?.['name'];
  if (service !== undefined) return succeed(new Map([['service', service]]));
  const url = URL.parse(text);
  if (url === null || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    return failWith('warehouse-address-malformed', {}, '--to');
  }
  if (url.password !== '' || url.searchParams.has('password')) {
    return failWith('warehouse-password-in-address', {}, '--to');
  }
  const [user, dbname] = [decode(url.username), decode(url.pathname.slice(1))];
  if (user === null || dbname === null) return failWith('warehouse-address-malformed', {}, '--to');
  const plain = { host: url.hostname.replaceAll(/^\[|\]$/gu, ''), port: url.port, user, dbname };
  return succeed(
    new Map([...Object.entries(plain).filter(([, value]) => value !== ''), ...url.searchParams.entries()]),
  );
}

/** Null where a percent sign stands for nothing. */
function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function isThisMachine(host: string): boolean {
  return host.startsWith('/') || ['localhost', '127.0.0.1', '::1'].includes(host);
}

function tlsOptions(
  mode: TlsMode,
  files: Readonly<Record<'ca' | 'cert' | 'key', string | undefined>>,
): Result<ClientConfig['ssl']> {
  if (mode === 'disable') return succeed(false);
  const read: Record<string, string> = {};
  for (const [name, file] of Object.entries(files)) {
    if (file === undefined) continue;
    try {
      read[name] = readFileSync(file, 'utf8');
    } catch {
      return failWith('file-unreadable', { path: file });
    }
  }
  return succeed({
    ...read,
    rejectUnauthorized: mode !== 'require',
    ...(mode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
  });
}
