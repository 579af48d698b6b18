import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { namesDocument, textLimits } from '#shared/domain/assessment/answer.ts';
import { useDeskFrame } from '../deskContext.ts';
import pane from './CriterionPane.module.css';
import classes from './EvidenceCard.module.css';
import { EvidenceDateField } from './EvidenceDateField.tsx';
import { EvidenceTextField } from './EvidenceTextField.tsx';
import type { EvidenceCardActions, EvidenceCardDraft } from './useEvidenceCards.ts';

interface EvidenceCardProps {
  readonly number: number;
  readonly card: EvidenceCardDraft;
  /** The cards of the criterion; the fields' typed texts are kept below it. */
  readonly place: string;
  readonly actions: EvidenceCardActions;
}

export const EvidenceCard = memo(function EvidenceCard({ number, card, place, actions }: EvidenceCardProps) {
  const { t } = useTranslation('desk');
  const { isFrozen } = useDeskFrame();
  const first = useRef<HTMLInputElement>(null);
  const wasBlank = useRef(!namesDocument(card.evidence));
  useEffect(() => {
    if (wasBlank.current) first.current?.focus();
  }, []);
  const shared = { cardKey: card.key, place: `${place}/${String(card.key)}`, actions };
  const { evidence } = card;
  return (
    <fieldset className={classes.card}>
      <legend className={classes.legend}>{t('evidence.document', { number })}</legend>
      <fieldset className={pane.fields} disabled={isFrozen}>
        <div className={classes.fields}>
          <EvidenceTextField
            {...shared}
            ref={first}
            name="number"
            stored={evidence.number}
            limit={textLimits.short}
          />
          <EvidenceDateField {...shared} date={evidence.date} />
          <div className={classes.issuer}>
            <EvidenceTextField {...shared} name="issuer" stored={evidence.issuer} limit={textLimits.short} />
          </div>
          <div className={classes.wide}>
            <EvidenceTextField {...shared} name="title" stored={evidence.title} limit={textLimits.medium} />
          </div>
          <EvidenceTextField {...shared} name="page" stored={evidence.page} limit={textLimits.short} />
        </div>
      </fieldset>
      {!isFrozen && (
        <Button
          size="compact-sm"
          variant="subtle"
          c="var(--missed)"
          color="red"
          mt={8}
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => actions.remove(card.key)}
        >
          {t('evidence.removeDocument', { number })}
        </Button>
      )}
    </fieldset>
  );
});
