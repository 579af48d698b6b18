import { useTranslation } from 'react-i18next';
import type { FigurePair } from '#shared/domain/assessment/answer.ts';
import type { LocalisedText, SimpleRule } from '#shared/domain/criteria/rule.ts';
import { toFraction } from '#shared/domain/numbers/decimal.ts';
import { percentOf } from '#shared/domain/scoring/pointsOfRule.ts';
import { boundsOf } from '#shared/report/ruleBounds.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { FigureField } from '../FigureField.tsx';
import classes from './PairAnswer.module.css';
import type { SimpleAnswerProps } from './simpleAnswer.ts';
import { useFigureFields } from './useFigureFields.ts';

interface PairAnswerProps extends SimpleAnswerProps<SimpleRule> {
  readonly numerator: LocalisedText;
  readonly denominator: LocalisedText;
}

/** Two figures and the share they make. */
export function PairAnswer({
  rule,
  numerator,
  denominator,
  maxPoints,
  value,
  place,
  onValue,
  onLeave,
}: PairAnswerProps) {
  const { t } = useTranslation('desk');
  const { text, percent } = useFormat();
  const pair: FigurePair =
    typeof value === 'object' && value !== null && 'numerator' in value
      ? value
      : { numerator: null, denominator: null };
  const [top, bottom] = useFigureFields({
    place,
    rule,
    maxPoints,
    slots: [
      { name: 'numerator', stored: pair.numerator },
      { name: 'denominator', stored: pair.denominator },
    ],
    onValue: (figures) => onValue(figures, 'typing'),
    onLeave,
  });
  if (!top || !bottom) return null;
  const share = pair.numerator === null || pair.denominator === null ? null : percentOf(pair);
  return (
    <div className={classes.pair}>
      <FigureField label={text(numerator)} {...top} />
      <FigureField label={text(denominator)} {...bottom} />
      {share !== null && (
        <p className={classes.share}>
          {t('answer.share', { percent: percent(share, boundsOf(rule).map(toFraction)) })}
        </p>
      )}
    </div>
  );
}
