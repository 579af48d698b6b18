import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { fuzzExchange } from './fuzzExchange.ts';
import { fuzzPlacing } from './fuzzPlacing.ts';

// The same in every run; `npm run fuzz` takes another seed each time, and minutes instead of seconds. With the servers, and
// the last runs being played to their end, both take about twelve seconds.
const seed = 20_261_122;

test('packages arrive whole and once, whatever the network does to them', async () => {
  const report = await fuzzPlacing({ seed, runs: 4000, milliseconds: 5000, folder: makeTemporaryFolder() });
  expect(report.faults).toEqual([]);
  expect(report.runs).toBeGreaterThan(2);
  expect(report.outcomes['placed']).toBeGreaterThan(2);
});

test('an outbox empties itself and receipts come back, whatever the network does', async () => {
  const report = await fuzzExchange({
    seed,
    runs: 1000,
    milliseconds: 4000,
    folder: makeTemporaryFolder(),
  });
  expect(report.faults).toEqual([]);
  expect(report.runs).toBeGreaterThan(0);
});
