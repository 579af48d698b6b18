import { IconAward } from '@tabler/icons-react';
import Fraction from 'fraction.js';
import { useTranslation } from 'react-i18next';
import type { ReturnedResult } from '#shared/api/contract.ts';
import { zero } from '#shared/domain/scoring/pointsOfRule.ts';
import { boundsInPoints, boundsOfSet } from '#shared/report/boundsOfSet.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useResultWords } from '../../../lib/useResultWords.ts';
import { VerdictChip } from '../../../ui/VerdictChip.tsx';
import { useDeskFrame } from '../deskContext.ts';
import classes from './ReturnedResultPart.module.css';

/** What the level above gave back: its figures, the unit's place, its verdicts. */
export function ReturnedResultPart({ result }: { readonly result: ReturnedResult }) {
  const { t } = useTranslation(['results', 'desk', 'home']);
  const { percent, number, dayAndTime } = useFormat();
  const words = useResultWords();
  const { set } = useDeskFrame().frame;
  const { stage, isCurrent, issuerName, issuedAt } = result;
  const share = result.percent === null ? null : new Fraction(result.percent);
  const max = new Fraction(result.max);
  const extras = { bonus: new Fraction(result.bonus), penalty: new Fraction(result.penalty) };
  return (
    <section className={classes.result} aria-labelledby="returned-result">
      <h2 id="returned-result" className={classes.title}>
        <IconAward size={18} aria-hidden />
        {t(`title.${stage}`)}
      </h2>
      <p className={classes.figures}>
        <strong className={classes.percent}>{percent(share, boundsOfSet(set, 'points'))}</strong>
        <span>
          {t('desk:result.pointsOfMax', {
            points: number(new Fraction(result.points), boundsInPoints(set, max)),
            max: number(max),
          })}
        </span>
      </p>
      <p className={classes.place}>{words.place(result)}</p>
      <p>{words.band(result)}</p>
      {extras.bonus.gt(zero) && <p>{t('bonus', { points: number(extras.bonus) })}</p>}
      {extras.penalty.gt(zero) && <p>{t('penalty', { points: number(extras.penalty) })}</p>}
      <ul className={classes.verdicts}>
        {result.verdicts.map(({ thresholdId, measure, at, state }) => (
          <li key={thresholdId}>
            <VerdictChip state={state} label={t(`home:card.threshold.${measure}`, { at })} />
          </li>
        ))}
      </ul>
      <p className={classes.from}>{t('from', { issuer: issuerName, moment: dayAndTime(issuedAt) })}</p>
      {!isCurrent && <p className={classes.from}>{t('notCurrent')}</p>}
    </section>
  );
}
