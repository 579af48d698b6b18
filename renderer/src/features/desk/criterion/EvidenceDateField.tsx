import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { useDeskFrame } from '../deskContext.ts';
import { useTypedTexts } from '../../../lib/typedTexts.ts';
import type { EvidenceCardActions } from './useEvidenceCards.ts';

interface EvidenceDateFieldProps {
  readonly date: Evidence['date'];
  readonly cardKey: number;
  readonly place: string;
  readonly actions: EvidenceCardActions;
}

/** The document's date; what is no day outlives the field, as every text does that cannot be saved. */
export const EvidenceDateField = memo(function EvidenceDateField({
  date,
  cardKey,
  place: cardPlace,
  actions,
}: EvidenceDateFieldProps) {
  const { t } = useTranslation('desk');
  const { saveNow } = useDeskFrame();
  const place = `${cardPlace}/date`;
  const typed = useTypedTexts(({ byPlace }) => byPlace[place]?.text ?? null);
  return (
    <DateField
      label={t('evidence.date')}
      date={date}
      draft={{
        text: typed,
        keep: (text, isFaulty) =>
          text === null
            ? useTypedTexts.getState().forget([place])
            : useTypedTexts.getState().keep(place, text, isFaulty),
      }}
      onDate={(day) => actions.change(cardKey, { date: day }, 'typing')}
      onLeave={() => void saveNow()}
    />
  );
});
