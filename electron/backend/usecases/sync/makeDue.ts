import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from '../context.ts';

/**
 * Lets everything that failed on its way to a target be tried at the next run: somebody has set right what was in the way,
 * or does not want to wait. Errors: `target-unknown`, and those of the storage.
 */
export function makeDue({ store }: UseCaseContext, targetId: string): Result<null> {
  return store.write((writer) => {
    const target = writer.findTarget(targetId);
    if (!target) return failWith('target-unknown');
    for (const { number, state } of writer.listOpenOf(target.number)) {
      if (state.kind === 'failed') writer.setOutboxState(number, { kind: 'waiting' });
    }
    return succeed(null);
  });
}
