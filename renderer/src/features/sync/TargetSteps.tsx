import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TargetCheck } from '#shared/api/syncCalls.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import classes from './Sync.module.css';

/** Seconds by which a clock may differ before it is worth a word. */
const worthAWord = 120;

/** What was tried out at a place and whether it works. */
export function TargetSteps({ check }: { readonly check: TargetCheck }) {
  const { t } = useTranslation('sync');
  const describe = useErrorText();
  const { steps, clockDifferenceSeconds: difference } = check;
  const works = steps.every(({ error }) => error === null);
  return (
    <div role="status">
      <p className={classes.lead}>{t(works ? 'check.works' : 'check.fails')}</p>
      <ul className={classes.steps}>
        {steps.map(({ step, error }) => (
          <li key={step} className={classes.state} data-state={error === null ? 'sent' : 'failed'}>
            {error === null ? (
              <IconCheck size={18} aria-hidden />
            ) : (
              <IconAlertTriangle size={18} aria-hidden />
            )}
            <span>
              {t(`check.step.${step}`)}
              {error !== null && ` ${describe(error)}`}
            </span>
          </li>
        ))}
      </ul>
      {difference !== null && Math.abs(difference) > worthAWord && (
        <p className={classes.lead}>{t('check.clock', { minutes: Math.round(Math.abs(difference) / 60) })}</p>
      )}
    </div>
  );
}
