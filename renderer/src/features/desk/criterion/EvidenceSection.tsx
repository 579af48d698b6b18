import { Button } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits, type Evidence } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import { useDeskFrame, type Pace } from '../deskContext.ts';
import pane from './CriterionPane.module.css';
import { EvidenceCard } from './EvidenceCard.tsx';
import classes from './EvidenceSection.module.css';
import explanation from './ExplanationSection.module.css';
import { useEvidenceCards } from './useEvidenceCards.ts';

/** The documents that prove the answer, in administrative terms. */
export function EvidenceSection({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const { assessment, isFrozen, record } = useDeskFrame();
  const { criterion, answer } = score;
  const place = `${assessment.id}/${criterion.id}/evidence`;
  const recordCards = useCallback(
    (value: Evidence[], pace: Pace) => record({ criterionId: criterion.id, field: 'evidence', value }, pace),
    [record, criterion.id],
  );
  const { cards, actions } = useEvidenceCards(place, answer.evidence, recordCards);
  return (
    <div className={pane.card}>
      <h3 className={pane.sectionTitle}>{t('evidence.title')}</h3>
      <p className={classes.asked}>{t('evidence.asked', { evidence: text(criterion.evidence) })}</p>
      {!score.evidenced && (
        <p className={explanation.compulsory}>
          <IconAlertTriangle size={17} aria-hidden />
          {criterion.role === 'ordinary' ? t('evidence.missing') : t('evidence.missingBeside')}
        </p>
      )}
      {cards.map((card, index) => (
        <EvidenceCard key={card.key} number={index + 1} card={card} place={place} actions={actions} />
      ))}
      {!isFrozen && cards.length < textLimits.documents && (
        <Button
          variant="light"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => actions.add()}
        >
          {t('evidence.add')}
        </Button>
      )}
    </div>
  );
}
