import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { makeWorkingFolder } from '../../files/workingFolder.ts';
import type { KnownAssessment } from './importFrame.ts';

/** Assessments as a dry run would leave them, by any key; however many, only some are in memory. */
export interface LogShelf {
  get(key: string): KnownAssessment | undefined;
  set(key: string, assessment: KnownAssessment): void;
  /** Throws the shelf away. */
  close(): void;
}

/** Some 50 MB. */
const usualLimit = 100_000;

/** @param limit edits held in memory; those of assessments not asked for lately are laid down in a folder below `parent` */
export function createLogShelf(parent: string, limit = usualLimit): LogShelf {
  const held = new Map<string, KnownAssessment>();
  const files = new Map<string, string>();
  let folder: string | undefined;
  let edits = 0;
  const layDown = (key: string, assessment: KnownAssessment) => {
    folder ??= makeWorkingFolder(parent);
    const file = files.get(key) ?? path.join(folder, String(files.size));
    writeFileSync(file, serialize(assessment), { mode: 0o600 });
    files.set(key, file);
    held.delete(key);
    edits -= assessment.log.length;
  };
  const hold = (key: string, assessment: KnownAssessment) => {
    edits += assessment.log.length - (held.get(key)?.log.length ?? 0);
    // A map keeps its keys in the order in which they came, so the first is the one longest not asked for.
    held.delete(key);
    held.set(key, assessment);
    for (const [oldest, one] of held) {
      if (edits <= limit || oldest === key) break;
      layDown(oldest, one);
    }
  };
  return {
    get: (key) => {
      const file = files.get(key);
      const found = held.get(key) ?? (file === undefined ? undefined : readBack(file));
      if (found) hold(key, found);
      return found;
    },
    set: hold,
    close: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function readBack(file: string): KnownAssessment {
  return deserialize(readFileSync(file)) as KnownAssessment;
}
