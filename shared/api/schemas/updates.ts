import { z } from 'zod';
import { instant } from './general.ts';

/** How this copy of the app is updated, and whether there is a way back. */
export const updateState = z.object({
  /** Of the app that runs. */
  version: z.string(),
  /**
   * `file`: from a signed file, here. `system`: by whoever installs programs on this machine. `browser`: in the
   * desktop app only. `source`: from its sources. `no-release-key`: packaged without a key that could sign updates.
   */
  way: z.enum(['file', 'system', 'browser', 'source', 'no-release-key']),
  /** The version that the last update took the place of, while it is kept. */
  previous: z.object({ version: z.string(), updatedAt: instant }).nullable(),
});

/** A checked update file, waiting to be installed. */
export const chosenUpdate = z.object({
  version: z.string(),
  madeAt: instant,
  /** What is new, in the words of whoever released it. */
  notes: z.string(),
  /** In bytes. */
  size: z.int(),
  fileName: z.string(),
});
