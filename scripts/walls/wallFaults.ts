import { readdirSync } from 'node:fs';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';

export interface WallReport {
  /** One line per broken rule: the rule, what imports what, and what to do instead. */
  readonly faults: readonly string[];
  /** Source files that the checker read, relative to the folder, with forward slashes. */
  readonly checked: readonly string[];
  /** Source files that exist but were not read: then the walls say nothing about them. */
  readonly unchecked: readonly string[];
}

/** The rules, by name, with what to do about each. */
export const wallRules: ReadonlyMap<string, string> = new Map(
  (config.forbidden ?? []).map((rule) => [rule.name ?? '', rule.comment ?? '']),
);

/** The top-level folders that hold source. */
export const sourceFolders = ['shared', 'electron', 'renderer', 'scripts', 'test'] as const;

/** Checks every import under `folder` (absolute; a tree laid out like this project) against the walls. */
export async function findWallFaults(folder: string): Promise<WallReport> {
  const sources = sourceFolders.flatMap((name) => listSources(folder, name));
  const { output } = await cruise(
    sourceFolders.filter((name) => sources.some((file) => file.startsWith(`${name}/`))),
    { ...config.options, baseDir: folder, ruleSet: { forbidden: config.forbidden ?? [] }, validate: true },
    config.options?.enhancedResolveOptions ?? {},
  );
  const result = output as ICruiseResult;
  const checked = new Set(result.modules.map((module) => module.source));
  return {
    faults: result.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}\n    ${wallRules.get(rule.name) ?? ''}`,
    ),
    checked: sources.filter((file) => checked.has(file)),
    unchecked: sources.filter((file) => !checked.has(file)),
  };
}

/** Every TypeScript file below `name`, independent of what the checker finds. */
function listSources(folder: string, name: string): readonly string[] {
  const entries = listFiles(path.join(folder, name));
  return entries
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => path.relative(folder, file).split(path.sep).join('/'))
    .toSorted();
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
