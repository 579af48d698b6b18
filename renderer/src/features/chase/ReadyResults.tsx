import { IconMailForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useResultsRequest } from '../../lib/resultsRequest.ts';
import classes from './ChaseScreen.module.css';
import type { Chase } from './useChase.ts';

interface ReadyResultsProps {
  readonly chase: Chase;
  readonly setId: string;
}

/** Of how many units everything is judged and nothing is owed, and the way to give their results back. */
export function ReadyResults({ chase: { period, units }, setId }: ReadyResultsProps) {
  const { t } = useTranslation('chase');
  const ask = useResultsRequest((request) => request.ask);
  const ready = units.filter(({ state }) => state === 'done').length;
  if (ready === 0) return null;
  return (
    <p className={classes.ready}>
      <IconMailForward size={18} aria-hidden />
      <span>
        {t(ready === units.length ? 'ready.every' : 'ready.some', { count: ready, units: units.length })}{' '}
        <Link href="/dashboard/results" onClick={() => ask({ period, setId, assessmentId: null })}>
          {t('ready.return')}
        </Link>
      </span>
    </p>
  );
}
