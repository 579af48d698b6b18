import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCalendarDate, type CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { useErrorText } from '../lib/useErrorText.ts';
import { useFormat } from '../lib/useFormat.ts';

interface DateFieldProps {
  readonly label: string;
  /** ISO day, or empty. */
  readonly date: CalendarDate | '';
  readonly onDate: (date: CalendarDate | '') => void;
  readonly onLeave: () => void;
}

/** A day as officers write it, dd/mm/yyyy. What is no day stays in the field with the reason. */
export function DateField({ label, date, onDate, onLeave }: DateFieldProps) {
  const { t } = useTranslation('app');
  const format = useFormat();
  const describe = useErrorText();
  const [typed, setTyped] = useState<string | null>(null);
  const [isChecked, setIsChecked] = useState(false);
  const read = typed === null || typed.trim() === '' ? null : parseCalendarDate(typed);
  const type = (text: string): void => {
    setTyped(text);
    const day = parseCalendarDate(text);
    if (day.ok) onDate(day.value);
    else if (text.trim() === '') onDate('');
  };
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
        if (read === null || read.ok) setTyped(null);
        onLeave();
      }}
    />
  );
}
