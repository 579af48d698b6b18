import { create } from 'zustand';

interface OutboxRound {
  /** Grows whenever something was put into the outbox. */
  readonly round: number;
  readonly next: () => void;
}

/** Tells the screens behind a dialog that the outbox holds something new. */
export const useOutboxRound = create<OutboxRound>((set) => ({
  round: 0,
  next: () => set(({ round }) => ({ round: round + 1 })),
}));
