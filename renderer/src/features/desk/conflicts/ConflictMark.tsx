import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDeskFrame } from '../deskContext.ts';
import classes from '../navigation/CriterionEntry.module.css';
import { useOpenConflicts } from './useOpenConflicts.ts';

/** Marks a criterion of the list in which values contradict each other. */
export function ConflictMark({ criterionId }: { readonly criterionId: string }) {
  const { t } = useTranslation('desk');
  const { assessment } = useDeskFrame();
  if (useOpenConflicts(assessment.id, criterionId) === 0) return null;
  return (
    <span className={classes.lack}>
      <IconArrowsSplit2 size={15} aria-hidden />
      <span className={classes.spoken}>{t('conflict.spoken')}</span>
    </span>
  );
}
