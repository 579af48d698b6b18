import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeAuthority, type Authority } from './certificates.ts';
import { startServer } from './serverProcess.ts';

/** A WebDAV server with one user. */
export interface DavServer {
  /** Of the folder that is served, ending in `/`; https unless told otherwise. */
  readonly url: string;
  /** PEM file of the authority that its certificate comes from. */
  readonly caFile: string;
  readonly user: string;
  readonly password: string;
  /** Where its files lie, to look at them behind its back. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

export interface ApacheOptions {
  /** False for plain HTTP: behind a proxy of the tests, encryption would only cost time. */
  readonly isEncrypted?: boolean;
  /** Days until its certificate expires; below zero it has expired already. */
  readonly certificateDays?: number;
  /** Other names in its certificate than those of this machine, such as `DNS:khac.example`. */
  readonly certificateNames?: readonly string[];
  /** Serves this folder, which is kept, instead of an empty one of its own. */
  readonly folder?: string;
  /** How the folder is served, with the paths that `standardSite` has. */
  readonly site?: string;
  /** More accounts, all with the same password. */
  readonly accounts?: readonly string[];
}

// As a plain user finds it on Debian, where this folder is not on the path.
const program = '/usr/sbin/apache2';
const modulesFolder = '/usr/lib/apache2/modules';
const modules = [
  'mpm_event',
  'alias',
  'authn_core',
  'authn_file',
  'authz_core',
  'authz_user',
  'auth_basic',
  'dav',
  'dav_fs',
  'ssl',
];

// A colon may stand in a password, and letters outside of ASCII too.
const user = 'phuong-hai-chau';
const password = 'mật khẩu: 1';

/** Apache httpd with mod_dav, its own configuration, certificate and lock database, as root or as anybody. */
export async function startApache(
  options: ApacheOptions = {},
): Promise<DavServer & { readonly authority: Authority }> {
  const home = realpathSync(mkdtempSync(path.join(tmpdir(), 'thuoc-so-apache-')));
  chmodSync(home, 0o755);
  const place = (name: string) => path.join(home, name);
  const folder = options.folder ?? place('dav');
  for (const one of [folder, place('lock')]) ownedByServer(one);
  const authority = makeAuthority(place('tls'));
  const hash = createHash('sha1').update(password).digest('base64');
  const accounts = [user, ...(options.accounts ?? [])];
  writeFileSync(place('users'), accounts.map((account) => `${account}:{SHA}${hash}\n`).join(''));
  const site = (options.site ?? standardSite)
    .replaceAll('/srv/thuoc-so', folder)
    .replaceAll('/etc/thuoc-so/users', place('users'))
    .replaceAll('/var/lib/thuoc-so', place('lock'));
  const configuration = place('httpd.conf');
  const isEncrypted = options.isEncrypted ?? true;
  const tls = isEncrypted ? linesOfTls(authority, options) : [];
  try {
    const server = await startServer(
      (port) => {
        writeFileSync(configuration, [...linesOf(home, port), ...tls, site, ''].join('\n'));
        return { program, args: ['-d', home, '-f', configuration, '-DFOREGROUND'] };
      },
      () => (existsSync(place('error.log')) ? readFileSync(place('error.log'), 'utf8') : ''),
    );
    const url = `${isEncrypted ? 'https' : 'http'}://127.0.0.1:${String(server.port)}/thuoc-so/`;
    const stop = async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    };
    return { url, caFile: authority.caFile, user, password, folder, authority, stop };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

const standardSite = `
DavLockDB "/var/lib/thuoc-so/DavLock"
Alias /thuoc-so "/srv/thuoc-so"
<Directory "/srv/thuoc-so">
  Dav On
  AuthType Basic
  AuthName "Thuoc So"
  AuthUserFile "/etc/thuoc-so/users"
  Require valid-user
</Directory>
`;

function linesOf(home: string, port: number): readonly string[] {
  return [
    ...modules.map((name) => `LoadModule ${name}_module ${modulesFolder}/mod_${name}.so`),
    ...(isRoot() ? ['User www-data', 'Group www-data'] : []),
    `Listen 127.0.0.1:${String(port)}`,
    'ServerName 127.0.0.1',
    `PidFile "${home}/httpd.pid"`,
    `DefaultRuntimeDir "${home}"`,
    'Mutex fcntl',
    `ErrorLog "${home}/error.log"`,
    'LogLevel warn',
    'StartServers 1',
    'ServerLimit 2',
    'ThreadsPerChild 25',
    'MaxRequestWorkers 50',
    'KeepAlive On',
    'MaxKeepAliveRequests 0',
  ];
}

function linesOfTls(
  authority: Authority,
  { certificateDays, certificateNames }: ApacheOptions,
): readonly string[] {
  const { certificateFile, keyFile } = authority.issue({
    ...(certificateDays !== undefined && { days: certificateDays }),
    ...(certificateNames && { names: certificateNames }),
  });
  return [
    'SSLEngine on',
    `SSLCertificateFile "${certificateFile}"`,
    `SSLCertificateKeyFile "${keyFile}"`,
    'SSLProtocol TLSv1.2 TLSv1.3',
  ];
}

/** Makes the folder one that the server may write to: started as root, it works as a user of its own. */
function ownedByServer(folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (!isRoot()) return;
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(execFileSync('id', [flag, 'www-data'], { encoding: 'utf8' })),
  );
  chownSync(folder, uid ?? 0, gid ?? 0);
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
