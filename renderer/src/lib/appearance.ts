import { create } from 'zustand';
import type { Appearance } from '#shared/api/contract.ts';
import { call } from './backend.ts';

export const appearances: readonly Appearance[] = ['light', 'dark', 'contrast'];

interface AppearanceState {
  readonly appearance: Appearance;
  /** Shown at once, kept for the next start. */
  readonly choose: (appearance: Appearance) => void;
}

/** The colours of the screens; the backend keeps the choice, because an address of its own comes with every start. */
export const useAppearance = create<AppearanceState>((set) => ({
  appearance: 'light',
  choose: (appearance) => {
    showAppearance(appearance);
    set({ appearance });
    void call('app.setAppearance', { appearance });
  },
}));

/** Begins with what was chosen at an earlier start. */
export function beginWithAppearance(appearance: Appearance): void {
  showAppearance(appearance);
  useAppearance.setState({ appearance });
}

function showAppearance(appearance: Appearance): void {
  document.documentElement.dataset['appearance'] = appearance;
}
