import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs `install` while no other process of this clone installs: two at once would delete each other's files.
 * A lock left by a process that is gone is taken over.
 * @param {string} lockFile
 * @param {() => void} install
 */
export async function withInstallLock(lockFile, install) {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  while (!take(lockFile)) await wait(200);
  try {
    install();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
function take(lockFile) {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (!isHeld(lockFile)) rmSync(lockFile, { force: true });
    return false;
  }
}

/** @param {string} lockFile */
function isHeld(lockFile) {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to another user. Anything else: no such process, or the lock is gone.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
