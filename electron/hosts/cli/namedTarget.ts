import path from 'node:path';
import { env } from 'node:process';
import type { Command } from 'commander';
import type { Workspace } from '#backend/backend.ts';
import { findOrAddTarget, isServer, listTargets } from '#backend/usecases/sync/targets.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';
import { readCredentials, type Credentials } from './readCredentials.ts';
import { readTextFile } from './readTextFile.ts';

/** How a place is named and entered on the command line. */
export interface TargetOptions {
  readonly ca?: string;
  readonly credentialsFile?: string;
}

/** What the files say that the options name. */
export interface Access {
  /** PEM; null for the authorities that the system trusts, or those that are kept. */
  readonly authority: string | null;
  readonly credentials: Credentials | null;
}

const authorityLimit = 1024 * 1024;

/** Adds the options by which a command enters a place. */
export function addTargetOptions(command: Command, { translate }: Wording): Command {
  return command
    .option('--ca <file>', translate('cli:optionAuthority'))
    .option('--credentials-file <file>', translate('cli:optionCredentials'));
}

/** Errors: those of `readTextFile` and of `readCredentials`. */
export async function readAccess({ ca, credentialsFile }: TargetOptions): Promise<Result<Access>> {
  const credentials = await readCredentials(credentialsFile, env);
  if (!credentials.ok) return credentials;
  if (ca === undefined) return succeed({ authority: null, credentials: credentials.value });
  const authority = await readTextFile(ca, authorityLimit);
  if (!authority.ok) return authority;
  return succeed({ authority: authority.value, credentials: credentials.value });
}

/**
 * The place of a data file that a command means: one that is known by its name or address, as it was set up on the screen,
 * unless the command brings credentials of its own; else it is added. Errors: those of `findOrAddTarget`.
 */
export function nameTarget(
  context: Workspace['context'],
  place: string,
  { authority, credentials }: Access,
): Result<{ readonly id: string }> {
  // As it is kept: the host in small letters, without the usual port.
  const typed = isServer(place) ? (URL.parse(place)?.href ?? place) : path.resolve(place);
  const known = listTargets(context);
  if (!known.ok) return known;
  const named = known.value.filter((one) => one.name === place || isSameAddress(one.address, typed));
  const only = named.length === 1 ? named[0] : undefined;
  if (only && !credentials && authority === null) return succeed({ id: only.id });
  const address = only?.address ?? typed;
  // Whoever enters a folder is known to the system.
  const userName = isServer(address) ? (credentials?.userName ?? only?.userName ?? '') : '';
  return findOrAddTarget(context, { address, userName, authority });
}

function isSameAddress(one: string, other: string): boolean {
  return one.replace(/\/+$/u, '') === other.replace(/\/+$/u, '');
}
