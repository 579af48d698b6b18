import { useTranslation } from 'react-i18next';
import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import type { Pace } from '../../lib/pace.ts';
import { InfoAnswer } from './InfoAnswer.tsx';
import { PartsAnswer } from './PartsAnswer.tsx';
import { SimpleAnswer } from './SimpleAnswer.tsx';

interface AnswerFieldsProps {
  /** The criterion with the value that the fields show. */
  readonly score: CriterionScore;
  /** Unique for the answer on this machine; what is being typed is kept below it. */
  readonly place: string;
  readonly onValue: (value: AnswerValue | null, pace: Pace) => void;
  readonly onLeave: () => void;
}

/** The facts given for a criterion, in whatever form its rule asks for. */
export function AnswerFields({ score, place, onValue, onLeave }: AnswerFieldsProps) {
  const { t } = useTranslation('desk');
  const { criterion, rule, answer } = score;
  const shared = { value: answer.value, place, onValue, onLeave };
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
