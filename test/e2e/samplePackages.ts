import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Content } from '../../electron/backend/files/content.ts';
import { hostileFolder, writeDemo } from '../../electron/hosts/cli/demo/writeDemo.ts';
import { readZipText } from '../helpers/readZip.ts';
import { valueOf } from '../helpers/valueOf.ts';

/** Files as units send them: among them two that disagree, one with a later revision, one that must wait. */
export interface SamplePackages {
  readonly folder: string;
  /** Paths. */
  readonly files: readonly string[];
  /** Everything that is written in them, besides what the product says itself. */
  readonly contents: readonly unknown[];
}

// The first four of a demo are: plain, revised, two halves, two that disagree.
const units = 4;

/** Refused, and kept aside until its set of criteria is here. */
const waiting = 'an-unknown-criteria-set.thuocso';

export async function writeSamplePackages(content: Content): Promise<SamplePackages> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-packages-'));
  valueOf(await writeDemo(content, { folder, units, seed: 'tour' }));
  const files = [
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.thuocso'))
      .map((name) => path.join(folder, name)),
    path.join(folder, hostileFolder, waiting),
  ];
  const contents = files.flatMap((file) => {
    const archive = readFileSync(file);
    return ['manifest.json', 'document.json'].map(
      (name) => JSON.parse(readZipText(archive, name)) as unknown,
    );
  });
  return { folder, files, contents: [...contents, files.map((file) => path.basename(file))] };
}
