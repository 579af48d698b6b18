import type { CriterionAppraisals } from '#shared/api/contract.ts';
import { appraisalField, type Appraisals } from '#shared/domain/appraisal/appraisal.ts';
import type { AppraisedScore } from '#shared/domain/appraisal/scoreAppraised.ts';
import { byDot, replacedIn } from '#shared/domain/merge/standing.ts';
import { emptyAnswer } from '#shared/domain/assessment/answer.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { LoggedChange } from '../../db/changeLog.ts';
import type { StoreReader } from '../../db/store.ts';
import type { UseCaseContext } from '../context.ts';
import { readAssessment } from '../readAssessment.ts';
import { summariseStanding } from '../summariseAssessment.ts';
import { answerDigestOf, appraisalsOfCells, scoreStages, type AppraisingStage } from './readAppraisals.ts';

type CriterionAppraisal = CriterionAppraisals['criteria'][number];
type Entry = NonNullable<CriterionAppraisal['appraised']>;

/** Everything that was decided about one assessment. Errors: `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`. */
export function openAppraisals(
  context: UseCaseContext,
  { assessmentId }: { readonly assessmentId: string },
): Result<CriterionAppraisals> {
  return context.store.read((reader) => {
    const found = readAssessment(reader, context.content, assessmentId);
    if (!found.ok) return found;
    const { number } = found.value.record;
    const { cells, answers } = found.value;
    const changes = reader.listChanges(number);
    const { declared, appraised, final } = scoreStages(found.value);
    const appraisedEntries = describe(changes, 'appraised', appraisalsOfCells(cells, 'appraised'), appraised);
    const finalEntries = describe(changes, 'final', appraisalsOfCells(cells, 'final'), final);
    const decided = [...new Set([...appraisedEntries.keys(), ...finalEntries.keys()])];
    return succeed({
      criteria: decided.map((criterionId) => ({
        criterionId,
        appraised: appraisedEntries.get(criterionId) ?? null,
        final: finalEntries.get(criterionId) ?? null,
      })),
      changedSinceRevision: listChangedSince(reader, number, changes),
      answerDigests: Object.fromEntries(
        declared.criteria.map(({ criterion: { id } }) => [id, answerDigestOf(answers[id] ?? emptyAnswer)]),
      ),
      appraised: summariseStanding(appraised.standing),
      final: summariseStanding(final.standing),
    });
  });
}

/** Who said it and when comes from the edit that is shown: of those that stand the one with the greatest dot. */
function describe(
  changes: readonly LoggedChange[],
  stage: AppraisingStage,
  appraisals: Appraisals,
  score: AppraisedScore,
): ReadonlyMap<string, Entry> {
  const replaced = replacedIn(changes);
  const shown = new Map(
    changes
      .filter(
        (change) => change.stage === stage && change.field === appraisalField && !replaced.has(change.dot),
      )
      .toSorted(byDot)
      .map((change) => [change.criterionId, change]),
  );
  const outdated = new Set(
    score.criteria.filter(({ isOutdated }) => isOutdated).map(({ criterion }) => criterion.id),
  );
  return new Map(
    Object.entries(appraisals).map(([criterionId, { decision, points, reason }]): [string, Entry] => {
      const { author = '', changedAt = '' } = shown.get(criterionId) ?? {};
      const isOutdated = outdated.has(criterionId);
      return [criterionId, { decision, points, reason, author, changedAt, isOutdated }];
    }),
  );
}

/**
 * Criteria of which something was declared after the last but one signature; where revisions came in files, after the last one
 * but the newest that came, for the unit may have signed and recalled others that were never sent.
 */
function listChangedSince(
  reader: StoreReader,
  assessment: number,
  changes: readonly LoggedChange[],
): string[] {
  const [, ...earlier] = reader.listSignatures(assessment);
  const sheets = reader.listPackagesOfAssessment(assessment).filter(({ kind }) => kind === 'assessment');
  const came = new Set(sheets.map(({ revision }) => revision));
  const before = earlier.find(({ revision }) => came.has(revision)) ?? earlier[0];
  if (!before) return [];
  // Who sees to a criterion is not declared.
  const isNew = ({ stage, field, dot: [replica, counter] }: LoggedChange): boolean =>
    stage === 'self' && field !== 'assignee' && counter > (before.seen[replica] ?? 0);
  return [...new Set(changes.filter(isNew).map(({ criterionId }) => criterionId))];
}
