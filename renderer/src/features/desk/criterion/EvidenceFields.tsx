import type { Ref } from 'react';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { useDeskFrame } from '../deskContext.ts';
import pane from './CriterionPane.module.css';
import classes from './EvidenceCard.module.css';
import { EvidenceDateField } from './EvidenceDateField.tsx';
import { EvidenceTextField } from './EvidenceTextField.tsx';
import type { EvidenceCardActions, EvidenceCardDraft } from './useEvidenceCards.ts';

interface EvidenceFieldsProps {
  readonly card: EvidenceCardDraft;
  readonly place: string;
  readonly actions: EvidenceCardActions;
  readonly firstField: Ref<HTMLInputElement>;
}

/** A document as offices cite it: number, date, issuer, subject, page. */
export function EvidenceFields({ card, place, actions, firstField }: EvidenceFieldsProps) {
  const { isFrozen } = useDeskFrame();
  const shared = { cardKey: card.key, place: `${place}/${String(card.key)}`, actions };
  const { number, date, issuer, title, page } = card.evidence;
  return (
    <fieldset className={pane.fields} disabled={isFrozen}>
      <div className={classes.fields}>
        <EvidenceTextField
          {...shared}
          ref={firstField}
          name="number"
          stored={number}
          limit={textLimits.short}
        />
        <EvidenceDateField {...shared} date={date} />
        <div className={classes.issuer}>
          <EvidenceTextField {...shared} name="issuer" stored={issuer} limit={textLimits.short} />
        </div>
        <div className={classes.wide}>
          <EvidenceTextField {...shared} name="title" stored={title} limit={textLimits.medium} />
        </div>
        <EvidenceTextField {...shared} name="page" stored={page} limit={textLimits.short} />
      </div>
    </fieldset>
  );
}
