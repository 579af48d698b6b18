import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Backend } from '../../electron/backend/backend.ts';
import { timeRuns, type Timing } from './measure.ts';
import { valueOf } from '../helpers/valueOf.ts';

const runs = 1000;

/**
 * From the call until its acknowledgement, which is given once the edit is on the disk. Floor: appending 200 bytes
 * to a file on the same disk and waiting for them.
 */
export async function measureAnswerToDurable(
  backend: Backend,
  assessmentId: string,
  folder: string,
): Promise<{ readonly answer: Timing; readonly floor: Timing }> {
  const floor = await measureFloor(path.join(folder, 'floor'));
  const answer = await timeRuns(runs, async (run) => {
    const edit = { criterionId: 'px-005', field: 'value', value: String(run) };
    valueOf(await backend.call('answers.record', { assessmentId, edits: [edit] }));
  });
  return { answer, floor };
}

async function measureFloor(file: string): Promise<Timing> {
  const descriptor = openSync(file, 'a');
  const bytes = Buffer.alloc(200, 'x');
  const floor = await timeRuns(runs, () => {
    writeSync(descriptor, bytes);
    fsyncSync(descriptor);
  });
  closeSync(descriptor);
  return floor;
}
