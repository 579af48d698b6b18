import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import classes from './HomeScreen.module.css';

/** How many conflicts wait on this machine, with the way to them; nothing where there are none. */
export function ConflictNotice({ count }: { readonly count: number }) {
  const { t } = useTranslation('home');
  if (count === 0) return null;
  return (
    <p className={classes.conflicts}>
      <IconArrowsSplit2 size={18} aria-hidden />
      {t('conflicts.total', { count })} <Link href="/conflicts">{t('conflicts.open')}</Link>
    </p>
  );
}
