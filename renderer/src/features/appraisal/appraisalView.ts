import { create } from 'zustand';
import type { AppraisingStage, JudgementFilter } from './judgements.ts';

interface AppraisalView {
  readonly stage: AppraisingStage;
  readonly chooseStage: (stage: AppraisingStage) => void;
  readonly filter: JudgementFilter;
  readonly chooseFilter: (filter: JudgementFilter) => void;
  /** Narrow windows hide the list of criteria until it is asked for. */
  readonly isListShown: boolean;
  readonly toggleList: () => void;
  readonly hideList: () => void;
}

/** What the appraisal desk shows; nothing that is saved. */
export const useAppraisalView = create<AppraisalView>((set) => ({
  stage: 'appraised',
  chooseStage: (stage) => set({ stage, filter: 'all' }),
  filter: 'all',
  chooseFilter: (filter) => set({ filter }),
  isListShown: false,
  toggleList: () => set(({ isListShown }) => ({ isListShown: !isListShown })),
  hideList: () => set({ isListShown: false }),
}));
