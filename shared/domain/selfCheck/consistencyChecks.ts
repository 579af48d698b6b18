import { z } from 'zod';
import { localisedTextSchema } from '../criteria/rule.ts';

/**
 * A figure of a criterion: its permanent id, then the part letter of a `sum`, then `numerator` or
 * `denominator` for pairs: `px-004`, `px-012.denominator`, `px-001.b.numerator`.
 */
const figureReference = z.string().regex(/^[a-z]{2}-\d{3}(?:\.[a-z])?(?:\.(?:numerator|denominator))?$/u);

/**
 * What a verifier would compare between criteria of one set (`criteria/checks/<set>.yaml`). Advice, not part of
 * the published set: it never changes a score.
 */
export const consistencyChecksSchema = z.strictObject({
  set: z.string(),
  /** Figures that count the same thing and so must be equal. */
  sameFigure: z.array(
    z.strictObject({ name: localisedTextSchema, figures: z.array(figureReference).min(2) }),
  ),
  /** A figure that cannot exceed another. */
  notAbove: z.array(
    z.strictObject({ name: localisedTextSchema, figure: figureReference, bound: figureReference }),
  ),
  /** Criteria that must not rest on the same document, because one thing may be counted once only. */
  separateDocuments: z.array(
    z.strictObject({ reason: localisedTextSchema, criteria: z.array(z.string()).min(2) }),
  ),
});
export type ConsistencyChecks = z.infer<typeof consistencyChecksSchema>;
