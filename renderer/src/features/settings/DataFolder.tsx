import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useCall } from '../../lib/useCall.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import classes from './SettingsScreen.module.css';

/** Where everything is kept, and the way to the backups. */
export function DataFolder() {
  const { t } = useTranslation('settings');
  const { state, reload } = useCall('app.status', {});
  if (state.kind === 'failed') return <ErrorNotice errors={state.errors} onRetry={reload} />;
  return (
    <>
      <p className={classes.lead}>{t('data.folder')}</p>
      <p className={classes.folder}>{state.kind === 'ready' ? state.value.dataFolder : null}</p>
      <Link href="/backups" className={classes.link}>
        {t('data.backups')}
      </Link>
    </>
  );
}
