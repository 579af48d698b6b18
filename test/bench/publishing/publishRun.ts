import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import pg from 'pg';
import { recordAppraisals } from '../../../electron/backend/usecases/appraisal/recordAppraisals.ts';
import {
  publish,
  type Publication,
  type PublishOptions,
} from '../../../electron/backend/usecases/publishing/publish.ts';

import { readAddress } from '../../../electron/backend/warehouse/address.ts';
import { withWarehouse } from '../../../electron/backend/warehouse/openWarehouse.ts';
import { succeed } from '../../../shared/errors/result.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { openBenchStore } from './makeStore.ts';

/** How far a first publication is, and what it has cost until then. */
export interface Lap {
  readonly assessments: number;
  readonly milliseconds: number;
  /** Of the publisher, all threads. */
  readonly processorMilliseconds: number;
  /** Of the server process that works for it. */
  readonly serverMilliseconds: number;
}

/** What one process saw that publishes a data file: everything, then nothing new, then a few that changed. */
export interface PublishRunFigures {
  /** A tenth of the assessments each, about; the last holds everything. */
  readonly laps: readonly Lap[];
  readonly unchangedMilliseconds: number;
  readonly changedMilliseconds: number;
  readonly rows: number;
  readonly peakMegabytes: number;
}

const [databaseFile = '', address = '', count = ''] = process.argv.slice(2);
const assessments = Number(count);
const { context, close } = openBenchStore(databaseFile, assessments);
const place = valueOf(readAddress(address, {}));

type Watch = Pick<PublishOptions, 'onProgress'> & { readonly onDone: (publication: Publication) => void };

async function run({ onProgress, onDone }: Watch): Promise<Publication> {
  return valueOf(
    await withWarehouse(place, async (warehouse) => {
      const published = await publish(context, warehouse, { allowRemoval: false, onProgress });
      // The server's process is still there.
      if (published.ok) onDone(published.value);
      return published;
    }),
  );
}

async function runTimed(): Promise<{ readonly milliseconds: number; readonly written: number }> {
  const startedAt = performance.now();
  const { written } = await run({ onProgress: () => undefined, onDone: () => undefined });
  return { milliseconds: performance.now() - startedAt, written };
}

/** The figures of the server's process for the publisher, while that is connected. Linux only, as the benchmarks are. */
async function findServerProcess(): Promise<string> {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'thuoc-so publish' AND datname = current_database()`,
  );
  await client.end();
  return `/proc/${String(rows[0]?.pid)}/stat`;
}

const ticksPerSecond = 100;

function processorMillisecondsOf(statFile: string): number {
  const [, afterName = ''] = readFileSync(statFile, 'utf8').split(') ');
  const fields = afterName.split(' ');
  // User and system time: the fields 14 and 15, of which two stand before the name's end.
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}

async function publishFirst(): Promise<Pick<PublishRunFigures, 'laps' | 'rows'>> {
  const laps: Lap[] = [];
  const startedAt = performance.now();
  const processorBefore = process.cpuUsage();
  let statFile = '';
  const note = (done: number): void => {
    const { user, system } = process.cpuUsage(processorBefore);
    laps.push({
      assessments: done,
      milliseconds: performance.now() - startedAt,
      processorMilliseconds: (user + system) / 1000,
      serverMilliseconds: processorMillisecondsOf(statFile),
    });
    process.stderr.write(`${JSON.stringify(laps.at(-1))}\n`);
  };
  let looking: Promise<void> | undefined;
  const { rows } = await run({
    onProgress: (done) => {
      looking ??= findServerProcess().then((found) => void (statFile = found));
      const due = (laps.length + 1) * (assessments / 10);
      if (statFile !== '' && done >= due && done < assessments) note(done);
    },
    onDone: ({ units }) => note(units),
  });
  return { laps, rows };
}

const first = await publishFirst();
const unchanged = await runTimed();
if (unchanged.written !== 0) throw new Error('An unchanged data file was written again');
const some = valueOf(context.store.read((reader) => succeed(reader.listAssessments().slice(0, 10))));
const adjusted = {
  criterionId: 'px-006',
  decision: 'adjusted',
  points: '0.5',
  reason: 'Thiếu phụ lục',
} as const;
for (const { id: assessmentId } of some)
  valueOf(recordAppraisals(context, { assessmentId, stage: 'appraised', appraisals: [adjusted] }));
const changed = await runTimed();
if (changed.written !== some.length) throw new Error(`${String(changed.written)} were written`);
close();
const figures: PublishRunFigures = {
  ...first,
  unchangedMilliseconds: unchanged.milliseconds,
  changedMilliseconds: changed.milliseconds,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(figures));
