import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of one service of a connection service file (PostgreSQL's manual, 34.17); undefined where there is none. */
export function readService(name: string, environment: Environment): ReadonlyMap<string, string> | undefined {
  const places = [
    environment['PGSERVICEFILE'] ?? path.join(homedir(), '.pg_service.conf'),
    ...(environment['PGSYSCONFDIR'] ? [path.join(environment['PGSYSCONFDIR'], 'pg_service.conf')] : []),
  ];
  for (const place of places) {
    const found = sectionOf(readIfThere(place), name);
    if (found) return found;
  }
  return undefined;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function sectionOf(text: string, name: string): ReadonlyMap<string, string> | undefined {
  let found: Map<string, string> | undefined;
  let isInside = false;
  for (const line of text.split(/\r?\n/u).map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) {
      isInside = line === `[${name}]`;
      if (isInside) found ??= new Map();
    } else if (isInside) {
      const [key = '', ...value] = line.split('=');
      found?.set(key.trim(), value.join('=').trim());
    }
  }
  return found;
}
