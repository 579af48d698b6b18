import type { AppraisedScore } from './scoreAppraised.ts';

/** How far the judging of one assessment has come. */
export interface AppraisalState {
  /** Criteria about which something was decided, be it out of date by now. */
  readonly criteriaJudged: number;
  /** Criteria about which nothing has been decided, or that were answered anew since. */
  readonly criteriaToJudge: number;
  /** Criteria that were sent back or need an explanation, and were not answered anew since. */
  readonly criteriaOwed: number;
}

/** Criteria that only give information need no judgement. */
export function appraisalStateOf({ criteria }: Pick<AppraisedScore, 'criteria'>): AppraisalState {
  const judged = criteria.filter(({ declared }) => declared.rule.kind !== 'info');
  const upToDate = judged.filter(({ appraisal, isOutdated }) => appraisal !== null && !isOutdated);
  return {
    criteriaJudged: judged.filter(({ appraisal }) => appraisal !== null).length,
    criteriaToJudge: judged.length - upToDate.length,
    criteriaOwed: upToDate.filter(
      ({ appraisal }) => appraisal?.decision === 'returned' || appraisal?.decision === 'explanation-asked',
    ).length,
  };
}

/** How far one assessment has come as a whole. */
export interface Progress extends AppraisalState {
  /** Criteria without an answer. */
  readonly criteriaOpen: number;
}

export function progressOf(appraised: Pick<AppraisedScore, 'criteria'>): Progress {
  const criteriaOpen = appraised.criteria.filter(
    ({ declared }) => declared.rule.kind !== 'info' && declared.state === 'unanswered',
  ).length;
  return { ...appraisalStateOf(appraised), criteriaOpen };
}
