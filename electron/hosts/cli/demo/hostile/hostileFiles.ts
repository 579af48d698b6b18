import { makeHostileContents } from './hostileContents.ts';
import type { HostileBase, HostileFile } from './hostileFile.ts';
import { makeHostileZips } from './hostileZips.ts';

/** One file for each way in which a file can be hostile or broken; every one of them must be refused by name. */
export function makeHostileFiles(base: HostileBase): readonly HostileFile[] {
  return [...makeHostileZips(base), ...makeHostileContents(base)];
}
