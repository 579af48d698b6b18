import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { RemoteListing, Target } from '../../sync/target.ts';
import { isSameAt, type Expected } from './measureRemote.ts';

/** A package to be put at its place. */
export interface Placing extends Expected {
  /** Local. */
  readonly file: string;
  readonly remotePath: string;
  /** What it is called on the way, in the folder of its place; the same at each attempt. */
  readonly temporaryName: string;
}

/**
 * Puts a package at its place at a target, whatever an earlier attempt, or another machine with the same file, has left
 * there: uploaded under its temporary name, read back, moved without overwriting. What lies at the place already is
 * read back instead. Answers with what stands in the folder afterwards. Errors: those of `Target`, `transfer-damaged`,
 * `remote-file-differs`.
 */
export async function placePackage(target: Target, placing: Placing): Promise<Result<RemoteListing>> {
  const folder = path.posix.dirname(placing.remotePath);
  const before = await target.list(folder);
  if (!before.ok) return before;
  if (before.value && has(before.value, path.posix.basename(placing.remotePath))) {
    return settle(target, placing, before.value);
  }
  if (!before.value) {
    const made = await target.makeFolder(folder);
    if (!made.ok) return made;
  }
  const temporary = `${folder}/${placing.temporaryName}`;
  const uploaded = await uploadUnlessThere(target, placing, temporary, before.value);
  if (!uploaded.ok) return uploaded;
  const moved = await target.move(temporary, placing.remotePath);
  const after = await target.list(folder);
  if (!after.ok) return after;
  const found = after.value && find(after.value, path.posix.basename(placing.remotePath));
  if (!after.value || !found) return moved.ok ? damaged(temporary) : moved;
  // Only what we moved ourselves has been read back already.
  const isOurs = moved.ok && moved.value === 'moved' && found.size === placing.size;
  return isOurs ? succeed(after.value) : settle(target, placing, after.value);
}

async function uploadUnlessThere(
  target: Target,
  placing: Placing,
  temporary: string,
  listing: RemoteListing | null,
): Promise<Result<null>> {
  const leftover = listing && find(listing, placing.temporaryName);
  if (leftover?.size === placing.size) {
    const same = await isSameAt(target, temporary, placing);
    if (!same.ok) return same;
    if (same.value) return succeed(null);
  }
  const written = await target.writeTemporary(temporary, placing);
  if (!written.ok) return written;
  const same = await isSameAt(target, temporary, placing);
  if (!same.ok) return same;
  return same.value ? succeed(null) : damaged(temporary);
}

/** Something lies at the place: it must be the same, and then the work is done, whoever did it. */
async function settle(
  target: Target,
  placing: Placing,
  listing: RemoteListing,
): Promise<Result<RemoteListing>> {
  const same = await isSameAt(target, placing.remotePath, placing);
  if (!same.ok) return same;
  if (!same.value) {
    return failWith('remote-file-differs', { name: path.posix.basename(placing.remotePath) });
  }
  if (has(listing, placing.temporaryName)) {
    const removed = await target.remove(`${path.posix.dirname(placing.remotePath)}/${placing.temporaryName}`);
    if (!removed.ok) return removed;
  }
  return succeed(listing);
}

function damaged(remote: string): Result<never> {
  return failWith('transfer-damaged', { name: path.posix.basename(remote) });
}

function find({ entries }: RemoteListing, name: string) {
  return entries.find((entry) => entry.name === name && entry.kind === 'file');
}

function has(listing: RemoteListing, name: string): boolean {
  return find(listing, name) !== undefined;
}
