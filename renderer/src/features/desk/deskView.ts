import { create } from 'zustand';
import type { CriterionFilter } from './navigation/criterionFilter.ts';

interface DeskView {
  readonly panel: 'result' | 'path' | 'suggestions';
  readonly showPanel: (panel: DeskView['panel']) => void;
  readonly filter: CriterionFilter;
  readonly chooseFilter: (filter: CriterionFilter) => void;
  /** Narrow windows hide the list of criteria until it is asked for. */
  readonly isListShown: boolean;
  readonly toggleList: () => void;
  readonly hideList: () => void;
}

/** What the desk shows beside the criterion; nothing that is saved. */
export const useDeskView = create<DeskView>((set) => ({
  panel: 'result',
  showPanel: (panel) => set({ panel }),
  filter: { kind: 'all' },
  chooseFilter: (filter) => set({ filter }),
  isListShown: false,
  toggleList: () => set(({ isListShown }) => ({ isListShown: !isListShown })),
  hideList: () => set({ isListShown: false }),
}));
