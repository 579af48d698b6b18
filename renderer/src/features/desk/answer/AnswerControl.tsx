import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { AnswerFields } from '../../../ui/answer/AnswerFields.tsx';
import { useDeskFrame } from '../deskContext.ts';

/** The facts an officer gives for a criterion; every change is on its way to the disk at once. */
export function AnswerControl({ score }: { readonly score: CriterionScore }) {
  const { assessment, record, saveNow } = useDeskFrame();
  const criterionId = score.criterion.id;
  return (
    <AnswerFields
      score={score}
      place={`${assessment.id}/${criterionId}/value`}
      onValue={(value, pace) => record({ criterionId, field: 'value', value }, pace)}
      onLeave={() => void saveNow()}
    />
  );
}
