import { createReadStream, existsSync } from 'node:fs';
import { link, lstat, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { syncFolder } from '../files/syncFolder.ts';
import { folderErrorOf, onFolder } from './folderFailure.ts';
import { TargetFailure, type RemoteEntry, type Target } from './target.ts';

/**
 * A stick, a network share, or any other folder. It is never made: where it is missing, the stick is not plugged in.
 * @param root absolute path
 */
export function openFolderTarget(root: string): Target {
  const placeOf = (relative: string) => path.join(root, ...relative.split('/'));
  const isAbsent = () => !existsSync(root);
  /** Without the target's own folder everything else would be called by a misleading name. */
  const on = <T>(work: () => Promise<Result<T>>): Promise<Result<T>> =>
    onFolder(root, () => (isAbsent() ? Promise.resolve(failWith('target-absent', { place: root })) : work()));
  return {
    list: (folder) =>
      on(async () => {
        const names = await namesIn(placeOf(folder));
        if (names === null) return succeed(null);
        const entries = [];
        for (const name of names) {
          const entry = await describe(placeOf(folder), name);
          if (entry) entries.push(entry);
        }
        return succeed({ entries, clock: null });
      }),
    read: (relative) =>
      on(async () => {
        const file = placeOf(relative);
        const found = await lstat(file).catch(ignoreAbsent);
        // Links are not followed: whoever can write to the share could point them at anything here.
        return found?.isFile() === true
          ? succeed(piecesOf(file, root))
          : failWith('target-file-gone', { name: path.basename(file) });
      }),
    makeFolder: (folder) =>
      on(async () => {
        // One by one, so that the target's own folder is not made where it went away a moment ago.
        const names = folder.split('/');
        for (const depth of names.keys()) await makeOne(placeOf(names.slice(0, depth + 1).join('/')));
        return succeed(null);
      }),
    writeTemporary: (relative, source) =>
      on(async () => {
        await copyDurably(source.file, placeOf(relative));
        return succeed(null);
      }),
    move: (from, to) => on(async () => succeed(await moveWithoutOverwriting(placeOf(from), placeOf(to)))),
    remove: (relative) =>
      on(async () => {
        await rm(placeOf(relative), { force: true });
        return succeed(null);
      }),
    close: () => undefined,
  };
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

/** Undefined for what is neither file nor folder, and for what went away meanwhile. */
async function describe(folder: string, name: string): Promise<RemoteEntry | undefined> {
  const found = await lstat(path.join(folder, name)).catch(ignoreAbsent);
  if (found?.isDirectory() === true) {
    // FAT does not change a folder's time when something comes into it, so that folders have no tag here.
    return { name, kind: 'folder', size: 0, tag: null, modifiedAt: found.mtime };
  }
  if (found?.isFile() !== true) return undefined;
  const tag = `${String(found.size)}-${String(found.mtimeMs)}`;
  return { name, kind: 'file', size: found.size, tag, modifiedAt: found.mtime };
}

async function* piecesOf(file: string, root: string): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const piece of createReadStream(file)) yield piece as Buffer;
  } catch (error) {
    throw new TargetFailure(folderErrorOf(error, root));
  }
}

async function copyDurably(source: string, target: string): Promise<void> {
  try {
    await copy(source, target);
    syncFolder(path.dirname(target));
  } catch (error) {
    // On a full stick half a file takes away room that others need.
    await rm(target, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function copy(source: string, target: string): Promise<void> {
  const from = await open(source, 'r');
  try {
    const to = await open(target, 'w', 0o644);
    try {
      for await (const piece of from.createReadStream({ autoClose: false })) {
        await to.writeFile(piece as Buffer);
      }
      await to.sync();
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/**
 * A link is made only where nothing stands, whoever else tries at the same moment. FAT and some shares know no links;
 * there a look and a rename must do, which could at worst replace a file by one of the same name, and so of the same
 * content.
 */
async function moveWithoutOverwriting(from: string, to: string): Promise<'moved' | 'taken' | 'gone'> {
  try {
    await link(from, to);
    await unlink(from);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return 'taken';
    if (code === 'ENOENT') return 'gone';
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EINVAL|EMLINK|UNKNOWN)$/u.test(code)) throw error;
    if (await stat(to).catch(ignoreAbsent)) return 'taken';
    if (!(await stat(from).catch(ignoreAbsent))) return 'gone';
    await rename(from, to);
  }
  syncFolder(path.dirname(to));
  return 'moved';
}

function ignoreAbsent(error: unknown): undefined {
  if (!isAbsence(error)) throw error;
}

function isAbsence(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

function codeOf(error: unknown): string {
  return (error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined) ?? '';
}
