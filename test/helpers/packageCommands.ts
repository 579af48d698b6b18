import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect } from 'vitest';
import { runCommand } from './commandLine.ts';

/** What `import --json` prints, as far as tests look at it. */
export interface ImportDocument {
  readonly files: readonly {
    readonly path: string;
    readonly verdict: string;
    readonly code: string | null;
    readonly assessment: string | null;
  }[];
  readonly summary: Readonly<Record<string, unknown>>;
}

/** A folder for all tests of a file. */
export function makeFolderOfSuite(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'thuoc-so-suite-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function importInto(database: string, ...args: readonly string[]): Promise<ImportDocument> {
  const run = await runCommand('import', '--db', database, '--json', ...args);
  return JSON.parse(run.stdout) as ImportDocument;
}

export async function digestOf(database: string): Promise<string> {
  const run = await runCommand('digest', '--db', database);
  expect(run).toMatchObject({ exitCode: 0, stderr: '' });
  return run.stdout.trim();
}

/** The packages that lie in a folder itself. */
export function packagesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.thuocso'))
    .map((name) => path.join(folder, name));
}
