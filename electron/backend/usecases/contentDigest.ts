import { emptyAnswer, type Answer, type Answers } from '#shared/domain/assessment/answer.ts';
import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { digestOf } from '../files/content.ts';

/** Everything that a signature vouches for. */
export interface DeclaredContent {
  readonly unitCode: string;
  /** Canonical code of the period. */
  readonly period: string;
  readonly setDigest: string;
  readonly answers: Answers;
  readonly header: AssessmentHeader;
}

/**
 * SHA-256 in hexadecimal of what an assessment says: the one that a signature keeps and the sheet prints. Answers
 * that say nothing do not count, whether they were taken back or never given, nor does who sees to them.
 */
export function contentDigestOf({ unitCode, period, setDigest, answers, header }: DeclaredContent): string {
  const nothing = toCanonicalJson(emptyAnswer);
  const declared = Object.entries(answers)
    .map(([id, answer]): [string, Answer] => [id, declaredPart(answer)])
    .filter(([, answer]) => toCanonicalJson(answer) !== nothing);
  return digestOf({ unit: unitCode, period, set: setDigest, answers: Object.fromEntries(declared), header });
}

function declaredPart({ value, evidence, explanation, notApplicable }: Answer): Answer {
  return { value, evidence, explanation, notApplicable };
}
