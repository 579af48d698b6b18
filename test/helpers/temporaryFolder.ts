import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

// As it is before a test points the product elsewhere.
const systemFolder = tmpdir();

/** An empty folder that is thrown away when the test has finished. */
export function makeTemporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(systemFolder, 'thuoc-so-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Lets the system's folder for temporary files be an empty one until the test has finished. */
export function useTemporaryFolderOfSystem(): string {
  const before = process.env['TMPDIR'];
  const folder = makeTemporaryFolder();
  process.env['TMPDIR'] = folder;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  return folder;
}
