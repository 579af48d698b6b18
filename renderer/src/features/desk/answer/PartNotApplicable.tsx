import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { useErrorText } from '../../../lib/useErrorText.ts';
import type { Pace } from '../deskContext.ts';

interface PartNotApplicableProps {
  /** `null` while the part applies. */
  readonly reason: string | null;
  readonly onReason: (reason: string | null, pace: Pace) => void;
}

/** A part can be left out with a reason; without one nothing is recorded. */
export function PartNotApplicable({ reason, onReason }: PartNotApplicableProps) {
  const { t } = useTranslation('desk');
  const describe = useErrorText();
  const [typed, setTyped] = useState(reason);
  const isMissing = typed?.trim() === '';
  const type = (text: string): void => {
    setTyped(text);
    onReason(text.trim() === '' ? null : text, 'typing');
  };
  return (
    <div>
      <Checkbox
        mt="sm"
        label={t('notApplicable.part')}
        checked={typed !== null}
        onChange={(event) => {
          setTyped(event.currentTarget.checked ? '' : null);
          if (!event.currentTarget.checked) onReason(null, 'choice');
        }}
      />
      {typed !== null && (
        <TextInput
          mt="xs"
          required
          label={t('notApplicable.reason')}
          value={typed}
          maxLength={textLimits.long}
          error={isMissing ? describe({ code: 'reason-missing', params: {} }) : undefined}
          onChange={(event) => type(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
