import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from '../../helpers/postgresServer.ts';
import { round } from '../measure.ts';
import { makeStore } from './makeStore.ts';
import type { PublishRunFigures } from './publishRun.ts';

const usual = [1000, 10_000];
/** `BENCH_LARGE=1 npm run bench`: takes a quarter of an hour and ten gigabytes. */
const large = 100_000;

/** Publishing to a PostgreSQL on this machine that does not wait for the disk: per assessment, with the most memory held. */
export async function measurePublishing() {
  const sizes = process.env['BENCH_LARGE'] === '1' ? [...usual, large] : usual;
  const server = await startPostgres();
  try {
    const figures: Record<string, Awaited<ReturnType<typeof measure>>> = {};
    for (const assessments of sizes)
      figures[assessments] = await measure(assessments, await server.createDatabase());
    return figures;
  } finally {
    await server.stop();
  }
}

async function measure(assessments: number, address: string) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'thuoc-so-bench-publishing-'));
  try {
    const databaseFile = path.join(folder, 'thuoc-so.sqlite');
    makeStore(databaseFile, assessments);
    const entry = path.join(import.meta.dirname, 'publishRun.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [entry, databaseFile, address]);
    const run = JSON.parse(stdout) as PublishRunFigures;
    return {
      millisecondsEach: round(run.firstMilliseconds / assessments),
      rowsEach: Math.round(run.rows / assessments),
      unchangedMillisecondsEach: round(run.unchangedMilliseconds / assessments),
      tenChangedMilliseconds: round(run.changedMilliseconds),
      peakMegabytes: Math.round(run.peakMegabytes),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
