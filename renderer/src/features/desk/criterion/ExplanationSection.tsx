import { Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useDeskFrame } from '../deskContext.ts';
import { useTypedField } from '../../../lib/useTypedField.ts';
import classes from './ExplanationSection.module.css';
import pane from './CriterionPane.module.css';

/** Compulsory where evidence is missing and where an officer proposes the points; said before it is asked for. */
export function ExplanationSection({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { assessment, isFrozen, record, saveNow } = useDeskFrame();
  const { criterion, answer, rule } = score;
  const field = useTypedField({
    place: `${assessment.id}/${criterion.id}/explanation`,
    stored: answer.explanation,
    limit: textLimits.long,
    onText: (value) => record({ criterionId: criterion.id, field: 'explanation', value }, 'typing'),
    onLeave: () => void saveNow(),
  });
  return (
    <div className={pane.card}>
      <h3 className={pane.sectionTitle}>{t('explanation.title')}</h3>
      {score.explanationMissing && (
        <p className={classes.compulsory} id="explanation-compulsory">
          <IconAlertTriangle size={17} aria-hidden />
          {rule.kind === 'manual'
            ? t('explanation.compulsoryForManual')
            : t('explanation.compulsoryWithoutEvidence')}
        </p>
      )}
      <Textarea
        aria-label={t('explanation.title')}
        aria-required={score.explanationMissing}
        {...(score.explanationMissing ? { 'aria-describedby': 'explanation-compulsory' } : {})}
        rows={3}
        readOnly={isFrozen}
        styles={verticalResize}
        {...field}
      />
    </div>
  );
}

const verticalResize = { input: { resize: 'vertical' } } as const;
