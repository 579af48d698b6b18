import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { findSet, type Content } from '../../electron/backend/files/content.ts';
import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import { readContent } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { startBrowserHost, type BrowserHost } from '../helpers/browserHost.ts';
import { writeSamplePackages, type SamplePackages } from './samplePackages.ts';

interface Fixtures {
  /** Thrown away with all that the test left in it. */
  readonly dataFolder: string;
  readonly content: Content;
  /** The set for wards and communes of Đà Nẵng: it has criteria of every rule kind. */
  readonly set: CriteriaSet;
  /** Thrown away after the test. */
  readonly packages: SamplePackages;
  /** A host on that folder, stopped after the test if it still runs. */
  readonly host: BrowserHost;
}

export const test = base.extend<Fixtures>({
  content: async ({ browserName: _ }, provide) => {
    await provide(readContent());
  },
  set: async ({ content }, provide) => {
    await provide(valueOf(findSet(content, 'da-nang-phuong-xa', '1.0.0')).set);
  },
  packages: async ({ content }, provide) => {
    const written = await writeSamplePackages(content);
    await provide(written);
    rmSync(written.folder, { recursive: true, force: true });
  },
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
