import { z } from 'zod';
import { decimalSchema } from '../numbers/decimalSchema.ts';

/** A text in both languages of the product; Vietnamese is the source. */
export const localisedTextSchema = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type LocalisedText = z.infer<typeof localisedTextSchema>;

const comparatorSchema = z.enum(['>=', '>']);
export type Comparator = z.infer<typeof comparatorSchema>;

/** Option and item ids are letters in the order of the set; they are permanent like criterion ids. */
const optionSchema = z.strictObject({
  id: z.string().regex(/^[a-z]$/u),
  text: localisedTextSchema,
  points: decimalSchema,
});
export type RuleOption = z.infer<typeof optionSchema>;

const belowTargetSchema = z.enum(['linear', 'zero']);

const yesNoRule = z.strictObject({ kind: z.literal('yes_no') });

const choiceRule = z.strictObject({ kind: z.literal('choice'), options: z.array(optionSchema).min(2) });

const checklistRule = z.strictObject({ kind: z.literal('checklist'), items: z.array(optionSchema).min(1) });

const stepSchema = z.strictObject({ op: comparatorSchema, at: decimalSchema, points: decimalSchema });
export type TierStep = z.infer<typeof stepSchema>;

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
  /** In percent. */
  target: decimalSchema,
  op: comparatorSchema,
  below: belowTargetSchema,
  /** In percent; below it the points are 0. */
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
export type SumPart = z.infer<typeof partSchema>;

const sumRule = z.strictObject({ kind: z.literal('sum'), parts: z.array(partSchema).min(2) });

/** How a criterion's figures become points (design §4). */
export const ruleSchema = z.discriminatedUnion('kind', [...simpleRuleSchema.options, sumRule, infoRule]);

export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
/** A rule that can stand alone or be a part of a `sum`. */
export type SimpleRule = z.infer<typeof simpleRuleSchema>;
export type RuleOfKind<K extends RuleKind> = Extract<Rule, { kind: K }>;
