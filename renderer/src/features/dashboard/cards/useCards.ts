import { create } from 'zustand';
import type { CallInput, CardsProgress } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../../lib/backend.ts';

type CardsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'refused'; readonly errors: readonly AppError[] }
  | { readonly kind: 'known'; readonly progress: CardsProgress };

interface Cards {
  readonly state: CardsState;
  readonly start: (wish: CallInput<'cards.start'>) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

const pause = 400;

/** The batch of scorecards at hand; it goes on while other screens are shown. */
export const useCards = create<Cards>((set, get) => ({
  state: { kind: 'idle' },
  start: async (wish) => {
    const started = await call('cards.start', wish);
    if (!started.ok) return set({ state: { kind: 'refused', errors: started.errors } });
    for (;;) {
      const read = await call('cards.read', { id: started.value.id });
      if (!read.ok) return set({ state: { kind: 'refused', errors: read.errors } });
      set({ state: { kind: 'known', progress: read.value } });
      if (read.value.state !== 'printing') return;
      await new Promise((resolve) => {
        setTimeout(resolve, pause);
      });
    }
  },
  cancel: async () => {
    const { state } = get();
    if (state.kind !== 'known') return;
    const cancelled = await call('cards.cancel', { id: state.progress.id });
    if (!cancelled.ok) set({ state: { kind: 'refused', errors: cancelled.errors } });
  },
}));
