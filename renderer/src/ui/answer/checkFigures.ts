import { normaliseValue } from '#shared/domain/assessment/normaliseValue.ts';
import type { AnswerValue } from '#shared/domain/assessment/answer.ts';
import type { SimpleRule } from '#shared/domain/criteria/rule.ts';
import type { Decimal } from '#shared/domain/numbers/decimal.ts';
import type { AppError } from '#shared/errors/result.ts';
import { readFigure } from '#shared/domain/numbers/readFigure.ts';

/** One field of an answer made of figures. */
export interface FigureSlot {
  /** Place of the figure in the answer's value: `numerator`, `denominator`, or empty where the figure is the value. */
  readonly name: string;
  readonly stored: Decimal | null;
  /** What stands in the field, where that differs from what is stored. */
  readonly typed: string | null;
}

export type CheckedFigures =
  | { readonly kind: 'fine'; readonly value: AnswerValue | null }
  /** Faults of each slot, in slot order. */
  | { readonly kind: 'faulty'; readonly errors: readonly (readonly AppError[])[] };

/** Reads the fields of one answer together: some faults (numerator above denominator) only show in company. */
export function checkFigures(
  rule: SimpleRule,
  maxPoints: Decimal,
  slots: readonly FigureSlot[],
): CheckedFigures {
  const read = slots.map((slot) =>
    slot.typed === null ? { ok: true as const, value: slot.stored } : readFigure(slot.typed),
  );
  if (read.some((result) => !result.ok)) {
    return { kind: 'faulty', errors: read.map((result) => (result.ok ? [] : result.errors)) };
  }
  const figures = read.map((result) => (result.ok ? result.value : null));
  const checked = normaliseValue(rule, maxPoints, compose(slots, figures), '');
  if (checked.ok) return { kind: 'fine', value: checked.value };
  return {
    kind: 'faulty',
    errors: slots.map((slot) => checked.errors.filter((error) => (error.place ?? '').endsWith(slot.name))),
  };
}

function compose(slots: readonly FigureSlot[], figures: readonly (Decimal | null)[]): unknown {
  if (figures.every((figure) => figure === null)) return null;
  const [only] = slots;
  if (only?.name === '') return figures[0];
  return Object.fromEntries(slots.map((slot, index) => [slot.name, figures[index] ?? null]));
}
