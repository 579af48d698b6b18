import { useTranslation } from 'react-i18next';
import type { RuleOfKind } from '#shared/domain/criteria/rule.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { RadioAnswer } from './RadioAnswer.tsx';
import type { SimpleAnswerProps } from './simpleAnswer.ts';

export function YesNoAnswer({
  question,
  maxPoints,
  value,
  onValue,
}: SimpleAnswerProps<RuleOfKind<'yes_no'>>) {
  const { t } = useTranslation('desk');
  const { number } = useFormat();
  return (
    <RadioAnswer
      question={question}
      chosen={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
      options={[
        { id: 'yes', text: t('answer.yes'), points: t('points', { points: number(maxPoints) }) },
        { id: 'no', text: t('answer.no'), points: t('points', { points: number('0') }) },
      ]}
      onChoose={(id) => onValue(id === null ? null : id === 'yes', 'choice')}
    />
  );
}
