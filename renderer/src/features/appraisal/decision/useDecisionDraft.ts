import { writeClearFigure } from '#shared/domain/numbers/readFigure.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useAppraisalFrame } from '../appraisalContext.ts';
import type { CriterionToJudge } from '../judgements.ts';
import { draftPlace, useDecisionDrafts, type DecisionDraft } from './decisionDrafts.ts';

/** The decision that is being written about a criterion; it begins with what stands, and survives going elsewhere. */
export function useDecisionDraft({ score, appraised, final }: CriterionToJudge) {
  const { opened, stage } = useAppraisalFrame();
  const { language } = useFormat();
  const { keep, forget } = useDecisionDrafts();
  const place = draftPlace(opened.assessment.id, stage, score.criterion.id);
  const draft = useDecisionDrafts(({ byPlace }) => byPlace[place] ?? null);
  const standing = stage === 'final' ? (final ?? appraised) : appraised;
  const open = (decision: DecisionDraft['decision']): void => {
    const isSame = standing?.decision === decision;
    keep(place, {
      decision,
      points: draft?.points ?? (isSame ? writeClearFigure(standing.points, language) : ''),
      reason: draft?.reason ?? (isSame ? standing.reason : ''),
    });
  };
  const change = (part: Partial<DecisionDraft>): void => {
    if (draft !== null) keep(place, { ...draft, ...part });
  };
  return { draft, open, change, close: () => forget(place) };
}
