import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What the built app is made of; tests and content are not part of it. */
const inputs = [
  'shared',
  'electron',
  'renderer',
  'resources',
  'package-lock.json',
  'electron.vite.config.ts',
];

/** Where a build says what it was built from. */
const stampOf = (folder: string) => path.join(folder, 'out', '.built-from');

/** Whether `out/` was built from exactly the sources that are there now. */
export function isBuilt(folder: string): boolean {
  const screens = statSync(path.join(folder, 'out', 'renderer', 'index.html'), { throwIfNoEntry: false });
  if (screens === undefined || statSync(stampOf(folder), { throwIfNoEntry: false }) === undefined)
    return false;
  return readFileSync(stampOf(folder), 'utf8') === fingerprintSources(folder);
}

/** Builds into `out/`. Returns what the build wrote when it failed, else `null`. */
export function build(folder: string): string | null {
  // Taken before: what is edited while it builds must be built again.
  const fingerprint = fingerprintSources(folder);
  const tool = path.join(folder, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const ran = spawnSync(process.execPath, [tool, 'build'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  if (ran.status !== 0) return `${ran.stdout}${ran.stderr}${ran.error?.message ?? ''}`;
  mkdirSync(path.dirname(stampOf(folder)), { recursive: true });
  writeFileSync(stampOf(folder), fingerprint);
  return null;
}

/** SHA-256 over the names and contents of every input. */
export function fingerprintSources(folder: string): string {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((name) => listFiles(path.join(folder, name))).toSorted()) {
    if (/\.test\.tsx?$/u.test(file)) continue;
    hash
      .update(`${path.relative(folder, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex');
}

function listFiles(place: string): readonly string[] {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
