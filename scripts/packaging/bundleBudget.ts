import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** How large each part of the built app may be, in KiB; `scripts/packaging/bundle-budget.json`. */
export type BundleBudget = Readonly<Record<string, number>>;

const budgetFile = path.join(import.meta.dirname, 'bundle-budget.json');

export function readBundleBudget(): BundleBudget {
  return JSON.parse(readFileSync(budgetFile, 'utf8')) as BundleBudget;
}

/** What the built app weighs, part by part, in KiB. Throws where it has not been built. */
export function weighBundle(root: string): BundleBudget {
  const built = path.join(root, 'out');
  const assets = listFiles(path.join(built, 'renderer', 'assets'));
  const guide = path.join(built, 'renderer', 'guide');
  const page = readFileSync(path.join(built, 'renderer', 'index.html'), 'utf8');
  return {
    main: weigh(listFiles(path.join(built, 'main'))),
    preload: weigh(listFiles(path.join(built, 'preload'))),
    // What every start loads before anything can be seen.
    firstScreenScripts: weigh(assets.filter((file) => page.includes(path.basename(file)) && isScript(file))),
    screensScripts: weigh(assets.filter(isScript)),
    screens: weigh(listFiles(path.join(built, 'renderer')).filter((file) => !file.startsWith(guide))),
    // Pictures of the user guide; read from the disk when somebody opens it.
    guide: weigh(listFiles(guide)),
  };
}

/** One sentence for each part that is heavier than its budget, or has none. */
export function overBudget(weights: BundleBudget, budget: BundleBudget): readonly string[] {
  return Object.entries(weights).flatMap(([part, weight]) => {
    const allowed = budget[part];
    if (allowed === undefined) return [`${part} weighs ${String(weight)} KiB and has no budget`];
    if (weight <= allowed) return [];
    return [`${part} weighs ${String(weight)} KiB; its budget is ${String(allowed)} KiB`];
  });
}

function isScript(file: string): boolean {
  return file.endsWith('.js');
}

function weigh(files: readonly string[]): number {
  return Math.ceil(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1024);
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
