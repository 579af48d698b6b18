import { create } from 'zustand';

/** A decision that is being written and is not saved yet. */
export interface DecisionDraft {
  readonly decision: 'adjusted' | 'explanation-asked' | 'returned';
  /** As typed. */
  readonly points: string;
  readonly reason: string;
}

interface DecisionDrafts {
  /** By assessment, stage and criterion. */
  readonly byPlace: Readonly<Record<string, DecisionDraft>>;
  readonly keep: (place: string, draft: DecisionDraft) => void;
  readonly forget: (place: string) => void;
}

/** They outlive their form, so that looking at another criterion loses nothing. */
export const useDecisionDrafts = create<DecisionDrafts>((set) => ({
  byPlace: {},
  keep: (place, draft) => set(({ byPlace }) => ({ byPlace: { ...byPlace, [place]: draft } })),
  forget: (place) =>
    set(({ byPlace }) => ({
      byPlace: Object.fromEntries(Object.entries(byPlace).filter(([key]) => key !== place)),
    })),
}));

/** Where the draft about a criterion is kept. */
export function draftPlace(assessmentId: string, stage: string, criterionId: string): string {
  return `${assessmentId}/${stage}/${criterionId}`;
}
