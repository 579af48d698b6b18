import { stat } from 'node:fs/promises';
import { platform } from 'node:process';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { readTextFile } from './readTextFile.ts';

/** Who signs in at a server. */
export interface Credentials {
  readonly userName: string;
  readonly password: string;
}

const fileLimit = 1024 * 1024;
const forOthers = 0o077;

/**
 * From a file (the account in its first line, the password in its second), else from `THUOC_SO_TARGET_USER` and
 * `THUOC_SO_TARGET_PASSWORD`; null where neither says anything. Never from the command line, which everybody on a
 * machine can read. Errors: those of `readTextFile`, `credentials-readable-by-others` {path}, `credentials-incomplete`.
 */
export async function readCredentials(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<Result<Credentials | null>> {
  if (file !== undefined) return await readCredentialsFile(file);
  const userName = environment['THUOC_SO_TARGET_USER'] ?? '';
  const password = environment['THUOC_SO_TARGET_PASSWORD'] ?? '';
  if (userName === '' && password === '') return succeed(null);
  return userName === '' || password === ''
    ? failWith('credentials-incomplete')
    : succeed({ userName, password });
}

async function readCredentialsFile(file: string): Promise<Result<Credentials>> {
  const text = await readTextFile(file, fileLimit);
  if (!text.ok) return text;
  // Windows keeps rights elsewhere, and its mode says nothing.
  const isOpen = platform !== 'win32' && ((await stat(file)).mode & forOthers) !== 0;
  if (isOpen) return failWith('credentials-readable-by-others', { path: file }, file);
  const [userName = '', password = ''] = text.value.split(/\r?\n/u);
  return userName === '' || password === ''
    ? failWith('credentials-incomplete', {}, file)
    : succeed({ userName, password });
}
