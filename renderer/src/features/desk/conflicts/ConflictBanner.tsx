import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useDeskFrame } from '../deskContext.ts';
import classes from './ConflictBanner.module.css';
import { useOpenConflicts } from './useOpenConflicts.ts';

/** Says that two people wrote different things here, with the way to the decision; nothing where they did not. */
export function ConflictBanner({ criterionId }: { readonly criterionId: string }) {
  const { t } = useTranslation('desk');
  const { assessment } = useDeskFrame();
  const count = useOpenConflicts(assessment.id, criterionId);
  if (count === 0) return null;
  return (
    <div className={classes.banner}>
      <IconArrowsSplit2 size={20} aria-hidden />
      <div>
        <p className={classes.title}>{t('conflict.title', { count })}</p>
        <p>{t('conflict.text')}</p>
        <Link href={`/assessments/${assessment.id}/conflicts/${criterionId}`}>{t('conflict.open')}</Link>
      </div>
    </div>
  );
}
