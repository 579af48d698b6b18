import { z } from 'zod';
import { chaseStates } from '../../domain/chase/chaseUnit.ts';
import { unitSummary } from './general.ts';

export const deadlineInput = z.strictObject({
  period: z.string().max(40),
  /** Null goes back to the usual one. */
  deadline: z.iso.date().nullable(),
});

export const chase = z.object({
  period: z.string(),
  /** ISO day. */
  deadline: z.string(),
  /** What the deadline is unless one of its own is set for the period. */
  usualDeadline: z.string(),
  /** Negative once it has passed. */
  daysLeft: z.int(),
  /** Before when the lead department puts everything together; null where no plan says it. */
  consolidation: z.object({ day: z.string(), daysLeft: z.int() }).nullable(),
  /** Every unit of the scope, in the order of the unit list. */
  units: z.array(
    z.object({
      unit: unitSummary,
      state: z.enum(chaseStates),
      assessmentId: z.string().nullable(),
      /** Signatures so far; null where nothing was sent. */
      revision: z.int().nullable(),
      criteriaOpen: z.int(),
      criteriaToJudge: z.int(),
      criteriaOwed: z.int(),
    }),
  ),
});
