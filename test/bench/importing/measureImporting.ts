import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { writeDemo } from '../../../electron/hosts/cli/demo/writeDemo.ts';
import { readContent } from '../../helpers/content.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { percentile, round } from '../measure.ts';
import type { ImportRunFigures } from './importRun.ts';

/** Counts of packages, and how often each is measured; the median is told. */
const usual = [
  { packages: 100, rounds: 5 },
  { packages: 1000, rounds: 3 },
];
/** `BENCH_LARGE=1 npm run bench`: making and importing so many takes several minutes. */
const large = { packages: 10_000, rounds: 1 };

/**
 * Imports per package as a ratio to the floor of design §10 on the same files, with the most memory that the process
 * ever held, and where the time goes. `ratio` is by the clock, `processorRatio` counts what all threads did: an import
 * reads the next files in a thread of their own, the floor has one thread.
 */
export async function measureImporting() {
  const sizes = process.env['BENCH_LARGE'] === '1' ? [...usual, large] : usual;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-demo-'));
  try {
    const most = Math.max(...sizes.map(({ packages }) => packages));
    await makePackages(folder, most);
    const figures: Record<string, Awaited<ReturnType<typeof compare>>> = {};
    for (const { packages, rounds } of sizes) figures[packages] = await compare(folder, packages, rounds);
    const { stages } = await startRun('stages', folder, 1000);
    return { packages: figures, millisecondsOf1000ByStage: stages };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A unit sends five files for every four units, about. */
async function makePackages(folder: string, count: number): Promise<void> {
  valueOf(await writeDemo(readContent(), { folder, units: Math.ceil(count * 0.82) + 4, seed: 'bench' }));
  const made = readdirSync(folder).filter((name) => name.endsWith('.thuocso')).length;
  if (made < count) throw new Error(`Only ${String(made)} packages were made`);
}

async function compare(folder: string, packages: number, rounds: number) {
  const floors: ImportRunFigures[] = [];
  const imports: ImportRunFigures[] = [];
  // In turn, so that both meet the same machine.
  for (let left = rounds; left > 0; left -= 1) {
    floors.push(await startRun('floor', folder, packages));
    imports.push(await startRun('import', folder, packages));
  }
  const each = (figures: readonly ImportRunFigures[]) => ({
    millisecondsEach: round(
      percentile(
        figures.map(({ milliseconds }) => milliseconds),
        50,
      ) / packages,
    ),
    processorMillisecondsEach: round(
      percentile(
        figures.map(({ processorMilliseconds }) => processorMilliseconds),
        50,
      ) / packages,
    ),
    peakMegabytes: Math.round(Math.max(...figures.map(({ peakMegabytes }) => peakMegabytes))),
  });
  const [ofImport, ofFloor] = [each(imports), each(floors)];
  return {
    rounds,
    import: ofImport,
    floor: ofFloor,
    ratio: round(ofImport.millisecondsEach / ofFloor.millisecondsEach),
    processorRatio: round(ofImport.processorMillisecondsEach / ofFloor.processorMillisecondsEach),
  };
}

async function startRun(kind: string, folder: string, packages: number): Promise<ImportRunFigures> {
  const entry = path.join(import.meta.dirname, 'importRun.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [entry, kind, folder, String(packages)]);
  return JSON.parse(stdout) as ImportRunFigures;
}
