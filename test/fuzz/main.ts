// `npm run fuzz [minutes] [seed]`: spoils packages for a fifth of so many minutes (15 unless told), lets the network do harm
// to packages on their way for the rest, and says what became of them: thousands of runs of each but the whole exchanges.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chooseSeed } from '../fault/seededRandom.ts';
import { fuzzExchange } from './fuzzExchange.ts';
import { fuzzPackages } from './fuzzPackages.ts';
import { fuzzPlacing } from './fuzzPlacing.ts';
import { openTriedInstallation } from './importMutants.ts';

const [minutes = '15', askedSeed] = process.argv.slice(2);
const seed = askedSeed === undefined ? chooseSeed() : Number(askedSeed);
const milliseconds = Number(minutes) * 60_000;
if (!Number.isFinite(milliseconds) || milliseconds <= 0 || !Number.isSafeInteger(seed)) {
  process.stderr.write('npm run fuzz [minutes] [seed]\n');
  process.exit(2);
}

const folder = mkdtempSync(path.join(tmpdir(), 'thuoc-so-fuzz-'));
const folderOf = (name: string): string => {
  mkdirSync(path.join(folder, name));
  return path.join(folder, name);
};
const untilThen = (share: number) => ({
  seed,
  runs: Number.POSITIVE_INFINITY,
  milliseconds: milliseconds * share,
});
try {
  process.stderr.write(`seed ${String(seed)}, ${minutes} minutes\n`);
  const packages = await spoilPackages();
  const placing = await fuzzPlacing({ ...untilThen(0.6), folder: folderOf('placing') });
  const exchange = await fuzzExchange({ ...untilThen(0.2), folder: folderOf('exchange') });
  process.stdout.write(`${JSON.stringify({ seed, packages, placing, exchange }, null, 2)}\n`);
  const faults = [packages, placing, exchange].flatMap((report) => report.faults);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function spoilPackages() {
  const installation = await openTriedInstallation(folderOf('packages'));
  try {
    // An import waits for the disk several times, so only some of the packages get as far.
    return await fuzzPackages({
      ...untilThen(0.2),
      tryFurther: async (mutant, run) =>
        mutant.isResigned && run % 10 === 0 ? installation.tryImport(mutant) : undefined,
    });
  } finally {
    installation.close();
  }
}
