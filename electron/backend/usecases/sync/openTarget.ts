import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { TargetRecord } from '../../db/targetTable.ts';
import { openFolderTarget } from '../../sync/folderTarget.ts';
import type { Target } from '../../sync/target.ts';
import type { UseCaseContext } from '../context.ts';

/** What a command brings along instead of what is kept, and what tests change. */
export interface OpenOptions {
  /** Takes the place of the one that is kept. */
  readonly password?: string;
  readonly stallMilliseconds?: number;
}

/** Errors: `target-unknown`, `target-password-missing`, and those of the storage. */
export async function openTarget(
  context: UseCaseContext,
  record: TargetRecord,
  { password, stallMilliseconds }: OpenOptions,
): Promise<Result<Target>> {
  const { id, kind, address, userName, authority, proxy } = record;
  if (kind === 'folder') return succeed(openFolderTarget(address));
  const kept = password === undefined ? context.targetSecrets.read(id) : succeed(password);
  if (!kept.ok) return kept;
  if (userName !== '' && (kept.value === null || kept.value === '')) {
    return failWith('target-password-missing', { host: new URL(address).host });
  }
  // Its libraries take a while, and most who open the application send nothing that day.
  const { openWebdavTarget } = await import('../../sync/webdavTarget.ts');
  const timing = stallMilliseconds === undefined ? {} : { stallMilliseconds };
  const server = { address, userName, password: kept.value ?? '', authority, proxy };
  return succeed(openWebdavTarget({ ...server, environment: process.env, ...timing }));
}
