import { hash, randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TargetCheck } from '#shared/api/syncCalls.ts';
import { temporaryNameOf } from '#shared/domain/sync/remotePath.ts';
import { appError, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { onStorageLater } from '../../db/storageFailure.ts';
import { makeWorkingFolder, workingFolderOf } from '../../files/workingFolder.ts';
import type { Target } from '../../sync/target.ts';
import type { UseCaseContext } from '../context.ts';
import { isSameAt } from './measureRemote.ts';
import { openTarget, type OpenOptions } from './openTarget.ts';

/**
 * Tries out at a target what sending and fetching need, with a small file that is taken away again. What fails is told,
 * step by step, and is no error. Errors: `target-unknown`, those of `openTarget`, and those of the storage.
 */
export async function checkTarget(
  context: UseCaseContext,
  id: string,
  options: OpenOptions = {},
): Promise<Result<TargetCheck>> {
  const { store } = context;
  const found = store.read((reader) =>
    succeed({ record: reader.findTarget(id), replicaId: reader.replicaId }),
  );
  if (!found.ok) return found;
  const { record, replicaId } = found.value;
  if (!record) return failWith('target-unknown');
  const target = await openTarget(context, record, options);
  if (!target.ok) return target;
  return await onStorageLater(store.file, async () => {
    const folder = makeWorkingFolder(workingFolderOf(path.dirname(store.file)));
    try {
      const bytes = randomBytes(64 * 1024);
      const file = path.join(folder, 'sample');
      writeFileSync(file, bytes);
      const sample = { file, size: bytes.length, sha256: hash('sha256', bytes, 'hex') };
      return succeed(await tryOut(target.value, sample, replicaId, context.now));
    } finally {
      target.value.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

interface Sample {
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
}

async function tryOut(
  target: Target,
  sample: Sample,
  replicaId: string,
  now: () => Date,
): Promise<TargetCheck> {
  const [from, to] = ['kiem-tra', 'kiem-tra-2'].map((name) => temporaryNameOf(replicaId, name)) as [
    string,
    string,
  ];
  let clockDifferenceSeconds: number | null = null;
  const steps: TargetCheck['steps'] = [];
  const attempts: readonly (readonly [
    TargetCheck['steps'][number]['step'],
    () => Promise<Result<unknown>>,
  ])[] = [
    [
      'list',
      async () => {
        const listed = await target.list('');
        const clock = listed.ok ? listed.value?.clock : null;
        if (clock) clockDifferenceSeconds = Math.round((clock.getTime() - now().getTime()) / 1000);
        return listed;
      },
    ],
    [
      'write',
      async () => {
        // What a check that was cut off has left would be in the way of the move.
        const cleared = await target.remove(to);
        return cleared.ok ? await target.writeTemporary(from, sample) : cleared;
      },
    ],
    ['read-back', () => expectSame(target, from, sample)],
    ['move', async () => movedOnly(await target.move(from, to), to)],
    [
      'refuse-overwriting',
      async () => {
        const again = await target.writeTemporary(from, sample);
        if (!again.ok) return again;
        const moved = await target.move(from, to);
        return moved.ok && moved.value === 'moved' ? failWith('target-overwrites') : moved;
      },
    ],
    ['remove', async () => await removeBoth(target, from, to)],
  ];
  for (const [step, attempt] of attempts) {
    const done = await attempt();
    const error = done.ok ? null : (done.errors[0] ?? appError('unexpected'));
    steps.push({ step, error: error && { ...error, params: { ...error.params } } });
    if (error && step !== 'refuse-overwriting') break;
  }
  // Where something failed half-way, what was written is taken away as far as that goes.
  if (steps.at(-1)?.step !== 'remove' && steps.length > 1) await removeBoth(target, from, to);
  return { steps, clockDifferenceSeconds };
}

async function expectSame(target: Target, at: string, sample: Sample): Promise<Result<null>> {
  const same = await isSameAt(target, at, sample);
  if (!same.ok) return same;
  return same.value ? succeed(null) : failWith('transfer-damaged', { name: at });
}

function movedOnly(moved: Result<'moved' | 'taken' | 'gone'>, name: string): Result<null> {
  if (!moved.ok) return moved;
  return moved.value === 'moved' ? succeed(null) : failWith('target-file-gone', { name });
}

async function removeBoth(target: Target, from: string, to: string): Promise<Result<null>> {
  const first = await target.remove(from);
  const second = await target.remove(to);
  return first.ok ? second : first;
}
