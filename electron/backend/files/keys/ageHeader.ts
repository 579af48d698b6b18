import type { FileHandle } from 'node:fs/promises';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';

/** What the head of an encrypted file says about who can open it. */
export interface AgeHeader {
  readonly kind: 'passphrase' | 'recipients';
}

/** A few hundred recipients; the library itself would read on for a line that never ends. */
const headerLimitBytes = 64 * 1024;
/** What the `age` program uses, 256 MiB of memory; each step more doubles that. */
const highestWorkFactor = 18;

/**
 * Looks at the head of an age file before any key is tried, so that a hostile one can neither fill the memory nor
 * keep the processor. Errors: `package-damaged`, `encryption-unsupported`.
 */
export async function readAgeHeader(file: FileHandle): Promise<Result<AgeHeader>> {
  const start = Buffer.alloc(headerLimitBytes);
  const { bytesRead } = await file.read(start, 0, headerLimitBytes, 0);
  const text = start.toString('latin1', 0, bytesRead);
  const end = text.indexOf('\n--- ');
  if (end < 0 || !text.includes('\n', end + 1)) return failWith('package-damaged');
  const stanzas = text.slice(0, end).match(/^-> .*$/gmu) ?? [];
  const scrypt = stanzas.find((stanza) => stanza.startsWith('-> scrypt '));
  if (scrypt === undefined) return succeed({ kind: 'recipients' });
  const workFactor = Number(scrypt.split(' ').at(-1));
  return workFactor <= highestWorkFactor
    ? succeed({ kind: 'passphrase' })
    : failWith('encryption-unsupported');
}
