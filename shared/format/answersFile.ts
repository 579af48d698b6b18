import { z } from 'zod';
import { appError, fail, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { textLimits } from '../domain/assessment/answer.ts';

/** Name and newest version of the answers file that the command line reads (docs/cli.md). */
export const answersFormat = { name: 'thuoc-so-answers', version: 1 } as const;

const evidenceEntry = z.strictObject({
  number: z.string().optional(),
  date: z.string().optional(),
  issuer: z.string().optional(),
  title: z.string().optional(),
  page: z.union([z.string(), z.number()]).optional(),
  /** Path of a file, relative to the answers file. */
  file: z.string().optional(),
});
export type EvidenceEntry = z.infer<typeof evidenceEntry>;

const answerEntry = z.strictObject({
  value: z.unknown().optional(),
  evidence: z.array(evidenceEntry).max(textLimits.documents).optional(),
  explanation: z.string().max(textLimits.long).optional(),
  notApplicable: z.string().max(textLimits.long).optional(),
});
export type AnswerEntry = z.infer<typeof answerEntry>;

const answersFileSchema = z.strictObject({
  format: z.literal(answersFormat.name),
  version: z.literal(answersFormat.version),
  criteriaSet: z.string(),
  criteriaVersion: z.string(),
  unit: z.string(),
  period: z.string(),
  answers: z.record(z.string(), answerEntry),
});

/** The document as written, checked for shape only; keys of `answers` are display codes or permanent ids. */
export type AnswersFile = z.infer<typeof answersFileSchema>;

/**
 * Reads the text of an answers file. Errors: `json-malformed`, `format-unknown`, `format-too-new`,
 * `document-invalid` (one for each fault, with its place).
 */
export function readAnswersFile(text: string): Result<AnswersFile> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const head = z.object({ format: z.literal(answersFormat.name), version: z.int() }).safeParse(parsed.value);
  if (!head.success) return failWith('format-unknown', { expected: answersFormat.name });
  if (head.data.version > answersFormat.version) {
    return failWith('format-too-new', { found: head.data.version, known: answersFormat.version });
  }
  const document = answersFileSchema.safeParse(parsed.value);
  return document.success ? succeed(document.data) : fail(document.error.issues.map(toDocumentError));
}

function parseJson(text: string): Result<unknown> {
  try {
    return succeed(JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown);
  } catch (error) {
    return failWith('json-malformed', { reason: error instanceof Error ? error.message.slice(0, 120) : '' });
  }
}

function toDocumentError(issue: z.core.$ZodIssue): AppError {
  return appError('document-invalid', { reason: issue.code }, issue.path.map(String).join('.'));
}

