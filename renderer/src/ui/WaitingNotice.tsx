import { useTranslation } from 'react-i18next';
import classes from './WaitingNotice.module.css';

/** Says that something is being read; shown late, because most reads are over before it could be. */
export function WaitingNotice() {
  const { t } = useTranslation('app');
  return (
    <p role="status" className={classes.waiting}>
      {t('loading')}
    </p>
  );
}
