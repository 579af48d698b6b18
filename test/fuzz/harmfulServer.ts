import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startApache, type DavServer } from '../helpers/apacheServer.ts';
import { startFaultProxy, type ChooseFault } from '../helpers/faultProxy.ts';
import type { Place } from '../sync/places.ts';

/** A real server behind a network that does harm when told. */
export interface HarmfulServer {
  /** A new place at the server, so that what arrives late in one run does no harm to the next. */
  readonly makePlace: (name: string) => Promise<Place>;
  readonly setFaults: (choose: ChooseFault) => void;
  readonly stop: () => Promise<void>;
}

export async function startHarmfulServer(): Promise<HarmfulServer> {
  const apache = await startApache({ isEncrypted: false });
  const proxy = await startFaultProxy({ upstream: apache.url, certificate: apache.authority.issue() });
  const { setFaults } = proxy;
  const authority = readFileSync(apache.caFile, 'utf8');
  return {
    makePlace: async (name) => ({
      address: `${proxy.url}${name}/`,
      user: apache.user,
      password: apache.password,
      authority,
      folder: await makeFolder(apache, name),
      setFaults,
    }),
    setFaults,
    stop: async () => {
      await proxy.stop();
      await apache.stop();
    },
  };
}

/** Made by the server itself, so that it may write there. */
async function makeFolder({ url, user, password, folder }: DavServer, name: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const made = await fetch(`${url}${name}/`, { method: 'MKCOL', headers: { authorization } });
  if (made.status !== 201) throw new Error(`No folder for a run: ${String(made.status)}`);
  return path.join(folder, name);
}
