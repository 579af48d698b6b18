import { z } from 'zod';
import { comparedUnit, figure, question, verdictState } from './dashboard.ts';
import { fractionText, localisedText } from './general.ts';

/** `earlier` is null for the period a year before, else the newest earlier one. */
export const comparisonQuestion = z.strictObject({ ...question, earlier: z.string().max(40).nullable() });

const momentOfUnit = z.object({
  /** Null while nothing has come from it. */
  assessmentId: z.string().nullable(),
  percent: figure,
  rank: z.int().nullable(),
  of: z.int(),
});
const shareOfPeriod = z.object({ units: z.int(), reached: z.int(), share: figure });
const achievement = z.object({ units: z.int(), percent: figure });

/** What became of all units from an earlier period of the same kind to this one. */
export const comparison = z.object({
  /** Periods that this one can be compared with, newest first. */
  choices: z.array(z.string()),
  /** Null where there is no earlier period. */
  comparison: z
    .object({
      earlier: z.string(),
      rose: z.int(),
      fell: z.int(),
      stayed: z.int(),
      /** With figures now and none of then. */
      withoutThen: z.int(),
      withoutNow: z.int(),
      /** Plain means over the units that have figures in both. */
      mean: z.object({ units: z.int(), past: figure, now: figure }),
      /** One for each threshold of the set, over all units of each period. */
      thresholds: z.array(
        z.object({
          thresholdId: z.string(),
          past: shareOfPeriod,
          now: shareOfPeriod,
          gained: z.int(),
          lost: z.int(),
          /** The next target of a plan after this year. */
          next: z
            .object({ title: localisedText, year: z.int(), wanted: z.int(), missing: z.int() })
            .nullable(),
        }),
      ),
      /** In the order of this period's ranking. */
      units: z.array(
        z.object({
          unit: comparedUnit,
          now: momentOfUnit,
          /** The unit itself in the earlier period; null where it was not among those of then. */
          past: momentOfUnit.nullable(),
          /** Its own, or the mean of the units it was formed from. */
          percentThen: figure,
          /** Names of those units, where their mean stands in for its own figure. */
          formedFrom: z.array(z.string()),
          /** That mean does not stand for the whole unit. */
          isPartial: z.boolean(),
          /** In percentage points. */
          difference: figure,
          /** Places gained, negative where some were lost. */
          moved: z.int().nullable(),
          thresholds: z.array(
            z.object({
              thresholdId: z.string(),
              past: verdictState.nullable(),
              now: verdictState.nullable(),
              step: z.enum(['gained', 'lost']).nullable(),
            }),
          ),
          /** The criterion that did most to the difference, in percentage points of the whole. */
          cause: z
            .object({
              criterionId: z.string(),
              code: z.string(),
              name: localisedText,
              difference: fractionText,
            })
            .nullable(),
        }),
      ),
      /** Those that rose most first, those that fell most last, then those without a difference. */
      criteria: z.array(
        z.object({
          id: z.string(),
          code: z.string(),
          name: localisedText,
          kind: z.enum(['kept', 'new', 'removed']),
          past: achievement,
          now: achievement,
          difference: figure,
        }),
      ),
    })
    .nullable(),
});
