import { create } from 'zustand';

interface SyncSession {
  /** The work in the background that was begun here last; it goes on while other screens are open. */
  readonly jobId: string | null;
  readonly follow: (jobId: string) => void;
  readonly end: () => void;
}

export const useSyncSession = create<SyncSession>((set) => ({
  jobId: null,
  follow: (jobId) => set({ jobId }),
  end: () => set({ jobId: null }),
}));
