import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textLimits, type AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { Pace } from '../../lib/pace.ts';
import { useTypedField } from '../../lib/useTypedField.ts';

interface InfoAnswerProps {
  readonly value: AnswerValue | null;
  readonly place: string;
  readonly onValue: (value: AnswerValue | null, pace: Pace) => void;
  readonly onLeave: () => void;
}

/** Free text: information that is asked for but not scored. */
export function InfoAnswer({ value, place, onValue, onLeave }: InfoAnswerProps) {
  const { t } = useTranslation('desk');
  const field = useTypedField({
    place: `${place}/`,
    stored: typeof value === 'string' ? value : '',
    limit: textLimits.long,
    onText: (text) => onValue(text === '' ? null : text, 'typing'),
    onLeave,
  });
  return <Textarea label={t('answer.info')} rows={4} {...field} />;
}
