import { z } from 'zod';
import { decimalSchema } from '../../../domain/numbers/decimalSchema.ts';

// A criteria set as version 1 of the package carries it; like v1.ts it never changes.

const localisedTextSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });

const comparatorSchema = z.enum(['>=', '>']);

const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]$/u),
  text: localisedTextSchema,
  points: decimalSchema,
});

const belowTargetSchema = z.enum(['linear', 'zero']);

const yesNoRule = z.strictObject({ kind: z.literal('yes_no') });

const choiceRule = z.strictObject({ kind: z.literal('choice'), options: z.array(optionSchema).min(2) });

const checklistRule = z.strictObject({ kind: z.literal('checklist'), items: z.array(optionSchema).min(1) });

const stepSchema = z.strictObject({ op: comparatorSchema, at: decimalSchema, points: decimalSchema });

const tiersRule = z.strictObject({
  kind: z.literal('tiers'),
  measure: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('count'), unit: localisedTextSchema }),
    z.strictObject({
      kind: z.literal('percent'),
      numerator: localisedTextSchema,
      denominator: localisedTextSchema,
    }),
  ]),
  steps: z.array(stepSchema).min(1),
});

const ratioRule = z.strictObject({
  kind: z.literal('ratio'),
  numerator: localisedTextSchema,
  denominator: localisedTextSchema,
  target: decimalSchema,
  op: comparatorSchema,
  below: belowTargetSchema,
  floor: decimalSchema.optional(),
});

const countRule = z.strictObject({
  kind: z.literal('count'),
  unit: localisedTextSchema,
  target: decimalSchema,
  op: comparatorSchema,
  below: belowTargetSchema,
});

const manualRule = z.strictObject({ kind: z.literal('manual'), step: decimalSchema });

const infoRule = z.strictObject({ kind: z.literal('info') });

const simpleRuleSchema = z.discriminatedUnion('kind', [
  yesNoRule,
  choiceRule,
  checklistRule,
  tiersRule,
  ratioRule,
  countRule,
  manualRule,
]);

const partSchema = z.strictObject({
  id: z.string().regex(/^[a-z]$/u),
  text: localisedTextSchema,
  points: decimalSchema,
  rule: simpleRuleSchema,
});

const sumRule = z.strictObject({ kind: z.literal('sum'), parts: z.array(partSchema).min(2) });

const ruleSchema = z.discriminatedUnion('kind', [...simpleRuleSchema.options, sumRule, infoRule]);

const scoredUnitKindSchema = z.enum(['phuong', 'xa', 'dac-khu', 'thanh-pho']);

const sourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('document'),
    document: z.string(),
    lines: z.string(),
    quote: z.string().min(1),
    note: localisedTextSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('design'), note: localisedTextSchema }),
]);

const documentSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  title: localisedTextSchema,
  status: z.enum(['adopted', 'draft']),
  file: z.string(),
});

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

const criterionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-\d{3}$/u),
  code: z.string().regex(/^\d+(?:\.\d+)+$/u),
  name: localisedTextSchema,
  role: z.enum(['ordinary', 'bonus', 'penalty']).default('ordinary'),
  maxPoints: decimalSchema,
  rule: ruleSchema,
  appliesTo: z.array(scoredUnitKindSchema).min(1),
  notApplicable: z.enum(['allowed', 'refused']),
  yearTargets: z.record(z.string().regex(/^\d{4}$/u), decimalSchema).default({}),
  evidenceRule: z.enum(['required', 'none']),
  evidence: localisedTextSchema,
  guidance: localisedTextSchema,
  tags: z.array(criterionTagSchema).default([]),
  source: sourceSchema,
});

const groupSchema = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-g\d{2}$/u),
  code: z.string().regex(/^\d+$/u),
  name: localisedTextSchema,
  criteria: z.array(criterionSchema).min(1),
});

const thresholdSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  measure: z.enum(['points', 'criteria']),
  at: decimalSchema,
  title: localisedTextSchema,
  borrowed: localisedTextSchema.optional(),
  sources: z.array(sourceSchema).min(1),
});

const bandSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  name: localisedTextSchema,
  at: decimalSchema,
});

const criteriaSetHeadSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  title: localisedTextSchema,
  status: z.enum(['reference', 'official']),
  statement: localisedTextSchema,
  appliesTo: z.array(scoredUnitKindSchema).min(1),
  documents: z.array(documentSchema),
  policy: z.strictObject({
    mandatoryBlocksVerdict: z.boolean(),
  }),
  thresholds: z.array(thresholdSchema).min(1),
  bands: z.strictObject({ note: localisedTextSchema, derived: z.boolean(), steps: z.array(bandSchema) }),
});

export const criteriaSetV1 = criteriaSetHeadSchema.extend({ groups: z.array(groupSchema).min(1) });
