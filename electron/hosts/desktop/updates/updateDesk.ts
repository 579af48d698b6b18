import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onStorageLater } from '#backend/db/storageFailure.ts';
import type { UpdateDesk, UpdateSafety } from '#backend/usecases/updates/updateDesk.ts';
import type { CallOutput } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { Installation } from './installation.ts';
import { openUpdateFile } from './openUpdateFile.ts';
import {
  clearStaged,
  isKept,
  placePrevious,
  placeUpdate,
  stagedFile,
  type NextStart,
  type Updatable,
} from './placeUpdate.ts';
import type { UpdateManifest } from './updateManifest.ts';
import { forgetUpdate, readUpdateRecord, writeUpdateRecord, type UpdateRecord } from './updateRecord.ts';

/** What the desk needs from the desktop host. */
export interface DesktopForUpdates {
  readonly installation: Installation;
  readonly appVersion: string;
  readonly arch: string;
  readonly dataFolder: string;
  readonly releaseKeys: readonly string[];
  readonly now: () => Date;
  /** Lets the officer choose a file; null when nothing was chosen. */
  readonly chooseFile: () => Promise<string | null>;
  /** Ends the app and starts this. */
  readonly restartAs: (next: NextStart) => void;
}

/** Updates of the desktop app from a file: choose, look, install, go back. */
export function createUpdateDesk(desktop: DesktopForUpdates): UpdateDesk {
  const { installation, appVersion, dataFolder } = desktop;
  let chosen: UpdateManifest | null = null;
  const onUpdatable = <T>(work: (updatable: Updatable) => Promise<Result<T>>): Promise<Result<T>> =>
    'keptFolder' in installation && desktop.releaseKeys.length > 0
      ? onStorageLater(installation.keptFolder, () => work(installation))
      : Promise.resolve(failWith('update-not-here'));
  return {
    read: () => succeed({ version: appVersion, way: wayOf(desktop), previous: previousOf(desktop) }),
    choose: () =>
      onUpdatable<CallOutput<'updates.choose'>>(async (updatable) => {
        chosen = null;
        const file = await desktop.chooseFile();
        if (file === null) return succeed({ update: null });
        mkdirSync(updatable.keptFolder, { recursive: true });
        clearStaged(updatable);
        const frame = { ...desktop, kind: updatable.kind };
        const opened = await openUpdateFile(file, frame, (manifest) =>
          stagedFile(updatable, manifest.appVersion),
        );
        if (!opened.ok) {
          clearStaged(updatable);
          return opened;
        }
        chosen = opened.value;
        const { appVersion: version, madeAt, notes, payload } = opened.value;
        return succeed({
          update: { version, madeAt, notes, size: payload.size, fileName: path.basename(file) },
        });
      }),
    install: (safety) =>
      onUpdatable(async (updatable) => {
        if (chosen === null) return failWith('update-none-chosen');
        const saved = safety.backUp();
        if (!saved.ok) return saved;
        const record: UpdateRecord = {
          from: appVersion,
          to: chosen.appVersion,
          at: desktop.now().toISOString(),
          backup: saved.value.name,
        };
        const next = await placeUpdate(updatable, appVersion, chosen.appVersion);
        chosen = null;
        writeUpdateRecord(dataFolder, record);
        desktop.restartAs(next);
        return succeed({});
      }),
    goBack: (safety) => onUpdatable((updatable) => goBack(desktop, updatable, safety)),
  };
}

function wayOf({ installation, releaseKeys }: DesktopForUpdates) {
  if (installation.kind === 'system' || installation.kind === 'source') return installation.kind;
  return releaseKeys.length === 0 ? 'no-release-key' : 'file';
}

function previousOf({ installation, dataFolder, appVersion }: DesktopForUpdates) {
  const record = readUpdateRecord(dataFolder);
  if (record?.to !== appVersion || !('keptFolder' in installation)) return null;
  return isKept(installation, record.from) ? { version: record.from, updatedAt: record.at } : null;
}

/** The data go back only where the earlier version could not read them as they are now. */
async function goBack(
  desktop: DesktopForUpdates,
  updatable: Updatable,
  safety: UpdateSafety,
): Promise<Result<Record<string, never>>> {
  const record = readUpdateRecord(desktop.dataFolder);
  const previous = previousOf(desktop);
  if (record === null || previous === null) return failWith('update-no-way-back');
  const returned = await Promise.resolve(safety.returnTo(record.backup));
  if (!returned.ok) return returned;
  const next = placePrevious(updatable, previous.version);
  forgetUpdate(desktop.dataFolder);
  desktop.restartAs(next);
  return succeed({});
}
