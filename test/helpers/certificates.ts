import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A certificate of a server with its private key, both as PEM files. */
export interface Certificate {
  readonly certificateFile: string;
  readonly keyFile: string;
}

/** A private certificate authority, as an office makes one for its own servers. */
export interface Authority {
  /** Its certificate as a PEM file: what clients are told to trust. */
  readonly caFile: string;
  /** @param days until it expires; below zero it has expired already */
  readonly issue: (wishes?: { readonly days?: number; readonly names?: readonly string[] }) => Certificate;
}

const loopbackNames = ['IP:127.0.0.1', 'DNS:localhost'];
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

/** @param folder made when absent; holds all files of the authority */
export function makeAuthority(folder: string): Authority {
  mkdirSync(folder, { recursive: true });
  const place = (name: string) => path.join(folder, name);
  const [caFile, caKey] = [place('ca.pem'), place('ca.key')];
  const extensions = ['-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=keyCertSign'];
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    caKey,
    '-out',
    caFile,
    '-days',
    '30',
    ...extensions,
    ...named('Test'),
  );
  let issued = 0;
  const issue: Authority['issue'] = ({ days = 30, names = loopbackNames } = {}) => {
    const name = `server-${String((issued += 1))}`;
    const [certificateFile, keyFile] = [place(`${name}.pem`), place(`${name}.key`)];
    const [request, details] = [place(`${name}.csr`), place(`${name}.ext`)];
    writeFileSync(details, `subjectAltName=${names.join(',')}\nextendedKeyUsage=serverAuth\n`);
    openssl('req', '-new', ...newKey, '-keyout', keyFile, '-out', request, ...named('localhost'));
    const signing = [
      '-CA',
      caFile,
      '-CAkey',
      caKey,
      '-CAcreateserial',
      '-days',
      String(days),
      '-extfile',
      details,
    ];
    openssl('x509', '-req', '-in', request, '-out', certificateFile, ...signing);
    return { certificateFile, keyFile };
  };
  return { caFile, issue };
}

function named(name: string): readonly string[] {
  return ['-subj', `/CN=${name}`];
}

function openssl(...args: readonly string[]): void {
  // A configuration of the machine could ask for fields that are not given here.
  execFileSync('openssl', args, { stdio: ['ignore', 'ignore', 'pipe'] });
}
