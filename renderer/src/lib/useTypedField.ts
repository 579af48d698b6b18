import { useEffect, useEffectEvent, useState } from 'react';
import { appError } from '#shared/errors/result.ts';
import { textIn, useTypedTexts } from './typedTexts.ts';
import { useErrorText } from './useErrorText.ts';

interface TypedFieldInput {
  /** Unique for the field on this machine. */
  readonly place: string;
  /** What is saved when the field appears; a text that is changed from elsewhere needs a new field. */
  readonly stored: string;
  /** In characters. A longer text stays in its field with the reason; nothing of it is cut off or saved. */
  readonly limit: number;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/**
 * A text field that keeps its own text: no key stroke draws anything anew, the rest of the screen follows when there
 * is time. A text that cannot be saved outlives the field.
 */
export function useTypedField({ place, stored, limit, onText, onLeave }: TypedFieldInput) {
  const describe = useErrorText();
  const [atFirst] = useState(() => textIn(useTypedTexts.getState(), place, stored));
  const isTooLong = useTypedTexts((texts) => textIn(texts, place, stored).length > limit);
  const [isLeft, setIsLeft] = useState(true);
  const forgetSaved = useEffectEvent((): void => {
    if (textIn(useTypedTexts.getState(), place, stored) === stored) useTypedTexts.getState().forget([place]);
  });
  useEffect(() => {
    if (isLeft) forgetSaved();
  }, [isLeft, stored]);
  // A field that goes away under the cursor is never left.
  useEffect(() => () => forgetSaved(), []);
  return {
    defaultValue: atFirst,
    error: isTooLong ? describe(appError('text-too-long', { limit })) : undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      const text = event.currentTarget.value;
      useTypedTexts.getState().keep(place, text, text.length > limit);
      if (text.length <= limit) onText(text);
    },
    onFocus: () => setIsLeft(false),
    onBlur: () => {
      setIsLeft(true);
      onLeave();
    },
  };
}
