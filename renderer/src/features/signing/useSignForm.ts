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

interface SignFormInput {
  readonly mustCount: number;
  readonly contentDigest: string;
  readonly onSign: (draft: SignDraft) => void;
}

/** The form of a signature: filled in, then checked; nothing is sent while something is missing. */
export function useSignForm({ mustCount, contentDigest, onSign }: SignFormInput) {
  // What is no day stays in its field; signing with the day before it would sign what nobody reads there.
  const [typedDay, setTypedDay] = useState<{ readonly text: string | null; readonly isFaulty: boolean }>({
    text: null,
    isFaulty: false,
  });
  const [draft, setDraft] = useState<SignDraft>(() => ({ name: '', title: '', place: '', date: today() }));
  // Who accepts findings accepts those of the content shown; other content has others.
  const [acceptedDigest, setAcceptedDigest] = useState<string | null>(null);
  const isAccepted = acceptedDigest === contentDigest;
  const [isChecked, setIsChecked] = useState(false);
  const needsAccepting = mustCount > 0 && !isAccepted;
  const lacks = (field: keyof SignDraft): boolean =>
    draft[field].trim() === '' || (field === 'date' && typedDay.isFaulty);
  const isMissing = (field: keyof SignDraft): boolean => isChecked && lacks(field);
  const submit = (): void => {
    setIsChecked(true);
    if (needsAccepting || (['name', 'title', 'place', 'date'] as const).some(lacks)) return;
    onSign({ ...draft, name: draft.name.trim(), title: draft.title.trim(), place: draft.place.trim() });
  };
  return {
    draft,
    change: (part: Partial<SignDraft>): void => setDraft((before) => ({ ...before, ...part })),
    dayDraft: {
      text: typedDay.text,
      keep: (text: string | null, isFaulty: boolean): void => setTypedDay({ text, isFaulty }),
    },
    isAccepted,
    setIsAccepted: (accepts: boolean): void => setAcceptedDigest(accepts ? contentDigest : null),
    isMissing,
    isAcceptMissing: isChecked && needsAccepting,
    submit,
  };
}
