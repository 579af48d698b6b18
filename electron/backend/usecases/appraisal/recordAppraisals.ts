import { appraisalField, normaliseAppraisal, type Appraisal } from '#shared/domain/appraisal/appraisal.ts';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import type { Decimal } from '#shared/domain/numbers/decimal.ts';
import { scoreAssessment } from '#shared/domain/scoring/scoreAssessment.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from '../context.ts';
import { findAuthor, findProfile } from '../profile.ts';
import { readAssessment } from '../readAssessment.ts';
import { answerDigestOf, type AppraisingStage } from './readAppraisals.ts';

/** What somebody decided about one criterion. */
export interface GivenAppraisal {
  readonly criterionId: string;
  readonly decision: Appraisal['decision'];
  /** For `adjusted`. */
  readonly points: Decimal | number | null;
  readonly reason: string;
  /** Of the answer that was looked at; the one that stands unless told. */
  readonly answerDigest?: string | undefined;
}

export interface AppraisalsToRecord {
  readonly assessmentId: string;
  readonly stage: AppraisingStage;
  readonly appraisals: readonly GivenAppraisal[];
}

/** Criteria of which something else was decided before. */
export interface RecordedAppraisals {
  readonly savedAt: string;
  readonly changed: readonly string[];
}

/**
 * Records what was decided about answers: all of it in one transaction or none with every fault at once. What was decided about
 * an answer that another has taken the place of meanwhile is out of date at once. A commune does not judge its own answers. Errors: `appraisal-not-yours`,
 * `assessment-unknown`, `criterion-unknown`, `decision-not-final`, those of `normaliseAppraisal` with the criterion's
 * code as place, and those of the storage.
 */
export function recordAppraisals(
  context: UseCaseContext,
  { assessmentId, stage, appraisals }: AppraisalsToRecord,
): Result<RecordedAppraisals> {
  return context.store.write((writer) => {
    if (findProfile(writer)?.role === 'commune') return failWith('appraisal-not-yours');
    const found = readAssessment(writer, context.content, assessmentId);
    if (!found.ok) return found;
    const { record, loadedSet, period, answers } = found.value;
    const score = scoreAssessment({ set: loadedSet.set, unitKind: record.unitKind, period }, answers);
    const scores = new Map(score.criteria.map((one) => [one.criterion.id, one]));
    const checked = collect(
      appraisals.map(({ criterionId, ...given }): Result<readonly [string, Appraisal]> => {
        const own = scores.get(criterionId);
        if (!own) return failWith('criterion-unknown', { key: criterionId.slice(0, 40) }, criterionId);
        if (stage === 'final' && given.decision !== 'accepted' && given.decision !== 'adjusted') {
          return failWith('decision-not-final', {}, own.criterion.code);
        }
        const answerDigest = given.answerDigest ?? answerDigestOf(answers[criterionId] ?? emptyAnswer);
        const appraisal = normaliseAppraisal(own, { ...given, answerDigest }, own.criterion.code);
        return appraisal.ok ? succeed([criterionId, appraisal.value]) : appraisal;
      }),
    );
    if (!checked.ok) return checked;
    const savedAt = context.now().toISOString();
    const author = findAuthor(writer);
    const changed = checked.value.filter(([criterionId, value]) =>
      writer.recordChange(record.number, {
        stage,
        criterionId,
        field: appraisalField,
        value,
        author,
        changedAt: savedAt,
        batch: null,
      }),
    );
    return succeed({ savedAt, changed: changed.map(([criterionId]) => criterionId) });
  });
}
