import { useTranslation } from 'react-i18next';
import type { RuleOfKind } from '#shared/domain/criteria/rule.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { RadioAnswer } from './RadioAnswer.tsx';
import type { SimpleAnswerProps } from './simpleAnswer.ts';

export function ChoiceAnswer({ rule, question, value, onValue }: SimpleAnswerProps<RuleOfKind<'choice'>>) {
  const { t } = useTranslation('desk');
  const { text, number } = useFormat();
  return (
    <RadioAnswer
      question={question}
      chosen={typeof value === 'string' ? value : null}
      options={rule.options.map((option) => ({
        id: option.id,
        text: text(option.text),
        points: t('points', { points: number(option.points) }),
      }))}
      onChoose={(id) => onValue(id, 'choice')}
    />
  );
}
