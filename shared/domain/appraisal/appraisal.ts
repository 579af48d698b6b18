import { z } from 'zod';
import { fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { textLimits } from '../assessment/answer.ts';
import { parseDecimal, toFraction, type Decimal } from '../numbers/decimal.ts';
import type { CriterionScore } from '../scoring/scoreCriterion.ts';

/** Name of the field, in the stages `appraised` and `final`, that holds the appraisal of a criterion. */
export const appraisalField = 'appraisal';

/**
 * What an appraiser says about one criterion, one cell as a whole so that two appraisers who disagree disagree about
 * a judgement and not about its parts. In the stage `final` the council speaks, which only accepts or adjusts.
 */
export interface Appraisal {
  readonly decision: 'accepted' | 'adjusted' | 'explanation-asked' | 'returned';
  /** Those given instead of the declared ones; null unless adjusted. */
  readonly points: Decimal | null;
  /** Compulsory unless accepted. */
  readonly reason: string;
  /** Digest of the answer that was looked at: when the unit answers again, the appraisal is out of date. */
  readonly answerDigest: string;
}

/** By permanent criterion id. */
export type Appraisals = Readonly<Record<string, Appraisal>>;

export const appraisalSchema = z.strictObject({
  decision: z.enum(['accepted', 'adjusted', 'explanation-asked', 'returned']),
  points: z.union([z.string(), z.number()]).nullable(),
  reason: z.string().max(textLimits.long),
  answerDigest: z.string().regex(/^[0-9a-f]{64}$/u),
});

/**
 * Checks an appraisal against what the criterion can be worth and brings it into canonical form. Errors, each at
 * `place`: `reason-missing`, `points-above-maximum`, `points-of-adjustment-missing`, and those of `parseDecimal`.
 */
export function normaliseAppraisal(
  score: Pick<CriterionScore, 'criterion'>,
  input: z.input<typeof appraisalSchema>,
  place: string,
): Result<Appraisal> {
  const reason = input.reason.normalize('NFC').trim();
  if (input.decision !== 'accepted' && reason === '') return failWith('reason-missing', {}, place);
  const points = normalisePoints(score, input, place);
  return points.ok ? succeed({ ...input, reason, points: points.value }) : points;
}

function normalisePoints(
  { criterion }: Pick<CriterionScore, 'criterion'>,
  { decision, points }: z.input<typeof appraisalSchema>,
  place: string,
): Result<Decimal | null> {
  if (decision !== 'adjusted') return succeed(null);
  if (points === null) return failWith('points-of-adjustment-missing', {}, place);
  const decimal = parseDecimal(points);
  if (!decimal.ok) return fail(decimal.errors.map((error) => ({ ...error, place })));
  return toFraction(decimal.value).gt(toFraction(criterion.maxPoints))
    ? failWith('points-above-maximum', { points: decimal.value, max: criterion.maxPoints }, place)
    : decimal;
}
