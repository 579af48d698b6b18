import { create } from 'zustand';
import type { CallInput } from '#shared/api/contract.ts';

export type LineageQuestion = CallInput<'lineage.read'>;

interface LineageRequest {
  /** Whose life is shown; null while nobody asks. */
  readonly question: LineageQuestion | null;
  readonly ask: (question: LineageQuestion) => void;
  readonly end: () => void;
}

/** The dialog that tells where a value came from, which several screens open. */
export const useLineageRequest = create<LineageRequest>((set) => ({
  question: null,
  ask: (question) => set({ question }),
  end: () => set({ question: null }),
}));
