import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { startBrowserHost, type BrowserHost } from '../helpers/browserHost.ts';

interface Fixtures {
  /** Thrown away with all that the test left in it. */
  readonly dataFolder: string;
  /** A host on that folder, stopped after the test if it still runs. */
  readonly host: BrowserHost;
}

export const test = base.extend<Fixtures>({
  dataFolder: async ({ browserName }, provide) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), `thuoc-so-${browserName}-`));
    await provide(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  host: async ({ dataFolder }, provide) => {
    const host = await startBrowserHost(dataFolder);
    await provide(host);
    await host.kill();
  },
});

export { expect } from '@playwright/test';
