import { z } from 'zod';
import { criteriaSetSchema } from '../domain/criteria/criteriaSet.ts';
import { consistencyChecksSchema } from '../domain/selfCheck/consistencyChecks.ts';
import * as answers from './schemas/answers.ts';
import * as assessments from './schemas/assessments.ts';
import {
  appearance,
  header,
  language,
  longText,
  nothing,
  shortText,
  unitSummary,
} from './schemas/general.ts';

const ofAssessment = z.strictObject({ assessmentId: z.string() });
const file = z.object({ fileName: z.string(), base64: z.base64() });

/**
 * The one contract between screens and backend: each call once. Every call answers with a `Result`; the
 * errors are those named in `errorCodes`, besides `input-invalid` and `unexpected` which any call may give. Calls
 * that change a signed assessment answer `assessment-signed`. What is answered as saved is durable.
 */
export const contract = {
  'app.status': {
    input: nothing,
    output: z.object({ version: z.string(), language, appearance, dataFolder: z.string() }),
  },
  'app.setLanguage': { input: z.strictObject({ language }), output: nothing },
  'app.setAppearance': { input: z.strictObject({ appearance }), output: nothing },
  /** `profile` is null until the first run is over. */
  'profile.read': { input: nothing, output: z.object({ profile: assessments.profile.nullable() }) },
  'profile.save': { input: assessments.profileInput, output: nothing },
  'criteria.list': { input: nothing, output: z.array(assessments.setSummary) },
  'criteria.get': {
    input: z.strictObject({ id: z.string(), version: z.string() }),
    output: z.object({
      set: criteriaSetSchema,
      digest: z.string(),
      checks: consistencyChecksSchema.nullable(),
    }),
  },
  'units.find': {
    input: z.strictObject({ text: shortText, period: z.string(), limit: z.int().max(100) }),
    output: z.array(unitSummary),
  },
  'assessments.list': { input: nothing, output: z.array(assessments.assessmentSummary) },
  'assessments.create': {
    input: z.strictObject({
      unitCode: z.string(),
      period: z.string(),
      setId: z.string(),
      setVersion: z.string(),
      /** Offers the answers of the newest earlier assessment as suggestions. */
      startFromPrevious: z.boolean().optional(),
    }),
    output: z.object({ id: z.string() }),
  },
  'assessments.open': { input: z.strictObject({ id: z.string() }), output: assessments.openedAssessment },
  /** The newest earlier assessment of the same unit by the same set, for comparison. */
  'assessments.previous': {
    input: z.strictObject({ id: z.string() }),
    output: z.object({ id: z.string().nullable() }),
  },
  'answers.record': {
    input: z.strictObject({ assessmentId: z.string(), edits: z.array(answers.answerEdit).min(1).max(2000) }),
    output: answers.recordedAnswers,
  },
  /** Newest first. */
  'answers.history': {
    input: z.strictObject({ assessmentId: z.string(), criterionId: z.string() }),
    output: z.array(answers.historyEntry),
  },
  'header.record': {
    input: z.strictObject({ assessmentId: z.string(), header }),
    output: answers.recordedHeader,
  },
  /** One step back: one call that recorded something, or one `suggestions.settle`. */
  'edits.undo': { input: ofAssessment, output: answers.recordedStep },
  'edits.redo': { input: ofAssessment, output: answers.recordedStep },
  /** Those not yet settled, in printed order. */
  'suggestions.list': { input: ofAssessment, output: z.array(answers.suggestion) },
  /** Criterion ids. What is accepted adds to the documents that stand there and keeps an explanation that stands. */
  'suggestions.settle': {
    input: z
      .strictObject({
        assessmentId: z.string(),
        accept: z.array(z.string()).max(2000),
        dismiss: z.array(z.string()).max(2000),
      })
      .refine(({ accept, dismiss }) => !accept.some((id) => dismiss.includes(id))),
    output: answers.recordedAnswers,
  },
  /** Replaces all efforts of the assessment. */
  'efforts.save': {
    input: z.strictObject({ assessmentId: z.string(), efforts: assessments.efforts }),
    output: nothing,
  },
  'signing.sign': { input: assessments.signatureInput, output: assessments.signing },
  'signing.recall': {
    input: z.strictObject({ assessmentId: z.string(), reason: longText }),
    output: assessments.signing,
  },
  'evidence.usage': { input: ofAssessment, output: answers.evidenceUsage },
  'scorecard.create': {
    input: z.strictObject({
      assessmentId: z.string(),
      language,
      format: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    output: file,
  },
  /** Newest first. */
  'backups.list': { input: nothing, output: z.array(assessments.backup) },
  'backups.create': { input: nothing, output: nothing },
  'backups.restore': { input: z.strictObject({ name: z.string() }), output: nothing },
  'support.createBundle': { input: nothing, output: file },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives, after parsing. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;
export type Language = z.infer<typeof language>;
export type Appearance = z.infer<typeof appearance>;
export type AnswerEdit = z.infer<typeof answers.answerEdit>;
export type HistoryEntry = z.infer<typeof answers.historyEntry>;
export type AssessmentSummary = z.infer<typeof assessments.assessmentSummary>;
export type Profile = z.infer<typeof assessments.profile>;
export type Signing = z.infer<typeof assessments.signing>;
export type UnitSummary = z.infer<typeof unitSummary>;
export type SetSummary = z.infer<typeof assessments.setSummary>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
