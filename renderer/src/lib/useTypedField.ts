import { useEffect, useState } from 'react';
import { appError, type AppError } from '#shared/errors/result.ts';
import { useErrorText } from './useErrorText.ts';
import { useTypedTexts } from './typedTexts.ts';

interface TypedFieldInput {
  /** Unique for the field on this machine. */
  readonly place: string;
  readonly stored: string;
  /** In characters. A longer text stays in its field with the reason; nothing of it is cut off or saved. */
  readonly limit: number;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/**
 * A text field that shows its own text at once, while the rest of the desk follows when there is time. A text that
 * cannot be saved outlives the field.
 */
export function useTypedField({ place, stored, limit, onText, onLeave }: TypedFieldInput) {
  const describe = useErrorText();
  const typed = useTypedTexts(({ byPlace }) => byPlace[place]);
  const [isLeft, setIsLeft] = useState(true);
  useEffect(() => {
    if (isLeft && typed?.text === stored) useTypedTexts.getState().forget([place]);
  }, [isLeft, typed, stored, place]);
  const text = typed?.text ?? stored;
  const error = tooLong(text, limit);
  return {
    value: text,
    error: error === null ? undefined : describe(error),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const next = event.currentTarget.value;
      const isFaulty = tooLong(next, limit) !== null;
      useTypedTexts.getState().keep(place, next, isFaulty);
      if (!isFaulty) onText(next);
    },
    onFocus: () => setIsLeft(false),
    onBlur: () => {
      setIsLeft(true);
      onLeave();
    },
  };
}

function tooLong(text: string, limit: number): AppError | null {
  return text.length > limit ? appError('text-too-long', { limit }) : null;
}
