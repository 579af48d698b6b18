import type { SaveQueue } from './saveQueue.ts';

type HeldQueue = Pick<SaveQueue<unknown, never>, 'flush' | 'unsavedGroups'>;

/** Queues of screens that are shown or were left with something unsaved, by place. */
export const heldQueues = new Map<string, HeldQueue>();
