import { useTranslation } from 'react-i18next';
import type { LocalisedText, SimpleRule } from '#shared/domain/criteria/rule.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { FigureField } from '../FigureField.tsx';
import type { SimpleAnswerProps } from './simpleAnswer.ts';
import { useFigureFields } from './useFigureFields.ts';

interface SingleFigureAnswerProps extends SimpleAnswerProps<SimpleRule> {
  /** What is counted; `null` where the figure is points proposed by the officer. */
  readonly unit: LocalisedText | null;
}

export function SingleFigureAnswer({
  rule,
  unit,
  maxPoints,
  value,
  place,
  onValue,
  onLeave,
}: SingleFigureAnswerProps) {
  const { t } = useTranslation('desk');
  const { text, number } = useFormat();
  const [field] = useFigureFields({
    place,
    rule,
    maxPoints,
    slots: [{ name: '', stored: typeof value === 'string' ? value : null }],
    onValue: (figure) => onValue(figure, 'typing'),
    onLeave,
  });
  if (!field) return null;
  const label =
    unit !== null
      ? t('answer.count', { unit: text(unit) })
      : t('answer.manual', {
          max: number(maxPoints),
          step: number(rule.kind === 'manual' ? rule.step : '1'),
        });
  return <FigureField label={label} {...field} />;
}
