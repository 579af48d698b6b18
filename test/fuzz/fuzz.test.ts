import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { fuzzPackages } from './fuzzPackages.ts';
import { openTriedInstallation } from './importMutants.ts';

// The same in every run; `npm run fuzz` takes another seed each time, and minutes instead of seconds.
const seed = 20_261_121;

test('spoilt packages are refused by name or say what was signed', async () => {
  const report = await fuzzPackages({ seed, runs: 4000, milliseconds: 6000 });
  expect(report.faults).toEqual([]);
  expect(report.runs).toBeGreaterThan(150);
  expect(report.outcomes['read']).toBeGreaterThan(10);
  expect(Object.keys(report.outcomes).length).toBeGreaterThan(8);
});

test('spoilt packages under a valid signature leave an installation as it was once they are taken back', async () => {
  const installation = await openTriedInstallation(makeTemporaryFolder());
  try {
    const report = await fuzzPackages({
      seed,
      runs: 4000,
      milliseconds: 5000,
      tryFurther: async (mutant) => (mutant.isResigned ? installation.tryImport(mutant) : undefined),
    });
    expect(report.faults).toEqual([]);
    expect(report.runs).toBeGreaterThan(20);
  } finally {
    installation.close();
  }
});
