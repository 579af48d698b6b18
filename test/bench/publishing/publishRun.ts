import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { publish } from '../../../electron/backend/usecases/publishing/publish.ts';
import { recordAnswers } from '../../../electron/backend/usecases/recordAnswers.ts';
import { readAddress } from '../../../electron/backend/warehouse/address.ts';
import { withWarehouse } from '../../../electron/backend/warehouse/openWarehouse.ts';
import { succeed } from '../../../shared/errors/result.ts';
import { valueOf } from '../../helpers/valueOf.ts';
import { openBenchStore } from './makeStore.ts';

/** What one process saw that publishes a data file: everything, then nothing new, then a few that changed. */
export interface PublishRunFigures {
  readonly firstMilliseconds: number;
  readonly unchangedMilliseconds: number;
  readonly changedMilliseconds: number;
  readonly rows: number;
  readonly peakMegabytes: number;
}

const [databaseFile = '', address = ''] = process.argv.slice(2);
const { context, close } = openBenchStore(databaseFile);
const place = valueOf(readAddress(address, {}));

async function run() {
  const startedAt = performance.now();
  const publication = valueOf(
    await withWarehouse(place, (warehouse) =>
      publish(context, warehouse, { allowRemoval: false, onProgress: (done) => tell(done, startedAt) }),
    ),
  );
  return { milliseconds: performance.now() - startedAt, publication };
}

/** Several thousand take minutes. */
function tell(done: number, startedAt: number): void {
  if (done % 5000 < 100) {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    process.stderr.write(`${String(done)} assessments in ${String(seconds)} s\n`);
  }
}

const first = await run();
const unchanged = await run();
if (unchanged.publication.rows !== 0) throw new Error('An unchanged data file was written again');
const some = valueOf(context.store.read((reader) => succeed(reader.listAssessments().slice(0, 10))));
for (const { id: assessmentId } of some) {
  for (const value of [true, false]) {
    valueOf(
      recordAnswers(context, { assessmentId, edits: [{ criterionId: 'px-071', field: 'value', value }] }),
    );
  }
}
const changed = await run();
close();
const figures: PublishRunFigures = {
  firstMilliseconds: first.milliseconds,
  unchangedMilliseconds: unchanged.milliseconds,
  changedMilliseconds: changed.milliseconds,
  rows: first.publication.rows,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(figures));
