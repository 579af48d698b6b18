import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { Certificate } from './certificates.ts';
import { startServer } from './serverProcess.ts';

/** A PostgreSQL of its own on a loopback port, with nothing in it; nothing waits for the disk. */
export interface PostgresServer {
  readonly port: number;
  /** Makes an empty database and answers with its address. */
  readonly createDatabase: () => Promise<string>;
  /** Runs statements as the owner of the server. */
  readonly run: (
    address: string,
    sql: string,
    values?: readonly unknown[],
  ) => Promise<readonly PostgresRow[]>;
  readonly stop: () => Promise<void>;
}

export type PostgresRow = Readonly<Record<string, unknown>>;

export interface PostgresOptions {
  /** Encrypts connections; plain ones stay possible. */
  readonly certificate?: Certificate;
  /** Asks everybody for a password; that of the owner is `ownerPassword`. */
  readonly asksPassword?: boolean;
}

export const ownerPassword = 'chủ-kho';

/** The newest version of Debian's packages, which lie beside the path. */
export function postgresPrograms(): string {
  const root = '/usr/lib/postgresql';
  const [newest] = readdirSync(root).toSorted((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error('PostgreSQL is not installed');
  return path.join(root, newest, 'bin');
}

export async function startPostgres({
  certificate,
  asksPassword,
}: PostgresOptions = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thuoc-so-postgres-'));
  const account = serverAccount();
  const data = path.join(folder, 'data');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, ownerPassword);
  mkdirSync(data, { mode: 0o700 });
  if (certificate) {
    copyFileSync(certificate.certificateFile, path.join(data, '..', 'server.pem'));
    copyFileSync(certificate.keyFile, path.join(data, '..', 'server.key'));
  }
  for (const name of ['.', ...readdirSync(folder)]) {
    const file = path.join(folder, name);
    if (account) chownSync(file, account.uid, account.gid);
    chmodSync(file, name === '.' || name === 'data' ? 0o700 : 0o600);
  }
  const programs = postgresPrograms();
  const method = asksPassword ? 'scram-sha-256' : 'trust';
  const command = (name: string, args: readonly string[]) =>
    asAccount(account, path.join(programs, name), args);
  const rights = ['--username', 'owner', '--pwfile', passwordFile, '--auth', method];
  const initdb = command(
    'initdb',
    ['--pgdata', data, '--encoding', 'UTF8', '--locale', 'C', '--no-sync'].concat(rights),
  );
  execFileSync(initdb.program, initdb.args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' });
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    ...(certificate
      ? {
          ssl: 'on',
          ssl_cert_file: path.join(folder, 'server.pem'),
          ssl_key_file: path.join(folder, 'server.key'),
        }
      : {}),
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = await startServer((port) =>
    command('postgres', ['-D', data, '-p', String(port)].concat(given)),
  );
  const addressOf = (database: string): string =>
    `postgres://owner@127.0.0.1:${String(server.port)}/${database}`;
  const run: PostgresServer['run'] = async (address, sql, values = []) => {
    const client = new pg.Client(address.replace('owner@', `owner:${encodeURIComponent(ownerPassword)}@`));
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  await waitUntilReady(() => run(addressOf('postgres'), 'SELECT 1'));
  let databases = 0;
  return {
    port: server.port,
    run,
    createDatabase: async () => {
      const name = `kho_${String((databases += 1))}`;
      await run(addressOf('postgres'), `CREATE DATABASE ${name}`);
      return addressOf(name);
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The port opens before the server answers. */
async function waitUntilReady(ask: () => Promise<unknown>): Promise<void> {
  for (let left = 200; ; left -= 1) {
    try {
      await ask();
      return;
    } catch (error) {
      const isStarting = (error as { readonly code?: unknown }).code === '57P03';
      if (!isStarting || left === 0) throw error;
      await wait(20);
    }
  }
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root. */
function serverAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const ask = (option: string) => {
    const asked = (name: string) => Number(execFileSync('id', [option, name], { encoding: 'utf8' }));
    try {
      return asked('postgres');
    } catch {
      return asked('nobody');
    }
  };
  return { uid: ask('-u'), gid: ask('-g') };
}

function asAccount(account: Account | null, program: string, args: readonly string[]) {
  if (!account) return { program, args };
  const identity = ['--reuid', String(account.uid), '--regid', String(account.gid), '--clear-groups'];
  return { program: 'setpriv', args: [...identity, program, ...args] };
}
