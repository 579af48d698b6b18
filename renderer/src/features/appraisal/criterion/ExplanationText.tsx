import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import classes from './CriterionPane.module.css';

/** What the unit says in explanation; where it is compulsory and missing, that. */
export function ExplanationText({
  score: { answer, explanationMissing },
}: {
  readonly score: CriterionScore;
}) {
  const { t } = useTranslation(['appraisal', 'desk']);
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <h3 className={classes.sectionTitle}>{t('desk:explanation.title')}</h3>
      </div>
      {answer.explanation.trim() !== '' ? (
        <p className={classes.text}>{answer.explanation}</p>
      ) : explanationMissing ? (
        <p className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('explanation.missing')}
        </p>
      ) : (
        <p className={classes.soft}>{t('explanation.none')}</p>
      )}
    </div>
  );
}
