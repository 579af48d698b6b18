import { IconAward } from '@tabler/icons-react';
import Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import type { ReturnedResult } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useResultWords } from '../../lib/useResultWords.ts';
import classes from './CardReply.module.css';

interface CardResultProps {
  readonly result: ReturnedResult;
  /** Where rounding must not cross. */
  readonly bounds: readonly Fraction[];
}

/** What the level above made of the assessment: its figure, the unit's place, and whether that still holds. */
export function CardResult({ result, bounds }: CardResultProps) {
  const { t } = useTranslation('results');
  const { percent, dayAndTime } = useFormat();
  const words = useResultWords();
  const { stage, issuerName, issuedAt, isCurrent } = result;
  const share = result.percent === null ? null : new Fraction(result.percent);
  return (
    <div className={classes.result}>
      <IconAward size={16} aria-hidden />
      <div>
        <p className={classes.figures}>
          <strong>{t(`card.${stage}`, { percent: percent(share, bounds) })}</strong>
          <span>{words.place(result)}</span>
          <span>{words.band(result)}</span>
        </p>
        <p className={classes.from}>{t('from', { issuer: issuerName, moment: dayAndTime(issuedAt) })}</p>
        {!isCurrent && <p className={classes.from}>{t('notCurrent')}</p>}
      </div>
    </div>
  );
}
