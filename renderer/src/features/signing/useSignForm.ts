import { useState } from 'react';
import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { today } from '../../lib/today.ts';

export interface SignDraft {
  readonly name: string;
  readonly title: string;
  readonly place: string;
  /** ISO day, or empty. */
  readonly date: CalendarDate | '';
}

/** The form of a signature: filled in, then checked; nothing is sent while something is missing. */
export function useSignForm(mustCount: number, onSign: (draft: SignDraft) => void) {
  const [draft, setDraft] = useState<SignDraft>(() => ({ name: '', title: '', place: '', date: today() }));
  const [isAccepted, setIsAccepted] = useState(false);
  const [isChecked, setIsChecked] = useState(false);
  const needsAccepting = mustCount > 0 && !isAccepted;
  const isMissing = (field: keyof SignDraft): boolean => isChecked && draft[field].trim() === '';
  const submit = (): void => {
    setIsChecked(true);
    if (needsAccepting || Object.values(draft).some((text: string) => text.trim() === '')) return;
    onSign({ ...draft, name: draft.name.trim(), title: draft.title.trim(), place: draft.place.trim() });
  };
  return {
    draft,
    change: (part: Partial<SignDraft>): void => setDraft((before) => ({ ...before, ...part })),
    isAccepted,
    setIsAccepted,
    isMissing,
    isAcceptMissing: isChecked && needsAccepting,
    submit,
  };
}
