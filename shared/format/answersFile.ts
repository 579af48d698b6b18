import { z } from 'zod';
import { textLimits } from '../domain/assessment/answer.ts';

/** Name and newest version of the answers file that the command line reads (docs/cli.md). */
export const answersFormat = { name: 'thuoc-so-answers', version: 1, keyedBy: 'answers' } as const;

/** Largest answers file that is read, in bytes; real ones have some 100 kB. */
export const answersFileLimit = 10 * 1024 * 1024;

const evidenceEntry = z.strictObject({
  number: z.string().max(textLimits.short).optional(),
  /** `2026-03-05` or `05/03/2026`. */
  date: z.string().optional(),
  issuer: z.string().max(textLimits.short).optional(),
  title: z.string().max(textLimits.medium).optional(),
  page: z.union([z.string().max(textLimits.short), z.number()]).optional(),
  /** Path of a file, relative to the answers file. */
  file: z.string().optional(),
});

const answerEntry = z.strictObject({
  /** Its form depends on the rule of the criterion; docs/cli.md lists the forms. */
  value: z.unknown().optional(),
  evidence: z.array(evidenceEntry).max(textLimits.documents).optional(),
  explanation: z.string().max(textLimits.long).optional(),
  notApplicable: z.string().max(textLimits.long).optional(),
});

/**
 * The shape of an answers file, published as a JSON Schema. Reading itself goes through `readAnswers`, which
 * names every fault of shape and of content at once.
 */
export const answersFileSchema = z.strictObject({
  format: z.literal(answersFormat.name),
  version: z.literal(answersFormat.version),
  criteriaSet: z.string(),
  criteriaVersion: z.string(),
  unit: z.string(),
  period: z.string(),
  /** Keys are display codes or permanent ids of criteria. */
  answers: z.record(z.string(), answerEntry),
});
export type AnswersFile = z.input<typeof answersFileSchema>;
