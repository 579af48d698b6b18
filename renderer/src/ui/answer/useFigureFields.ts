import { useEffect, useEffectEvent, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { SimpleRule } from '#shared/domain/criteria/rule.ts';
import type { Decimal } from '#shared/domain/numbers/decimal.ts';
import type { AppError } from '#shared/errors/result.ts';
import { writeFigure } from '#shared/domain/numbers/readFigure.ts';
import { useFormat } from '../../lib/useFormat.ts';
import { useTypedTexts } from '../../lib/typedTexts.ts';
import { checkFigures, type CheckedFigures } from './checkFigures.ts';

interface FigureFieldsInput {
  /** Unique for the answer on this machine; the fields' typed texts are kept below it. */
  readonly place: string;
  readonly rule: SimpleRule;
  readonly maxPoints: Decimal;
  readonly slots: readonly { readonly name: string; readonly stored: Decimal | null }[];
  readonly onValue: (value: AnswerValue | null) => void;
  readonly onLeave: () => void;
}

interface FigureFieldState {
  readonly text: string;
  readonly errors: readonly AppError[];
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/**
 * Figure fields that belong to one answer: what is sound is recorded while it is typed, what is not stays in its
 * field with the reason. Faults wait until the field is left, so that nobody is scolded in the middle of a number;
 * only an ambiguous one asks at once.
 */
export function useFigureFields(input: FigureFieldsInput): readonly FigureFieldState[] {
  const { language } = useFormat();
  const [areFaultsShown, setAreFaultsShown] = useState(true);
  const places = input.slots.map((slot) => `${input.place}/${slot.name}`);
  const texts = useTypedTexts(useShallow(({ byPlace }) => places.map((place) => byPlace[place]?.text)));
  const check = (): CheckedFigures => {
    const { byPlace } = useTypedTexts.getState();
    const slots = input.slots.map((slot, index) => ({
      ...slot,
      typed: byPlace[places[index] ?? '']?.text ?? null,
    }));
    return checkFigures(input.rule, input.maxPoints, slots);
  };
  const forgetSound = (): void => {
    if (check().kind === 'fine') useTypedTexts.getState().forget(places);
  };
  const forgetAtEnd = useEffectEvent(forgetSound);
  // A field that goes away under the cursor is never left.
  useEffect(() => () => forgetAtEnd(), []);
  const shown = check();
  return input.slots.map((slot, index) => {
    const place = places[index] ?? '';
    const errors = shown.kind === 'faulty' ? (shown.errors[index] ?? []) : [];
    return {
      text: texts[index] ?? writeFigure(slot.stored, language),
      errors: errors.filter((error) => areFaultsShown || error.code === 'number-ambiguous'),
      onText: (text) => {
        useTypedTexts.getState().keep(place, text, false);
        const checked = check();
        useTypedTexts.getState().keep(place, text, checked.kind === 'faulty');
        if (checked.kind === 'faulty') return;
        setAreFaultsShown(false);
        markSound(places);
        input.onValue(checked.value);
      },
      onLeave: () => {
        setAreFaultsShown(true);
        forgetSound();
        input.onLeave();
      },
    };
  });
}

/** A fault that only stood in company (numerator above denominator) is gone from every field at once. */
function markSound(places: readonly string[]): void {
  const { byPlace, keep } = useTypedTexts.getState();
  for (const place of places) {
    const typed = byPlace[place];
    if (typed?.isFaulty) keep(place, typed.text, false);
  }
}
