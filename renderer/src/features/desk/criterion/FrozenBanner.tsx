import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame } from '../deskContext.ts';
import classes from './FrozenBanner.module.css';

/** Says why nothing can be changed: which signature, whose, when, and the way to take it back. */
export function FrozenBanner() {
  const { t } = useTranslation('desk');
  const { date } = useFormat();
  const { assessment, signing } = useDeskFrame();
  const { signature, revision } = signing;
  if (signature === null) return null;
  return (
    <div className={classes.banner}>
      <IconLock size={20} aria-hidden />
      <div>
        <p className={classes.title}>{t('frozen.title')}</p>
        <p>{t('frozen.signed', { ...signature, revision, date: date(signature.date) })}</p>
        <p>
          {t('frozen.toChange')} <Link href={`/assessments/${assessment.id}/sign`}>{t('frozen.open')}</Link>
        </p>
      </div>
    </div>
  );
}
