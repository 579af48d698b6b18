import { IconAlertTriangle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits, type Evidence } from '#shared/domain/assessment/answer.ts';
import type { CriterionScore } from '#shared/domain/scoring/scoreCriterion.ts';
import { useFormat } from '../../../lib/useFormat.ts';
import type { Pace } from '../../../lib/pace.ts';
import { useDeskFrame } from '../deskContext.ts';
import { FilesMeter } from '../files/FilesMeter.tsx';
import { useFileDrop } from '../files/useFileDrop.ts';
import { useUploads } from '../files/useUploads.ts';
import pane from './CriterionPane.module.css';
import { EvidenceAdding } from './EvidenceAdding.tsx';
import { EvidenceCard } from './EvidenceCard.tsx';
import classes from './EvidenceSection.module.css';
import explanation from './ExplanationSection.module.css';
import { blankEvidence, useEvidenceCards } from './useEvidenceCards.ts';

/** The documents that prove the answer, in administrative terms. */
export function EvidenceSection({ score }: { readonly score: CriterionScore }) {
  const { t } = useTranslation('desk');
  const { text } = useFormat();
  const { assessment, isFrozen, record, answersNow } = useDeskFrame();
  const { criterion, answer } = score;
  const place = `${assessment.id}/${criterion.id}/evidence`;
  const ways = useMemo(
    () => ({
      record: (value: Evidence[], pace: Pace) =>
        record({ criterionId: criterion.id, field: 'evidence', value }, pace),
      evidenceNow: () => answersNow()[criterion.id]?.evidence ?? [],
    }),
    [record, answersNow, criterion.id],
  );
  const { cards, actions } = useEvidenceCards(place, answer.evidence, ways);
  const { uploads, send } = useUploads();
  const addFiles = (files: readonly File[]): void =>
    actions.keepDuring(send(files, (file) => actions.add({ ...blankEvidence, file })));
  const { isOver, target } = useFileDrop(addFiles);
  const mayAdd = !isFrozen && cards.length < textLimits.documents;
  return (
    <div
      className={`${pane.card ?? ''} ${classes.section ?? ''}`}
      data-over={isOver && mayAdd}
      {...(mayAdd ? target : {})}
    >
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
      {mayAdd && (
        <EvidenceAdding criterionId={criterion.id} actions={actions} uploads={uploads} onFiles={addFiles} />
      )}
      <FilesMeter />
    </div>
  );
}
