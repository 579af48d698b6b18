// `npm run fuzz [minutes] [seed]`: spoils packages for so many minutes (5 unless told) and says what became of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chooseSeed } from '../fault/seededRandom.ts';
import { fuzzPackages } from './fuzzPackages.ts';
import { openTriedInstallation } from './importMutants.ts';

const [minutes = '5', askedSeed] = process.argv.slice(2);
const seed = askedSeed === undefined ? chooseSeed() : Number(askedSeed);
const milliseconds = Number(minutes) * 60_000;
if (!Number.isFinite(milliseconds) || milliseconds <= 0 || !Number.isSafeInteger(seed)) {
  process.stderr.write('npm run fuzz [minutes] [seed]\n');
  process.exit(2);
}

const folder = mkdtempSync(path.join(tmpdir(), 'thuoc-so-fuzz-'));
const installation = await openTriedInstallation(folder);
try {
  process.stderr.write(`seed ${String(seed)}, ${minutes} minutes\n`);
  // An import waits for the disk several times, so only some of the packages get as far.
  const report = await fuzzPackages({
    seed,
    runs: Number.POSITIVE_INFINITY,
    milliseconds,
    tryFurther: async (mutant, run) =>
      mutant.isResigned && run % 10 === 0 ? installation.tryImport(mutant) : undefined,
  });
  process.stdout.write(`${JSON.stringify({ seed, ...report }, null, 2)}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
} finally {
  installation.close();
  rmSync(folder, { recursive: true, force: true });
}
