import { z } from 'zod';
import { textLimits } from '../../domain/assessment/answer.ts';
import { evidenceSchema } from '../../domain/assessment/evidenceSchema.ts';
import { changeSource } from './imports.ts';
import { header, instant, longText, sha256, shortText } from './general.ts';

/** An answer as stored; `value` is checked against the criterion's rule by the domain, not here. */
export const storedAnswer = z.object({
  value: z.unknown(),
  evidence: z.array(evidenceSchema),
  explanation: z.string(),
  notApplicable: z.string(),
  /** The colleague who sees to this criterion; empty for nobody. Work in progress: not part of what is signed. */
  assignee: z.string(),
});

/** Answers by permanent criterion id. */
export const storedAnswers = z.record(z.string(), storedAnswer);

/** One field of one answer as the officer left it. `null` or empty takes the field back. */
export const answerEdit = z.discriminatedUnion('field', [
  z.strictObject({ criterionId: z.string(), field: z.literal('value'), value: z.unknown() }),
  z.strictObject({
    criterionId: z.string(),
    field: z.literal('evidence'),
    value: z.array(evidenceSchema).max(textLimits.documents),
  }),
  z.strictObject({
    criterionId: z.string(),
    field: z.enum(['explanation', 'notApplicable']),
    value: longText,
  }),
  z.strictObject({ criterionId: z.string(), field: z.literal('assignee'), value: shortText }),
]);

/** What every call that changes an assessment tells: when it became durable and whether there is a way back. */
const recorded = { savedAt: instant, canUndo: z.boolean(), canRedo: z.boolean() };

export const recordedHeader = z.object(recorded);
/** `answers` are those of the criteria that were touched, as they stand now. */
export const recordedAnswers = z.object({ ...recorded, answers: storedAnswers });
/** `header` is the whole head as it stands; `criterionIds` are those whose answer changed, in printed order. */
export const recordedStep = z.object({
  ...recorded,
  answers: storedAnswers,
  header,
  criterionIds: z.array(z.string()),
});

/** One change of one field of an answer. Values are `null` where nothing stood. */
export const historyEntry = z.object({
  field: z.enum(['value', 'evidence', 'explanation', 'notApplicable', 'assignee']),
  oldValue: z.unknown(),
  newValue: z.unknown(),
  /** May be empty. */
  author: z.string(),
  changedAt: instant,
  kind: z.enum(['edit', 'undo', 'redo', 'suggestion']),
  source: changeSource.nullable(),
});

/** What was answered before, offered for the officer to confirm. */
export const suggestion = z.object({
  criterionId: z.string(),
  /** `null` when only documents can be offered. */
  value: z.unknown(),
  evidence: z.array(evidenceSchema),
  explanation: z.string(),
  from: z.array(z.object({ unitName: z.string(), period: z.string(), value: z.unknown() })),
});

/** The files attached to the cards of an assessment. */
export const evidenceUsage = z.object({
  /** Each file once, however many cards carry it; those that are missing too. */
  totalBytes: z.int(),
  files: z.array(
    z.object({
      sha256,
      name: z.string(),
      size: z.int(),
      /** The file is no longer in the store, or not as it was. */
      missing: z.boolean(),
      criterionIds: z.array(z.string()),
    }),
  ),
});
