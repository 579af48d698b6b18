import type { AssessmentSummary, Signing } from '#shared/api/contract.ts';
import { appraisalStateOf } from '#shared/domain/appraisal/appraisalState.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import type { Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { scoreAssessment, type Standing } from '#shared/domain/scoring/scoreAssessment.ts';
import { scoreStages } from './appraisal/readAppraisals.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';
import { unitOf, type ReadAssessment } from './readAssessment.ts';

/** An assessment as a list shows it, with its standing as declared. */
export function summariseAssessment(assessment: ReadAssessment): AssessmentSummary {
  const { record, period, loadedSet, answers, savedAt, signing, receipt, newerVersion } = assessment;
  const { result, deadline } = assessment;
  return {
    ...identityOf(record),
    setTitle: loadedSet.set.title,
    setStatement: loadedSet.set.statement,
    newerVersion,
    savedAt,
    revision: signing.revision,
    signingState: signing.state,
    receipt,
    appraisal: appraisalOf(assessment),
    result,
    deadline,
    standing: standingOf(loadedSet.set, record.unitKind, period, answers),
  };
}

/** The same for an assessment whose set this installation does not have: it is there, but cannot be scored. */
export function summariseWithoutSet(
  record: AssessmentRecord,
  savedAt: string | null,
  signing: Signing,
  deadline: string | null,
): AssessmentSummary {
  return {
    ...identityOf(record),
    setTitle: { vi: record.setId, en: record.setId },
    setStatement: { vi: '', en: '' },
    newerVersion: null,
    savedAt,
    revision: signing.revision,
    signingState: signing.state,
    receipt: null,
    appraisal: null,
    result: null,
    deadline,
    standing: {
      percent: null,
      ceilingPercent: null,
      criteriaMet: 0,
      criteriaApplicable: 0,
      criteriaOpen: 0,
      verdicts: [],
    },
  };
}

/** Scores a second time, so only where somebody has judged. */
function appraisalOf(assessment: ReadAssessment): AssessmentSummary['appraisal'] {
  const isJudged = assessment.cells.some(({ stage }) => stage !== 'self');
  return isJudged ? appraisalStateOf(scoreStages(assessment).final) : null;
}

function identityOf(record: AssessmentRecord) {
  return {
    id: record.id,
    unit: unitOf(record),
    period: record.period,
    setId: record.setId,
    setVersion: record.setVersion,
    createdAt: record.createdAt,
  };
}

function standingOf(
  set: CriteriaSet,
  unitKind: string,
  period: Period,
  answers: Answers,
): AssessmentSummary['standing'] {
  return summariseStanding(scoreAssessment({ set, unitKind, period }, answers).claimed);
}

/** Figures and verdicts on one basis, as data that survives JSON. */
export function summariseStanding(standing: Standing): AssessmentSummary['standing'] {
  return {
    percent: standing.percent?.toFraction() ?? null,
    ceilingPercent: standing.ceilingPercent?.toFraction() ?? null,
    criteriaMet: standing.criteriaMet,
    criteriaApplicable: standing.criteriaApplicable,
    criteriaOpen: standing.criteriaOpen,
    verdicts: standing.verdicts.map(({ threshold, state }) => ({
      thresholdId: threshold.id,
      measure: threshold.measure,
      at: threshold.at,
      state,
    })),
  };
}
