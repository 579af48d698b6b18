import { z } from 'zod';
import { textLimits } from '../../domain/assessment/answer.ts';
import { standingSummary } from './assessments.ts';
import { instant, longText, sha256 } from './general.ts';

const decision = z.enum(['accepted', 'adjusted', 'explanation-asked', 'returned']);

/** What stands in one of the later stages about one criterion. */
export const appraisalEntry = z.object({
  decision,
  /** Those given instead of the declared ones; null unless adjusted. */
  points: z.string().nullable(),
  reason: z.string(),
  author: z.string(),
  changedAt: instant,
  /** The unit has answered again since; nothing is decided about what stands now. */
  isOutdated: z.boolean(),
});

export const appraisals = z.object({
  /** Only criteria about which something was decided. */
  criteria: z.array(
    z.object({
      criterionId: z.string(),
      appraised: appraisalEntry.nullable(),
      final: appraisalEntry.nullable(),
    }),
  ),
  /** Criteria whose answer is not what it was in the revision signed before the newest one. */
  changedSinceRevision: z.array(z.string()),
  /** Of every criterion that applies, what the unit says now; to be named with a judgement of it. */
  answerDigests: z.record(z.string(), sha256),
  appraised: standingSummary,
  final: standingSummary,
});

export const appraisalsToRecord = z.strictObject({
  assessmentId: z.string(),
  stage: z.enum(['appraised', 'final']),
  appraisals: z
    .array(
      z.strictObject({
        criterionId: z.string(),
        decision,
        points: z.union([z.string().max(textLimits.short), z.number()]).nullable(),
        reason: longText,
        /** Of the answer that was looked at: if another stands by now, nothing is decided about that one. Left out: what stands. */
        answerDigest: sha256.optional(),
      }),
    )
    .min(1)
    .max(2000),
});
