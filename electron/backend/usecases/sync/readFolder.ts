import { hash } from 'node:crypto';
import { isTryDue } from '#shared/domain/sync/backOff.ts';
import { fileOfName, folderOf, type RemoteFile } from '#shared/domain/sync/remotePath.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { RemoteFileRecord } from '../../db/remoteListingTable.ts';
import type { RemoteEntry } from '../../sync/target.ts';
import type { UseCaseContext } from '../context.ts';
import { clearOwnLeftovers } from './push.ts';
import type { SyncRun } from './syncRun.ts';
import type { SyncScope, UnitFolder } from './syncScope.ts';

/** A file that is new here. */
export interface WantedFile extends RemoteFile {
  readonly folder: string;
  readonly name: string;
  readonly tag: string;
  readonly size: number;
  /** How often it was postponed before. */
  readonly attempts: number;
}

/** A folder that was read, and what is to be done there. */
export interface ReadFolder {
  readonly path: string;
  readonly tag: string | null;
  /** Digest of its names and their tags. */
  readonly listing: string;
  readonly wanted: readonly WantedFile[];
  /** Something there waits for its next try. */
  readonly hasPostponed: boolean;
}

/**
 * However well a server keeps its promise that a folder's entity tag changes with what is in the folder, after a day it
 * is read again.
 */
const longestTrustMilliseconds = 24 * 60 * 60 * 1000;

/** Undefined for a folder that has not changed, or is not there. Errors: those of `Target.list`, and those of the storage. */
export async function readFolder(
  context: UseCaseContext,
  run: SyncRun,
  scope: SyncScope,
  folder: UnitFolder,
): Promise<Result<ReadFolder | undefined>> {
  const { store } = context;
  const { record, target, progress } = run;
  const path = folderOf(folder);
  const { number } = record;
  progress.counts.folders += 1;
  const known = store.read((reader) => succeed(reader.findRemoteFolder(number, path)));
  if (!known.ok) return known;
  const { tag } = folder;
  const isTrusted = known.value?.isConfirmed === true && isRecent(known.value.readAt, context.now());
  if (tag !== null && known.value?.tag === tag && isTrusted) {
    progress.counts.foldersUnchanged += 1;
    return succeed(undefined);
  }
  const listed = await target.list(path);
  if (!listed.ok) return listed;
  if (!listed.value) return succeed(undefined);
  await clearOwnLeftovers(context, target, path, listed.value);
  const files = listed.value.entries.filter(({ kind }) => kind === 'file');
  progress.counts.listed += files.length;
  const remembered = forgetVanished(context, number, path, files);
  if (!remembered.ok) return remembered;
  const judged = store.read((reader) => {
    const open = files.flatMap((entry) => {
      const file = fileOfName(folder, entry.name);
      if (!file || !scope.needs(file) || reader.hasOutboxPath(number, `${path}/${entry.name}`)) return [];
      const before = remembered.value.get(entry.name);
      const state = stateOf(context, entry, before);
      if (state === 'settled') progress.counts.known += 1;
      const attempts = before?.outcome === 'postponed' ? before.attempts : 0;
      const { name, size } = entry;
      return [{ state, file: { ...file, folder: path, name, size, attempts, tag: entry.tag ?? '' } }];
    });
    return succeed({
      wanted: open.flatMap(({ state, file }) => (state === 'wanted' ? [file] : [])),
      hasPostponed: open.some(({ state }) => state === 'postponed'),
    });
  });
  if (!judged.ok) return judged;
  return succeed({ path, tag, listing: digestOf(files), ...judged.value });
}

/** What was read by a clock that was ahead would be believed until that day comes. */
function isRecent(readAt: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(readAt);
  return age >= 0 && age < longestTrustMilliseconds;
}

function stateOf(
  { appVersion, now }: UseCaseContext,
  { tag }: RemoteEntry,
  before: RemoteFileRecord | undefined,
): 'wanted' | 'settled' | 'postponed' {
  if (!before || before.tag !== (tag ?? '')) return 'wanted';
  switch (before.outcome) {
    case 'imported':
      return 'settled';
    case 'refused':
      // A newer version may know more formats.
      return before.appVersion === appVersion ? 'settled' : 'wanted';
    case 'postponed':
      return before.nextTryAt === null || isTryDue(before.nextTryAt, now()) ? 'wanted' : 'postponed';
  }
}

/** What is remembered of a folder, without what is no longer there. */
function forgetVanished(
  { store }: UseCaseContext,
  target: number,
  path: string,
  files: readonly RemoteEntry[],
): Result<ReadonlyMap<string, RemoteFileRecord>> {
  const names = new Set(files.map(({ name }) => name));
  const read = store.read((reader) => succeed(reader.listRemoteFiles(target, path)));
  if (!read.ok) return read;
  const vanished = read.value.filter(({ name }) => !names.has(name));
  const remembered = new Map(read.value.map((record) => [record.name, record]));
  if (vanished.length === 0) return succeed(remembered);
  return store.write((writer) => {
    for (const { name } of vanished) writer.forgetRemoteFile(target, path, name);
    return succeed(remembered);
  });
}

function digestOf(files: readonly RemoteEntry[]): string {
  const lines = files.map(({ name, tag, size }) => JSON.stringify([name, tag, size]));
  return hash('sha256', lines.toSorted().join('\n'), 'hex');
}

/**
 * Remembers a folder in which everything is settled. Its tag is believed only when the folder was found alike under it
 * twice: a listing that was damaged on its way, or a file that came within the same tick of the server's clock, must not
 * be missed for long. Errors of the storage.
 */
export function rememberFolder(
  { store, now }: UseCaseContext,
  target: number,
  { path, tag, listing }: ReadFolder,
  isSettled: boolean,
): Result<null> {
  return store.write((writer) => {
    const known = writer.findRemoteFolder(target, path);
    if (!isSettled || tag === null) {
      if (known) writer.forgetRemoteFolder(target, path);
      return succeed(null);
    }
    const isConfirmed = known?.tag === tag && known.listing === listing;
    writer.keepRemoteFolder(target, path, { tag, listing, isConfirmed, readAt: now().toISOString() });
    return succeed(null);
  });
}
