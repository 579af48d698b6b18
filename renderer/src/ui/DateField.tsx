import { TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCalendarDate, type CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { useErrorText } from '../lib/useErrorText.ts';
import { useFormat } from '../lib/useFormat.ts';

/** What stands in the field differently from the day it stands for; `null` while there is no difference. */
export interface DateDraft {
  readonly text: string | null;
  readonly keep: (text: string | null, isFaulty: boolean) => void;
}

interface DateFieldProps {
  readonly label: string;
  /** ISO day, or empty. */
  readonly date: CalendarDate | '';
  readonly onDate: (date: CalendarDate | '') => void;
  readonly onLeave: () => void;
  /** Kept by whoever wants a mistyped day to outlive the field. */
  readonly draft?: DateDraft;
}

/** A day as officers write it, dd/mm/yyyy. What is no day stays in the field with the reason. */
export function DateField({ label, date, onDate, onLeave, draft }: DateFieldProps) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const describe = useErrorText();
  const [ownText, setOwnText] = useState<string | null>(null);
  const { text: typed, keep }: DateDraft = draft ?? { text: ownText, keep: setOwnText };
  const [isChecked, setIsChecked] = useState(true);
  const read = typed === null || typed.trim() === '' ? null : parseCalendarDate(typed);
  const type = (text: string): void => {
    const day = parseCalendarDate(text);
    const isEmpty = text.trim() === '';
    keep(text, !day.ok && !isEmpty);
    if (day.ok) onDate(day.value);
    else if (isEmpty) onDate('');
  };
  const forgetSound = (): void => {
    if (read === null || read.ok) keep(null, false);
  };
  const forgetAtEnd = useEffectEvent(forgetSound);
  // A field that goes away under the cursor is never left.
  useEffect(() => () => forgetAtEnd(), []);
  return (
    <TextInput
      label={label}
      value={typed ?? format.date(date)}
      placeholder={t('datePattern')}
      autoComplete="off"
      error={isChecked && read !== null && !read.ok ? read.errors.map(describe).join(' ') : undefined}
      onFocus={() => setIsChecked(false)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        setIsChecked(true);
        forgetSound();
        onLeave();
      }}
    />
  );
}
