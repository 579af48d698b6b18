import type { CriterionAppraisals } from '#shared/api/contract.ts';
import type { Appraisal, Appraisals } from '#shared/domain/appraisal/appraisal.ts';
import { scoreAppraised, type AppraisedScore } from '#shared/domain/appraisal/scoreAppraised.ts';
import { checkBeforeSigning, type SigningCandidate } from '#shared/domain/selfCheck/checkBeforeSigning.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { assertNever } from '#shared/errors/assertNever.ts';

/** Who judges: the aggregator appraises, the council fixes the final score. */
export type AppraisingStage = 'appraised' | 'final';

export type Judged = CriterionAppraisals['criteria'][number];
export type Judgement = NonNullable<Judged['appraised']>;

/** `outdated`: the unit has answered anew since. `noted`: only gives information and needs no judgement. */
export type JudgementState = 'to-judge' | 'outdated' | Appraisal['decision'] | 'noted';

/** A criterion as the person who judges sees it. */
export interface CriterionToJudge {
  readonly score: CriterionScore;
  readonly state: JudgementState;
  readonly appraised: Judgement | null;
  readonly final: Judgement | null;
  /** Answered differently than in the revision signed before the newest one. */
  readonly isChanged: boolean;
}

/** Every criterion that applies, with what stands about it in the stage at work. */
export function listCriteriaToJudge(
  score: AssessmentScore,
  { criteria, changedSinceRevision }: CriterionAppraisals,
  stage: AppraisingStage,
): readonly CriterionToJudge[] {
  const known = new Map(criteria.map((one) => [one.criterionId, one]));
  const changed = new Set(changedSinceRevision);
  return score.criteria.map((own) => {
    const { id } = own.criterion;
    const { appraised = null, final = null } = known.get(id) ?? {};
    const state = stateOf(own, appraised, final, stage);
    return { score: own, state, appraised, final, isChanged: changed.has(id) };
  });
}

function stateOf(
  { rule }: CriterionScore,
  appraised: Judgement | null,
  final: Judgement | null,
  stage: AppraisingStage,
): JudgementState {
  if (rule.kind === 'info') return 'noted';
  const own = stage === 'final' ? final : appraised;
  if (own === null) return 'to-judge';
  if (own.isOutdated) return 'outdated';
  // The council keeps adjusted points by giving the same ones.
  return stage === 'final' && appraised !== null && keepsPoints(own, appraised) ? 'accepted' : own.decision;
}

function keepsPoints(final: Judgement, appraised: Judgement): boolean {
  return final.decision === 'adjusted' && !appraised.isOutdated && final.points === appraised.points;
}

/** Both later scores, from what the backend says about each answer. */
export function scoreJudged(
  set: CriteriaSet,
  score: AssessmentScore,
  judged: readonly Judged[],
): { readonly appraised: AppraisedScore; readonly final: AppraisedScore } {
  const seen = Object.fromEntries(score.criteria.map(({ criterion }) => [criterion.id, upToDate]));
  const ofStage = (stage: AppraisingStage): Appraisals =>
    Object.fromEntries(
      judged.flatMap((one): [string, Appraisal][] => {
        const given = one[stage];
        if (given === null) return [];
        const { decision, points, reason, isOutdated } = given;
        return [
          [one.criterionId, { decision, points, reason, answerDigest: isOutdated ? outdated : upToDate }],
        ];
      }),
    );
  const appraisals = ofStage('appraised');
  return {
    appraised: scoreAppraised(set, score, appraisals, seen),
    final: scoreAppraised(set, score, { ...appraisals, ...ofStage('final') }, seen),
  };
}

// The backend has compared the digests of the answers already; here only the outcome counts.
const upToDate = 'up-to-date';
const outdated = 'outdated';

/** Nothing is decided about what stands now. */
export function isOpen({ state }: Pick<CriterionToJudge, 'state'>): boolean {
  return state === 'to-judge' || state === 'outdated';
}

export const judgementFilters = [
  'all',
  'open',
  'outdated',
  'changed',
  'no-evidence',
  'accepted',
  'adjusted',
  'explanation-asked',
  'returned',
] as const;

export type JudgementFilter = (typeof judgementFilters)[number];

export function isListedBy(filter: JudgementFilter, one: CriterionToJudge): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return isOpen(one);
    case 'changed':
      return one.isChanged;
    case 'no-evidence':
      return !one.score.evidenced;
    case 'outdated':
    case 'accepted':
    case 'adjusted':
    case 'explanation-asked':
    case 'returned':
      return one.state === filter;
    default:
      return assertNever(filter);
  }
}

/** What the council takes over without looking: everything that was appraised and not decided finally. */
export function listToKeep(criteria: readonly CriterionToJudge[]): readonly CriterionToJudge[] {
  return criteria.filter((one) => isOpen(one) && hasAppraisedPoints(one));
}

/** Whether there are points of the appraisal that the council can keep. */
export function hasAppraisedPoints({ appraised }: Pick<CriterionToJudge, 'appraised'>): boolean {
  return (
    appraised !== null &&
    !appraised.isOutdated &&
    (appraised.decision === 'accepted' || appraised.decision === 'adjusted')
  );
}

/**
 * What can be accepted without looking at each: answered, never judged (what came back answered anew wants a look), every
 * document complete and on disk, and nothing that the self-check would object to.
 */
export function listComplete(
  criteria: readonly CriterionToJudge[],
  candidate: SigningCandidate,
  missingFiles: ReadonlySet<string>,
): readonly CriterionToJudge[] {
  const objected = new Set(
    checkBeforeSigning(candidate)
      .filter(({ kind }) => kind !== 'mandatory-unmet')
      .flatMap(({ criterionIds }) => criterionIds),
  );
  return criteria.filter(
    (one) =>
      one.state === 'to-judge' &&
      one.score.state === 'answered' &&
      !objected.has(one.score.criterion.id) &&
      !one.score.answer.evidence.some(({ file }) => file !== undefined && missingFiles.has(file.sha256)),
  );
}
