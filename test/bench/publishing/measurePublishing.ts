import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../../helpers/postgresServer.ts';
import { round } from '../measure.ts';
import { makeStore } from './makeStore.ts';
import type { Lap, PublishRunFigures } from './publishRun.ts';

const usual = [1000, 10_000];
/** `BENCH_LARGE=1 npm run bench`: takes a quarter of an hour at rest and ten gigabytes of disk. */
const large = 100_000;

/**
 * Publishing to a PostgreSQL on this machine that does not wait for the disk: what each assessment costs, and along the
 * way, so that one run shows whether it stays the same; with the most memory held.
 */
export async function measurePublishing() {
  const sizes = process.env['BENCH_LARGE'] === '1' ? [...usual, large] : usual;
  const figures: Record<string, Awaited<ReturnType<typeof measure>>> = {};
  for (const assessments of sizes) figures[assessments] = await measure(assessments);
  return figures;
}

async function measure(assessments: number) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-publishing-'));
  const server = await startPostgres();
  try {
    const address = await server.createDatabase();
    const databaseFile = path.join(folder, 'thuoc-so.sqlite');
    await makeStore(databaseFile, assessments);
    const megabytes = statSync(databaseFile).size / 2 ** 20;
    const entry = path.join(import.meta.dirname, 'publishRun.ts');
    const args = [entry, databaseFile, address, String(assessments)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const run = JSON.parse(stdout) as PublishRunFigures;
    const start = { assessments: 0, milliseconds: 0, processorMilliseconds: 0, serverMilliseconds: 0 };
    return {
      ...costBetween(start, run.laps.at(-1) ?? start),
      alongTheWay: run.laps.map((lap, index) => costBetween(run.laps[index - 1] ?? start, lap)),
      rowsEach: Math.round(run.rows / assessments),
      unchangedMillisecondsEach: round(run.unchangedMilliseconds / assessments),
      tenChangedMilliseconds: round(run.changedMilliseconds),
      peakMegabytes: Math.round(run.peakMegabytes),
      dataFileMegabytes: Math.round(megabytes),
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Per assessment: wall time, the publisher's processor time, and that of the server. */
function costBetween(before: Lap, after: Lap) {
  const each = (name: keyof Lap) =>
    round((after[name] - before[name]) / (after.assessments - before.assessments));
  return {
    until: after.assessments,
    millisecondsEach: each('milliseconds'),
    processorMillisecondsEach: each('processorMilliseconds'),
    serverMillisecondsEach: each('serverMilliseconds'),
  };
}
