import type { SaveQueue } from './saveQueue.ts';

type HeldQueue = Pick<SaveQueue<unknown, never>, 'flush' | 'unsavedGroups' | 'pause' | 'resume'>;

/**
 * The last queue of each place. What a screen that was left could not save goes on to the next one, and what reaches it
 * later too: a file that was on its way.
 */
export const heldQueues = new Map<string, HeldQueue>();
