import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import type { Pace } from '../../lib/pace.ts';
import { useTypedField } from '../../lib/useTypedField.ts';

interface PartNotApplicableProps {
  /** `null` while the part applies. */
  readonly reason: string | null;
  readonly place: string;
  readonly onReason: (reason: string | null, pace: Pace) => void;
  readonly onLeave: () => void;
}

/** A part can be left out with a reason; without one nothing is recorded. */
export function PartNotApplicable({ reason, place, onReason, onLeave }: PartNotApplicableProps) {
  const { t } = useTranslation('desk');
  const describe = useErrorText();
  const [isTicked, setIsTicked] = useState(reason !== null);
  const field = useTypedField({
    place: `${place}/notApplicable`,
    stored: reason ?? '',
    limit: textLimits.long,
    onText: (text) => onReason(text.trim() === '' ? null : text, 'typing'),
    onLeave,
  });
  const tick = (isNowTicked: boolean): void => {
    setIsTicked(isNowTicked);
    if (!isNowTicked) onReason(null, 'choice');
    else if (field.value.trim() !== '') onReason(field.value, 'choice');
  };
  return (
    <div>
      <Checkbox
        mt="sm"
        label={t('notApplicable.part')}
        checked={isTicked}
        onChange={(event) => tick(event.currentTarget.checked)}
      />
      {isTicked && (
        <TextInput
          mt="xs"
          required
          label={t('notApplicable.reason')}
          {...field}
          error={field.value.trim() === '' ? describe({ code: 'reason-missing', params: {} }) : field.error}
        />
      )}
    </div>
  );
}
