import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

/** LibreOffice without a window, with a profile of its own. */
export interface LibreOffice {
  /** Converts files, all in one run of the program; milliseconds. */
  readonly convert: (files: readonly string[], to: 'csv' | 'pdf', outFolder: string) => Promise<number>;
}

/** Null where the program is not installed. @param folder for the profile */
export function startLibreOffice(folder: string): LibreOffice | null {
  const program = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .map((one) => path.join(one, 'soffice'))
    .find((file) => existsSync(file));
  if (program === undefined) return null;
  const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
  const convert: LibreOffice['convert'] = async (files, to, outFolder) => {
    mkdirSync(outFolder, { recursive: true });
    const args = [profile, '--headless', '--convert-to', to, '--outdir', outFolder, ...files];
    const startedAt = performance.now();
    await promisify(execFile)(program, args, { maxBuffer: 64 * 1024 * 1024 });
    const milliseconds = performance.now() - startedAt;
    const made = readdirSync(outFolder).filter((name) => name.endsWith(`.${to}`)).length;
    if (made < files.length)
      throw new Error(`LibreOffice made ${String(made)} of ${String(files.length)} files`);
    return milliseconds;
  };
  return { convert };
}
