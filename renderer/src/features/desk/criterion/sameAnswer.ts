import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';

interface WithScore {
  readonly score: CriterionScore;
}

/**
 * Whether a part of the desk that shows neither explanation nor evidence shows the same as before: it need not be
 * drawn again while those are being typed. Rule and frame follow from the criterion as long as the desk is open.
 */
export function isSameValue({ score: a }: WithScore, { score: b }: WithScore): boolean {
  return (
    a.criterion === b.criterion &&
    a.answer.value === b.answer.value &&
    a.answer.notApplicable === b.answer.notApplicable
  );
}

/** The same for a part that shows the evidence too. */
export function isSameValueAndEvidence(before: WithScore, after: WithScore): boolean {
  return isSameValue(before, after) && before.score.answer.evidence === after.score.answer.evidence;
}
