import { z } from 'zod';
import { decimalSchema } from '../numbers/decimalSchema.ts';
import { localisedTextSchema, ruleSchema } from './rule.ts';

/** The kinds of unit a criterion can apply to. */
export const scoredUnitKindSchema = z.enum(['phuong', 'xa', 'dac-khu', 'thanh-pho']);

/** Where a target, threshold or rule comes from: a named document with a short quote, or our own choice. */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('document'),
    /** Id of one of the set's `documents`. */
    document: z.string(),
    /** Lines of the text extract, e.g. `2096-2100`. */
    lines: z.string(),
    quote: z.string().min(1),
    note: localisedTextSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('design'), note: localisedTextSchema }),
]);
export type Source = z.infer<typeof sourceSchema>;

const documentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  title: localisedTextSchema,
  /** `adopted` is in force as issued; `draft` was never issued in this form. */
  status: z.enum(['adopted', 'draft']),
  /** File name of the text extract against which quotes are checked. */
  file: z.string(),
});
export type SourceDocument = z.infer<typeof documentSchema>;

const criterionTagSchema = z.enum([
  'mandatory',
  'local-specific',
  'spillover',
  'survey',
  'system-measured',
  'personal-data-free',
  'outdated-term',
  'computed-from-wards',
]);
export type CriterionTag = z.infer<typeof criterionTagSchema>;

export const criterionSchema = z.strictObject({
  /** Permanent: never reused, never changed when the display code or the wording changes. */
  id: z.string().regex(/^[a-z]{2}-\d{3}$/u),
  /** Display code, e.g. `1.1`; may be renumbered in a later version. */
  code: z.string().regex(/^\d+(?:\.\d+)+$/u),
  name: localisedTextSchema,
  /** `bonus` adds to and `penalty` is subtracted from the total; neither enters a threshold. */
  role: z.enum(['ordinary', 'bonus', 'penalty']).default('ordinary'),
  maxPoints: decimalSchema,
  rule: ruleSchema,
  appliesTo: z.array(scoredUnitKindSchema).min(1),
  /** Whether an officer may declare, with a reason, that the criterion cannot apply to the unit. */
  notApplicable: z.enum(['allowed', 'refused']),
  /** Year → value that replaces `target` (ratio, count) or the first step's `at` (tiers). */
  yearTargets: z.record(z.string().regex(/^\d{4}$/u), decimalSchema).default({}),
  /** Whether points count on the evidenced basis only with a document. */
  evidenceRule: z.enum(['required', 'none']),
  evidence: localisedTextSchema,
  guidance: localisedTextSchema,
  tags: z.array(criterionTagSchema).default([]),
  source: sourceSchema,
});
export type Criterion = z.infer<typeof criterionSchema>;

export const groupSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-g\d{2}$/u),
  code: z.string().regex(/^\d+$/u),
  name: localisedTextSchema,
  criteria: z.array(criterionSchema).min(1),
});
export type Group = z.infer<typeof groupSchema>;

export const thresholdSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  measure: z.enum(['points', 'criteria']),
  /** In percent; the comparison is always `>=`. */
  at: decimalSchema,
  title: localisedTextSchema,
  /** Set when the rule was issued for another body or purpose than this set's. */
  borrowed: localisedTextSchema.optional(),
  sources: z.array(sourceSchema).min(1),
});
export type Threshold = z.infer<typeof thresholdSchema>;

const bandSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  name: localisedTextSchema,
  /** In percent of points; the band holds from here up. */
  at: decimalSchema,
});
export type Band = z.infer<typeof bandSchema>;

/** The document by which an official set was issued. */
const issuedSchema = z.strictObject({
  /** Số, ký hiệu: `123/QĐ-UBND`. */
  number: z.string().min(1).max(100),
  /** ISO day. */
  date: z.iso.date(),
  /** The issuing body. */
  body: localisedTextSchema,
  /** Ids of other sets that step back behind this one; its own reference versions always do. */
  replaces: z.array(z.string().regex(/^[a-z0-9-]+$/u)).default([]),
});

/** The head of a set, the file `set.yaml`; `groups` there is the list of group files. */
export const criteriaSetHeadSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  title: localisedTextSchema,
  /** `reference` sets are built from public plans and say so wherever they are shown or printed. */
  status: z.enum(['reference', 'official']),
  statement: localisedTextSchema,
  /** Of official sets alone. */
  issued: issuedSchema.optional(),
  appliesTo: z.array(scoredUnitKindSchema).min(1),
  documents: z.array(documentSchema),
  policy: z.strictObject({
    /** Whether an unmet mandatory criterion keeps every verdict from being `reached`. */
    mandatoryBlocksVerdict: z.boolean(),
  }),
  thresholds: z.array(thresholdSchema).min(1),
  bands: z.strictObject({ note: localisedTextSchema, derived: z.boolean(), steps: z.array(bandSchema) }),
});

/** A whole set as read from disk or from a package: versioned content, never code. */
export const criteriaSetSchema = criteriaSetHeadSchema.extend({ groups: z.array(groupSchema).min(1) });
export type CriteriaSet = z.infer<typeof criteriaSetSchema>;

export type ScoredUnitKind = z.infer<typeof scoredUnitKindSchema>;
