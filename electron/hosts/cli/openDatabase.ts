import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openWorkspace, type Workspace } from '#backend/backend.ts';
import type { Result } from '#shared/errors/result.ts';
import packageFile from '../../../package.json' with { type: 'json' };
import type { Session } from './session.ts';

/** Opens the database for one command and closes it after `use`, whatever happens. Errors: those of `openWorkspace`. */
export async function withDatabase<T>(
  session: Session,
  file: string,
  { mustExist }: { readonly mustExist: boolean },
  use: (context: Workspace['context']) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const content = session.loadContent();
  if (!content.ok) return content;
  const workspace = openWorkspace({
    databaseFile: path.resolve(file),
    contentFolder: session.contentFolder,
    content: content.value,
    now: () => new Date(),
    newId: randomUUID,
    appVersion: packageFile.version,
    mustExist,
    // A command of a batch may follow one that has not quite ended.
    lockWaitMilliseconds: 3000,
  });
  if (!workspace.ok) return workspace;
  try {
    return await use(workspace.value.context);
  } finally {
    workspace.value.close();
  }
}

/** The same with an empty database that is gone afterwards. */
export async function withEmptyDatabase<T>(
  session: Session,
  use: (context: Workspace['context']) => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'thuoc-so-'));
  try {
    return await withDatabase(session, path.join(folder, 'thuoc-so.sqlite'), { mustExist: false }, use);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
