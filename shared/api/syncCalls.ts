import { z } from 'zod';
import { nothing } from './schemas/general.ts';
import * as sync from './schemas/sync.ts';

/** The part of the contract about sending and fetching. */
export const syncCalls = {
  /** What is on its way out, newest first: everything that is open, and the last two hundred that are not. */
  'outbox.list': { input: nothing, output: z.array(sync.outboxItem) },
  /**
   * The officer's decision that an exported package goes to a target; nothing is sent yet. The same once more is the same
   * item; of a bundle about several units each package is one.
   */
  'outbox.add': { input: sync.outboxAddition, output: z.object({ ids: z.array(z.string()) }) },
  /** Sends now what is named, whenever its next try would be, in the background; `sync.read` tells how far it is. */
  'outbox.send': {
    input: z.strictObject({ ids: z.array(z.string()).min(1).max(10_000) }),
    output: z.object({ id: z.string() }),
  },
  /** Takes back what has not been sent. */
  'outbox.remove': { input: z.strictObject({ id: z.string() }), output: nothing },
  /** Lets the officer choose a folder in the system's dialog; null where none was chosen, or the host has no dialog. */
  'targets.chooseFolder': { input: nothing, output: z.object({ folder: z.string().nullable() }) },
  'targets.list': { input: nothing, output: z.array(sync.target) },
  'targets.save': { input: sync.targetInput, output: z.object({ id: z.string() }) },
  /** Forgets the target with what was remembered of it; not while something waits to be sent there, or something is fetched. */
  'targets.remove': { input: z.strictObject({ id: z.string() }), output: nothing },
  'targets.check': { input: z.strictObject({ id: z.string() }), output: sync.targetCheck },
  /** One at a time, in the background; never by itself at the start. */
  'sync.start': { input: sync.syncWish, output: z.object({ id: z.string() }) },
  /** What was begun last, also a try that began by itself, whether it goes on or not; null before anything was. */
  'sync.newest': { input: nothing, output: z.object({ id: z.string().nullable() }) },
  'sync.read': { input: z.strictObject({ id: z.string() }), output: sync.syncProgress },
  /** Stops after the present file; what was fetched or sent stays so. */
  'sync.cancel': { input: z.strictObject({ id: z.string() }), output: nothing },
} as const;

export type OutboxItem = z.infer<typeof sync.outboxItem>;
export type SyncTarget = z.infer<typeof sync.target>;
export type TargetInput = z.input<typeof sync.targetInput>;
export type TargetCheck = z.infer<typeof sync.targetCheck>;
export type SyncProgress = z.infer<typeof sync.syncProgress>;
