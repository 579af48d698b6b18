import { Textarea } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useDeskContext } from '../deskContext.ts';
import classes from './ExplanationSection.module.css';
import pane from './CriterionPane.module.css';

/** Compulsory where evidence is missing and where an officer proposes the points; said before it is asked for. */
export function ExplanationSection({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { record, saveNow } = useDeskContext();
  const { criterion, answer, rule } = score;
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
        aria-describedby={score.explanationMissing ? 'explanation-compulsory' : undefined}
        value={answer.explanation}
        rows={3}
        maxLength={textLimits.long}
        styles={{ input: { resize: 'vertical' } }}
        onChange={(event) =>
          record(
            { criterionId: criterion.id, field: 'explanation', value: event.currentTarget.value },
            'typing',
          )
        }
        onBlur={() => void saveNow()}
      />
    </div>
  );
}
