import { useTranslation } from 'react-i18next';
import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useDeskFrame, type Pace } from '../deskContext.ts';
import { InfoAnswer } from './InfoAnswer.tsx';
import { PartsAnswer } from './PartsAnswer.tsx';
import { SimpleAnswer } from './SimpleAnswer.tsx';

/** The facts an officer gives for a criterion, in whatever form its rule asks for. */
export function AnswerControl({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { assessment, record, saveNow } = useDeskFrame();
  const { criterion, rule, answer } = score;
  const shared = {
    value: answer.value,
    place: `${assessment.id}/${criterion.id}/value`,
    onValue: (value: AnswerValue | null, pace: Pace) =>
      record({ criterionId: criterion.id, field: 'value', value }, pace),
    onLeave: () => void saveNow(),
  };
  if (rule.kind === 'sum') {
    return (
      <PartsAnswer
        rule={rule}
        scores={score.parts}
        mayBeNotApplicable={criterion.notApplicable === 'allowed'}
        {...shared}
      />
    );
  }
  if (rule.kind === 'info') {
    return <InfoAnswer {...shared} />;
  }
  return (
    <SimpleAnswer rule={rule} maxPoints={criterion.maxPoints} question={t('answer.question')} {...shared} />
  );
}
