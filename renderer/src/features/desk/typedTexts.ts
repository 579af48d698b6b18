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
}

/**
 * What stands in fields differently from what is saved: texts being typed and texts that cannot be saved.
 * They outlive their field, so that going to another criterion and back loses nothing.
 */
export const useTypedTexts = create<TypedTexts>((set) => ({
  byPlace: {},
  keep: (place, text, isFaulty) =>
    set(({ byPlace }) => ({ byPlace: { ...byPlace, [place]: { text, isFaulty } } })),
  forget: (places) =>
    set(({ byPlace }) => ({
      byPlace: Object.fromEntries(Object.entries(byPlace).filter(([place]) => !places.includes(place))),
    })),
}));

/** Whether anything below a place (an assessment, a criterion) is faulty. */
export function useHasFaultyText(place: string): boolean {
  return useTypedTexts(({ byPlace }) =>
    Object.entries(byPlace).some(([key, { isFaulty }]) => isFaulty && key.startsWith(`${place}/`)),
  );
}
