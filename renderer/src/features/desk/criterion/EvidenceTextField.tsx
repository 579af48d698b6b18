import { TextInput } from '@mantine/core';
import { memo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskFrame } from '../deskContext.ts';
import { useTypedField } from '../../../lib/useTypedField.ts';
import type { EvidenceCardActions } from './useEvidenceCards.ts';

interface EvidenceTextFieldProps {
  readonly name: 'number' | 'issuer' | 'title' | 'page';
  readonly stored: string;
  /** In characters. */
  readonly limit: number;
  readonly cardKey: number;
  readonly place: string;
  readonly actions: EvidenceCardActions;
  readonly ref?: Ref<HTMLInputElement>;
}

export const EvidenceTextField = memo(function EvidenceTextField({
  name,
  stored,
  limit,
  cardKey,
  place,
  actions,
  ref,
}: EvidenceTextFieldProps) {
  const { t } = useTranslation('desk');
  const { saveNow } = useDeskFrame();
  const field = useTypedField({
    place: `${place}/${name}`,
    stored,
    limit,
    onText: (text) => actions.change(cardKey, { [name]: text }, 'typing'),
    onLeave: () => void saveNow(),
  });
  return (
    <TextInput
      {...(ref === undefined ? {} : { ref })}
      label={t(name === 'title' ? 'evidence.subject' : `evidence.${name}`)}
      {...field}
    />
  );
});
