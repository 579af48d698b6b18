import { z } from 'zod';
import { evidenceSchema, textLimits } from '../domain/assessment/answer.ts';
import { criteriaSetSchema } from '../domain/criteria/criteriaSet.ts';
import { headerFields } from '../domain/assessment/header.ts';

const nothing = z.strictObject({});
const languageSchema = z.enum(['vi', 'en']);
const fractionText = z.string().regex(/^-?\d+(?:\/\d+)?$/u);
const instant = z.iso.datetime();

const setSummary = z.object({
  id: z.string(),
  version: z.string(),
  title: z.object({ vi: z.string(), en: z.string() }),
  statement: z.object({ vi: z.string(), en: z.string() }),
  appliesTo: z.array(z.string()),
  criteriaCount: z.int(),
});

const unitSummary = z.object({
  code: z.string(),
  /** First day of the list the unit belongs to; null where it is not known. Codes are reused. */
  validFrom: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  /** Name of the unit above, for telling namesakes apart. */
  parentName: z.string(),
});

const standingSummary = z.object({
  percent: fractionText.nullable(),
  ceilingPercent: fractionText.nullable(),
  criteriaMet: z.int(),
  criteriaApplicable: z.int(),
  criteriaOpen: z.int(),
  verdicts: z.array(
    z.object({
      thresholdId: z.string(),
      measure: z.enum(['points', 'criteria']),
      /** In percent. */
      at: z.string(),
      state: z.enum(['reached', 'not-reached', 'open']),
    }),
  ),
});

const assessmentSummary = z.object({
  id: z.string(),
  unit: unitSummary,
  period: z.string(),
  setId: z.string(),
  setVersion: z.string(),
  setTitle: z.object({ vi: z.string(), en: z.string() }),
  createdAt: instant,
  /** When the last edit became durable; null before the first. */
  savedAt: instant.nullable(),
  standing: standingSummary,
});

/** An answer as stored; `value` is checked against the criterion's rule by the domain, not here. */
const storedAnswer = z.object({
  value: z.unknown(),
  evidence: z.array(evidenceSchema),
  explanation: z.string(),
  notApplicable: z.string(),
});

const headerSchema = z.partialRecord(z.enum(headerFields), z.string().max(textLimits.short));

/** One field of one answer as the officer left it. `null` or empty takes the field back. */
const answerEdit = z.discriminatedUnion('field', [
  z.strictObject({ criterionId: z.string(), field: z.literal('value'), value: z.unknown() }),
  z.strictObject({
    criterionId: z.string(),
    field: z.literal('evidence'),
    value: z.array(evidenceSchema).max(textLimits.documents),
  }),
  z.strictObject({
    criterionId: z.string(),
    field: z.enum(['explanation', 'notApplicable']),
    value: z.string().max(textLimits.long),
  }),
]);

/**
 * The one contract between screens and backend: each call once. Every call answers with a `Result`; the
 * errors are those named in `errorCodes`, besides `input-invalid` and `unexpected` which any call may give.
 */
export const contract = {
  'app.status': {
    input: nothing,
    output: z.object({ version: z.string(), language: languageSchema, dataFolder: z.string() }),
  },
  'app.setLanguage': { input: z.strictObject({ language: languageSchema }), output: nothing },
  'criteria.list': { input: nothing, output: z.array(setSummary) },
  'criteria.get': {
    input: z.strictObject({ id: z.string(), version: z.string() }),
    output: z.object({ set: criteriaSetSchema, digest: z.string() }),
  },
  'units.find': {
    input: z.strictObject({
      text: z.string().max(textLimits.short),
      period: z.string(),
      limit: z.int().max(100),
    }),
    output: z.array(unitSummary),
  },
  'assessments.list': { input: nothing, output: z.array(assessmentSummary) },
  'assessments.create': {
    input: z.strictObject({
      unitCode: z.string(),
      period: z.string(),
      setId: z.string(),
      setVersion: z.string(),
    }),
    output: z.object({ id: z.string() }),
  },
  'assessments.open': {
    input: z.strictObject({ id: z.string() }),
    output: z.object({
      assessment: assessmentSummary,
      answers: z.record(z.string(), storedAnswer),
      header: headerSchema,
    }),
  },
  'answers.record': {
    input: z.strictObject({ assessmentId: z.string(), edits: z.array(answerEdit).min(1).max(2000) }),
    /** Answered only once the edits are durable; `answers` are those of the criteria that were edited. */
    output: z.object({ savedAt: instant, answers: z.record(z.string(), storedAnswer) }),
  },
  'header.record': {
    input: z.strictObject({ assessmentId: z.string(), header: headerSchema }),
    output: z.object({ savedAt: instant }),
  },
  'scorecard.create': {
    input: z.strictObject({ assessmentId: z.string(), language: languageSchema }),
    output: z.object({ fileName: z.string(), base64: z.base64() }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives, after parsing. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;
export type Language = z.infer<typeof languageSchema>;
export type AnswerEdit = z.infer<typeof answerEdit>;
export type AssessmentSummary = z.infer<typeof assessmentSummary>;
export type UnitSummary = z.infer<typeof unitSummary>;
export type SetSummary = z.infer<typeof setSummary>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
