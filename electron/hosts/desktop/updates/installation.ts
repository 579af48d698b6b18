import { readdirSync } from 'node:fs';
import path from 'node:path';
import { baseFolderOf, versionsFolderName } from './portableVersions.ts';
import type { UpdateKind } from './updateManifest.ts';

/** Where this copy of the app came from, as far as updates go. */
export type Installation =
  | {
      readonly kind: UpdateKind;
      /** The program that runs, or the AppImage that holds it. */
      readonly program: string;
      /** Where payloads and earlier versions lie. */
      readonly keptFolder: string;
    }
  /** Installed by the system's own installer (deb), which only an administrator may run. */
  | { readonly kind: 'system' }
  /** Run from sources. */
  | { readonly kind: 'source' };

/** What tells how the app was installed; passed in so that every system can be tested on any system. */
export interface Traces {
  readonly isPackaged: boolean;
  readonly platform: NodeJS.Platform;
  /** The running executable. */
  readonly executable: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export function recogniseInstallation(traces: Traces): Installation {
  const { isPackaged, platform, executable, environment } = traces;
  if (!isPackaged) return { kind: 'source' };
  if (platform === 'win32') {
    const folder = path.dirname(executable);
    // electron-builder's uninstaller; https://www.electron.build/nsis
    const isInstalled = readdirSync(folder).some((name) => /^Uninstall .*\.exe$/iu.test(name));
    if (!isInstalled) {
      const keptFolder = path.join(baseFolderOf(folder), versionsFolderName);
      return { kind: 'windows-portable', program: executable, keptFolder };
    }
    // resources/installer/installer.nsh keeps every installer there.
    const local = environment['LOCALAPPDATA'] ?? path.join(folder, '..');
    return { kind: 'windows-setup', program: executable, keptFolder: path.join(local, 'thuoc-so-setups') };
  }
  const appImage = environment['APPIMAGE'];
  if (platform !== 'linux' || appImage === undefined || appImage === '') return { kind: 'system' };
  return { kind: 'linux-appimage', program: appImage, keptFolder: path.dirname(appImage) };
}
