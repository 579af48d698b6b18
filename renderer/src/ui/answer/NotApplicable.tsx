import { Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import type { Pace } from '../../lib/pace.ts';
import { textIn, useTypedTexts } from '../../lib/typedTexts.ts';
import { useErrorText } from '../../lib/useErrorText.ts';
import { useTypedField } from '../../lib/useTypedField.ts';

interface NotApplicableProps {
  readonly label: string;
  readonly hint?: string;
  /** Empty while it applies. */
  readonly reason: string;
  readonly place: string;
  readonly onReason: (reason: string, pace: Pace) => void;
  readonly onLeave: () => void;
}

/** Leaving something out needs a reason; until it is given, nothing is recorded and it counts. */
export function NotApplicable(props: NotApplicableProps) {
  const { label, reason, place, onReason } = props;
  const [isTicked, setIsTicked] = useState(reason !== '');
  const tick = (isNowTicked: boolean): void => {
    const text = textIn(useTypedTexts.getState(), place, reason);
    setIsTicked(isNowTicked);
    // The reason waits for its field, in case the tick comes back.
    useTypedTexts.getState().keep(place, text, false);
    if (text.trim() !== '') onReason(isNowTicked ? text : '', 'choice');
  };
  return (
    <>
      <Checkbox label={label} checked={isTicked} onChange={(event) => tick(event.currentTarget.checked)} />
      {isTicked && <Reason {...props} />}
    </>
  );
}

function Reason({ hint, reason, place, onReason, onLeave }: NotApplicableProps) {
  const { t } = useTranslation('desk');
  const describe = useErrorText();
  const isBlank = useTypedTexts((texts) => textIn(texts, place, reason).trim() === '');
  const { error, ...field } = useTypedField({
    place,
    stored: reason,
    limit: textLimits.long,
    onText: (text) => onReason(text.trim() === '' ? '' : text, 'typing'),
    onLeave,
  });
  return (
    <Textarea
      mt="xs"
      required
      label={t('notApplicable.reason')}
      description={hint}
      rows={2}
      {...field}
      error={isBlank ? describe({ code: 'reason-missing', params: {} }) : error}
    />
  );
}
