import { create } from 'zustand';

interface TypedText {
  readonly text: string;
  /** It cannot be saved as it stands. */
  readonly isFaulty: boolean;
}

interface TypedTexts {
  readonly byPlace: Readonly<Record<string, TypedText>>;
  readonly keep: (place: string, text: string, isFaulty: boolean) => void;
  readonly forget: (places: readonly string[]) => void;
  /** Everything in and below a place (an assessment, a criterion). */
  readonly forgetBelow: (place: string) => void;
}

/**
 * What stands in fields differently from what is saved: texts being typed and texts that cannot be saved.
 * They outlive their field, so that going to another criterion and back loses nothing.
 */
export const useTypedTexts = create<TypedTexts>((set) => ({
  byPlace: {},
  keep: (place, text, isFaulty) =>
    set(({ byPlace }) => ({ byPlace: { ...byPlace, [place]: { text, isFaulty } } })),
  forget: (places) => set(({ byPlace }) => ({ byPlace: without(byPlace, (key) => places.includes(key)) })),
  forgetBelow: (place) =>
    set(({ byPlace }) => ({ byPlace: without(byPlace, (key) => key.startsWith(`${place}/`)) })),
}));

/** What stands in a field now: what was typed, else what is saved. */
export function textIn({ byPlace }: TypedTexts, place: string, stored: string): string {
  return byPlace[place]?.text ?? stored;
}

function without(
  byPlace: TypedTexts['byPlace'],
  isForgotten: (place: string) => boolean,
): TypedTexts['byPlace'] {
  return Object.fromEntries(Object.entries(byPlace).filter(([place]) => !isForgotten(place)));
}

/** Whether anything below a place (an assessment, a criterion) is faulty. */
export function useHasFaultyText(place: string): boolean {
  return useTypedTexts(({ byPlace }) => hasFaultyText(byPlace, place));
}

export function hasFaultyText(byPlace: TypedTexts['byPlace'], place: string): boolean {
  return Object.entries(byPlace).some(([key, { isFaulty }]) => isFaulty && key.startsWith(`${place}/`));
}
