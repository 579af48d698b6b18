import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where the runtime that goes into a package comes from. */
export type ElectronSource =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'network' }
  | { readonly kind: 'unreachable'; readonly address: string };

/** Names a folder with unpacked runtimes or their zip files, for machines without a network. */
export const electronDistVariable = 'THUOC_SO_ELECTRON_DIST';

const usualMirror = 'https://github.com/electron/electron/releases/download/';

/**
 * Asks once, quickly, whether the runtime can be had: electron-builder itself tries for a minute and a half and then
 * shows a stack.
 * @param answers whether an address answers
 */
export async function findElectronSource(
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
  answers: (address: string) => Promise<boolean>,
): Promise<ElectronSource> {
  const folder = environment[electronDistVariable];
  if (folder !== undefined && folder !== '') {
    return isFolder(folder) ? { kind: 'folder', folder } : { kind: 'unreachable', address: folder };
  }
  const version = electronVersion(root);
  const mirror = environment['ELECTRON_MIRROR'] ?? usualMirror;
  const address = `${mirror}v${version}/SHASUMS256.txt`;
  return (await answers(address)) ? { kind: 'network' } : { kind: 'unreachable', address };
}

/** Whether a server gives this address out within ten seconds. */
export async function answersOverNetwork(address: string): Promise<boolean> {
  try {
    const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    return reply.ok;
  } catch {
    return false;
  }
}

export function electronVersion(root: string): string {
  const file = path.join(root, 'node_modules', 'electron', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() === true;
}
