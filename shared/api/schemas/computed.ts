import { z } from 'zod';
import { comparedUnit } from './dashboard.ts';
import { fractionText, localisedText } from './general.ts';

/** Figures of an assessment that are counted from the results of the units below. */
export const computedFigures = z.object({
  figures: z.array(
    z.object({
      criterionId: z.string(),
      /** As the criterion's rule takes it. */
      value: z.unknown(),
      /** The calculation in words, as it goes into the explanation. */
      explanation: z.string(),
      threshold: z.object({ measure: z.enum(['points', 'criteria']), at: z.string(), title: localisedText }),
      /** Those that have reached it first, then by percent. */
      units: z.array(
        z.object({
          unit: comparedUnit,
          assessmentId: z.string().nullable(),
          /** Null while nothing has come from the unit. */
          basis: z.enum(['claimed', 'appraised', 'final']).nullable(),
          percent: fractionText.nullable(),
          reached: z.boolean(),
        }),
      ),
    }),
  ),
});
