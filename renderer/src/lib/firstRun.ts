import { create } from 'zustand';

interface FirstRun {
  /** `over`: filled in or left for later; until the next start nobody is asked again. */
  readonly state: 'ahead' | 'over';
  readonly finish: () => void;
}

/** Whether the first minutes are behind us in this window. What was filled in is in the profile, not here. */
export const useFirstRun = create<FirstRun>((set) => ({
  state: 'ahead',
  finish: () => set({ state: 'over' }),
}));
