import type { Decimal } from '../numbers/decimal.ts';

/** Two figures of a ratio; `null` stands for a figure that has not been entered yet. */
export interface FigurePair {
  readonly numerator: Decimal | null;
  readonly denominator: Decimal | null;
}

/** One part of a `sum`: its value, `null` while unanswered, or the reason why it does not apply. */
export type PartAnswer = SimpleValue | null | { readonly notApplicable: string };

/** yes_no · choice, or count/tiers/manual as a decimal · checklist · ratio or tiers by percent */
export type SimpleValue = boolean | string | readonly string[] | FigurePair;

/**
 * The facts given for a criterion, in canonical form (`normaliseValue` makes it): decimals as strings with a
 * point, checklist items in set order. What `info` criteria hold is free text.
 */
export type AnswerValue = SimpleValue | { readonly parts: readonly PartAnswer[] };

export const textLimits = { short: 300, medium: 2000, long: 10_000, documents: 200 } as const;

/** A document in administrative terms: số/ký hiệu, ngày, cơ quan ban hành, trích yếu, trang; with or without a file. */
export interface Evidence {
  readonly number: string;
  /** ISO day or empty. */
  readonly date: string;
  readonly issuer: string;
  readonly title: string;
  readonly page: string;
  /** The attached file, held by content; `name` is only for people. */
  readonly file?: { readonly sha256: string; readonly name: string; readonly size: number } | undefined;
}

/** Số liệu kê khai: what one unit says about one criterion. */
export interface Answer {
  readonly value: AnswerValue | null;
  readonly evidence: readonly Evidence[];
  readonly explanation: string;
  /** The reason why the criterion cannot apply to the unit; empty when it does. */
  readonly notApplicable: string;
}

/** Answers by permanent criterion id. */
export type Answers = Readonly<Record<string, Answer>>;

export const emptyAnswer: Answer = { value: null, evidence: [], explanation: '', notApplicable: '' };

/** A card counts as evidence once it names or carries a document. */
export function namesDocument(evidence: Evidence): boolean {
  return evidence.number.trim() !== '' || evidence.title.trim() !== '' || evidence.file !== undefined;
}
