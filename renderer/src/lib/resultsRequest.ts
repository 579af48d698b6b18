import { create } from 'zustand';

interface AskedResults {
  readonly period: string;
  readonly setId: string;
  /** Null for all units. */
  readonly assessmentId: string | null;
}

interface ResultsRequest {
  /** Whose results somebody asked to give back last; null until then. */
  readonly asked: AskedResults | null;
  /** The screen that gives them back has not turned to their period yet. */
  readonly isNew: boolean;
  readonly ask: (asked: AskedResults) => void;
  readonly take: () => void;
}

/** Giving results back, which other screens ask for. */
export const useResultsRequest = create<ResultsRequest>((set) => ({
  asked: null,
  isNew: false,
  ask: (asked) => set({ asked, isNew: true }),
  take: () => set({ isNew: false }),
}));
