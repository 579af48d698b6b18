import { z } from 'zod';
import { appErrorSchema } from './errors.ts';
import { fractionText, instant, language, localisedText, sha256 } from './general.ts';
import { encryption } from './packages.ts';

const stage = z.enum(['appraised', 'final']);

/** What the level above has given back of its scores: the newest that is in force. */
export const returnedResult = z.object({
  stage,
  /** When the newest decision of the stage was made. */
  decidedAt: instant,
  issuedAt: instant,
  issuerName: z.string(),
  points: fractionText,
  max: fractionText,
  /** Null where nothing counts, as the others. */
  percent: fractionText.nullable(),
  bonus: fractionText,
  penalty: fractionText,
  totalPercent: fractionText.nullable(),
  criteriaMet: z.int(),
  criteriaApplicable: z.int(),
  verdicts: z.array(
    z.object({
      thresholdId: z.string(),
      measure: z.enum(['points', 'criteria']),
      /** In percent. */
      at: z.string(),
      state: z.enum(['reached', 'not-reached', 'open']),
    }),
  ),
  /** Null below all bands; its name is null where the set does not know it. */
  band: z.object({ id: z.string(), name: localisedText.nullable() }).nullable(),
  place: z
    .object({
      rank: z.int(),
      /** So many units of the kind have figures. */
      of: z.int(),
      /** How many others share the place. */
      tied: z.int(),
      /** The kind of unit. */
      peerGroup: z.string(),
    })
    .nullable(),
  /** False where what stands here is no longer what was looked at. */
  isCurrent: z.boolean(),
});

export const resultsWish = z.strictObject({
  period: z.string().max(40),
  setId: z.string().max(100),
  /** One unit's review with its result; null for a bundle of those of all units of the scope. */
  assessmentId: z.string().nullable(),
  /** Leaves out names, telephone numbers and addresses of persons. */
  masked: z.boolean(),
  ...encryption,
});

const namedUnit = z.object({ code: z.string(), validFrom: z.string().nullable(), name: z.string() });

/** Results that were written, read back and verified; `GET /files/packages/<downloadId>` gives them out. */
export const exportedResults = z.object({
  downloadId: z.string(),
  fileName: z.string(),
  /** In bytes. */
  size: z.int(),
  sha256,
  masked: z.boolean(),
  encrypted: z.boolean(),
  units: z.array(z.object({ unit: namedUnit, stage })),
  /** Of which something is here but nothing judged. */
  withoutScores: z.array(namedUnit),
});

/** The scorecards of all units of a period, printed in the background into one zip. */
export const cardsWish = z.strictObject({
  period: z.string().max(40),
  setId: z.string().max(100),
  language,
});

export const cardsProgress = z.object({
  id: z.string(),
  state: z.enum(['printing', 'done', 'cancelled', 'failed']),
  done: z.int(),
  /** 0 until it is known. */
  total: z.int(),
  /** Null until all is done; `GET /files/packages/<downloadId>` gives it out. */
  file: z.object({ downloadId: z.string(), fileName: z.string(), size: z.int() }).nullable(),
  /** Why it failed. */
  errors: z.array(appErrorSchema),
});
