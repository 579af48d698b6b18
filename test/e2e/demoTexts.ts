import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { productFolder } from '../helpers/content.ts';

/** What the officers of the demo have entered, as it stands in its files. */
export function readDemo(): readonly unknown[] {
  const folder = path.join(productFolder, 'resources/demo');
  return readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as unknown,
  );
}
