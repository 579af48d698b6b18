import { readFileSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { startApache } from '../helpers/apacheServer.ts';
import { startFaultProxy, type ChooseFault } from '../helpers/faultProxy.ts';
import { startRclone } from '../helpers/rcloneServer.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';

/** Where installations exchange packages in a test; gone when it has finished. */
export interface Place {
  /** A folder, or an address that begins with `https://`. */
  readonly address: string;
  readonly user: string;
  readonly password: string;
  /** PEM; null for a folder. */
  readonly authority: string | null;
  /** Where its files lie, to look at them behind its back. */
  readonly folder: string;
  /** For servers behind a network that does harm. */
  readonly setFaults: (choose: ChooseFault) => void;
}

export function openFolderPlace(): Place {
  const folder = makeTemporaryFolder();
  return { address: folder, user: '', password: '', authority: null, folder, setFaults: () => undefined };
}

/** Apache httpd behind a proxy that does harm when told. */
export async function openApachePlace(): Promise<Place> {
  const apache = await startApache({ isEncrypted: false });
  onTestFinished(apache.stop);
  const proxy = await startFaultProxy({ upstream: apache.url, certificate: apache.authority.issue() });
  onTestFinished(proxy.stop);
  const { user, password, folder, caFile } = apache;
  const authority = readFileSync(caFile, 'utf8');
  return { address: proxy.url, user, password, authority, folder, setFaults: proxy.setFaults };
}

export async function openRclonePlace(): Promise<Place> {
  const rclone = await startRclone();
  onTestFinished(rclone.stop);
  const { url, user, password, folder, caFile } = rclone;
  const authority = readFileSync(caFile, 'utf8');
  return { address: url, user, password, authority, folder, setFaults: () => undefined };
}
