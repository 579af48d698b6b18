import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Dashboard } from '#shared/api/contract.ts';
import { useFormat } from '../../lib/useFormat.ts';
import classes from './Dashboard.module.css';
import changeClasses from './Change.module.css';
import type { ChangedUnit } from './changeOrder.ts';
import { Difference } from './Difference.tsx';
import { useChangeWords } from './useChangeWords.ts';
import { useDashboardWords } from './useDashboardWords.ts';

interface UnitChangeProps {
  readonly dashboard: Dashboard;
  readonly earlier: string;
  readonly unit: ChangedUnit;
}

/** One unit then and now; its figures lead to the assessments they come from. */
export function UnitChange({ dashboard: { set }, earlier, unit: changed }: UnitChangeProps) {
  const { t } = useTranslation('dashboard');
  const { text } = useFormat();
  const { points } = useDashboardWords(set);
  const { inSentence } = useChangeWords();
  const { unit, now, past, percentThen, formedFrom, isPartial, difference, thresholds, cause } = changed;
  const period = inSentence(earlier);
  return (
    <tr data-unit={unit.code}>
      <th scope="row">
        {now.assessmentId === null ? (
          unit.name
        ) : (
          <Link href={`/assessments/${now.assessmentId}/overview`}>{unit.name}</Link>
        )}
        {formedFrom.length > 0 && (
          <span className={classes.small}>
            {t(isPartial ? 'change.partly' : 'change.formedFrom', { period, names: formedFrom.join(', ') })}
          </span>
        )}
      </th>
      <td className={classes.figure}>
        {past?.assessmentId && percentThen !== null ? (
          <Link
            href={`/assessments/${past.assessmentId}/overview`}
            aria-label={t('change.toEarlier', { unit: unit.name, period, percent: points(percentThen) })}
          >
            {points(percentThen)}
          </Link>
        ) : (
          points(percentThen)
        )}
      </td>
      <td className={classes.figure}>{points(now.percent)}</td>
      {difference === null ? (
        <td colSpan={4} className={classes.soft}>
          {now.percent === null ? t('change.withoutNow') : t('change.withoutThen', { period })}
        </td>
      ) : (
        <>
          <td className={classes.figure}>
            <Difference figure={difference} />
          </td>
          <td className={classes.figure}>
            <Places unit={changed} />
          </td>
          <td>
            {thresholds.map(({ thresholdId, step }) => {
              const title = set.thresholds.find(({ id }) => id === thresholdId)?.title;
              if (step === null || !title) return null;
              const Icon = step === 'gained' ? IconCircleCheck : IconCircleX;
              return (
                <span key={thresholdId} className={changeClasses.step}>
                  <Icon size={15} aria-hidden />
                  {t(`change.${step}`, { title: text(title) })}
                </span>
              );
            })}
          </td>
          <td className={changeClasses.cause}>
            {cause && now.assessmentId !== null && (
              <>
                <Link href={`/assessments/${now.assessmentId}/${cause.criterionId}`}>
                  {t('criteria.criterion', { code: cause.code, name: text(cause.name) })}
                </Link>{' '}
                <Difference figure={cause.difference} />
              </>
            )}
          </td>
        </>
      )}
    </tr>
  );
}

/** Places then and now, and how many were gained or lost. */
function Places({ unit: { past, now, moved } }: { readonly unit: ChangedUnit }) {
  const { t } = useTranslation('dashboard');
  if (now.rank === null) return null;
  if (moved === null) return t('ranking.placeOf', { rank: now.rank, of: now.of });
  return (
    <>
      {t('change.places', { past: past?.rank ?? 0, now: now.rank })}
      <span className={classes.small}>
        {moved === 0
          ? t('change.samePlace')
          : t(moved > 0 ? 'change.placesGained' : 'change.placesLost', { count: Math.abs(moved) })}
      </span>
    </>
  );
}
