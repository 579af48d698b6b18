import { create } from 'zustand';

interface Tour {
  readonly state: 'away' | 'shown';
  readonly start: () => void;
  readonly end: () => void;
}

/** Whether the short tour stands on the screen: after the first run, and whenever the help is asked for it. */
export const useTour = create<Tour>((set) => ({
  state: 'away',
  start: () => set({ state: 'shown' }),
  end: () => set({ state: 'away' }),
}));
