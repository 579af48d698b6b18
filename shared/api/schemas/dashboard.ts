import { z } from 'zod';
import { bases } from '../../domain/ranking/scoredUnit.ts';
import { fractionText, language, localisedText } from './general.ts';

/** Which period, by which set, on which figures. */
export const question = { period: z.string().max(40), setId: z.string().max(100), basis: z.enum(bases) };
export const dashboardQuestion = z.strictObject(question);
export const criterionQuestion = z.strictObject({ ...question, criterionId: z.string().max(100) });
export const trendQuestion = dashboardQuestion.omit({ basis: true });

export const verdictState = z.enum(['reached', 'not-reached', 'open']);
export const figure = fractionText.nullable();
export const comparedUnit = z.object({
  code: z.string(),
  validFrom: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
});

/** What can be asked for: every period and set of which something is here, newest first. */
export const dashboardChoices = z.object({
  choices: z.array(
    z.object({ period: z.string(), setId: z.string(), setTitle: localisedText, assessments: z.int() }),
  ),
});

const share = z.object({
  thresholdId: z.string(),
  /** The kind of unit; null for all together. */
  peers: z.string().nullable(),
  units: z.int(),
  reached: z.int(),
  notReached: z.int(),
  open: z.int(),
  /** In percent of all units; null without units. */
  share: figure,
});

const target = z.object({
  id: z.string(),
  title: localisedText,
  thresholdId: z.string(),
  year: z.int(),
  /** `document` is null where the project itself set the target. */
  sources: z.array(z.object({ document: localisedText.nullable(), quote: localisedText })),
  wanted: z.int(),
  reached: z.int(),
  units: z.int(),
  missing: z.int(),
  state: verdictState,
});

const band = z.object({
  /** Of the set, or `below` all bands, or `none` without figures. */
  id: z.string(),
  name: localisedText.nullable(),
  /** In percent; null where there is no band. */
  at: z.string().nullable(),
  units: z.int(),
  byKind: z.record(z.string(), z.int()),
});

const rankedUnit = z.object({
  unit: comparedUnit,
  parentName: z.string(),
  /** Null while nothing has come from it. */
  assessmentId: z.string().nullable(),
  place: z.object({
    rank: z.int().nullable(),
    of: z.int(),
    sharedWith: z.int(),
    decidedBy: z.enum(['totalPercent', 'percent', 'criteriaPercent']).nullable(),
  }),
  points: figure,
  max: figure,
  percent: figure,
  ceilingPercent: figure,
  bonus: fractionText,
  penalty: fractionText,
  total: figure,
  totalPercent: figure,
  criteriaMet: z.int(),
  criteriaApplicable: z.int(),
  criteriaOpen: z.int(),
  criteriaPercent: figure,
  /** `below` all bands; null without figures. */
  bandId: z.string().nullable(),
  verdicts: z.array(z.object({ thresholdId: z.string(), state: verdictState })),
  /** One for each of `groups`; `criterionId` is where most points are missing. */
  groups: z.array(z.object({ percent: figure, criterionId: z.string().nullable() })),
  /** Percent of points on every basis. */
  percents: z.object({ claimed: figure, evidenced: figure, appraised: figure, final: figure }),
});

export const dashboard = z.object({
  set: z.object({
    id: z.string(),
    version: z.string(),
    title: localisedText,
    statement: localisedText,
    /** How bands came about. */
    bandsNote: localisedText,
    bands: z.array(z.object({ id: z.string(), at: z.string(), name: localisedText })),
    thresholds: z.array(
      z.object({
        id: z.string(),
        measure: z.enum(['points', 'criteria']),
        /** In percent. */
        at: z.string(),
        title: localisedText,
      }),
    ),
  }),
  period: z.string(),
  basis: z.enum(bases),
  head: z.object({
    /** The unit whose units are compared; null where all that is here is. */
    scopeName: z.string().nullable(),
    units: z.int(),
    /** From which something has come. */
    arrived: z.int(),
    /** Which have figures on this basis. */
    scored: z.int(),
  }),
  leftOut: z.array(
    z.object({
      unitCode: z.string(),
      unitName: z.string(),
      setVersion: z.string(),
      reason: z.enum(['set-missing', 'older-version', 'outside-scope']),
    }),
  ),
  /** For each threshold all units together, then each kind where there are several. */
  shares: z.array(share),
  /** Null where no plan is known for the set. */
  targets: z.object({ note: localisedText, targets: z.array(target) }).nullable(),
  bands: z.array(band),
  groups: z.array(z.object({ id: z.string(), code: z.string(), name: localisedText })),
  /** Kind by kind, best first; units that share a place by their codes. */
  ranking: z.array(rankedUnit),
  /** The weakest first. */
  criteria: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      name: localisedText,
      units: z.int(),
      answered: z.int(),
      met: z.int(),
      percent: figure,
    }),
  ),
});

/** One criterion over the units in which it counts, the weakest first. */
export const criterionOverUnits = z.object({
  units: z.array(
    z.object({
      unit: comparedUnit,
      assessmentId: z.string(),
      state: z.enum(['answered', 'unanswered', 'not-applicable']),
      points: fractionText,
      max: fractionText,
      met: z.boolean(),
    }),
  ),
});

/** Declared percentages period by period, oldest first, this period last. */
export const trend = z.object({
  periods: z.array(z.string()),
  /** The plain mean of the units that have a figure in the period. */
  all: z.array(z.object({ units: z.int(), mean: figure })),
  units: z.array(
    z.object({
      unit: comparedUnit,
      points: z.array(
        z.object({
          percent: figure,
          /** Names of the units it was formed from, where their mean stands in for its own figure. */
          formedFrom: z.array(z.string()),
          /** That mean does not stand for the whole unit. */
          isPartial: z.boolean(),
        }),
      ),
    }),
  ),
});

/** Those that can be had; CSV comes as one zip with a file for each table. */
export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'json', 'xml'] as const;

export const reportWish = z.strictObject({
  ...question,
  /** With which period it compares; null for the one a year before, else the newest earlier one. */
  earlier: z.string().max(40).nullable(),
  format: z.enum(reportFormats),
  /** Leaves out everything that may name a person. */
  masked: z.boolean(),
  language,
});

export const announcementWish = z.strictObject({
  period: z.string(),
  setId: z.string(),
  format: z.enum(['pdf', 'docx']),
  /** Neither names nor codes of units. */
  anonymous: z.boolean(),
  language,
});

/** A report that was written; `GET /files/packages/<downloadId>` gives it out. */
export const createdReport = z.object({
  downloadId: z.string(),
  fileName: z.string(),
  /** In bytes. */
  size: z.int(),
  units: z.int(),
});
