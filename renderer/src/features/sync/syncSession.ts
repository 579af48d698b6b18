import { create } from 'zustand';

interface SyncSession {
  /** The work in the background that is being followed; it goes on while other screens are open. */
  readonly jobId: string | null;
  /** The last that was followed. */
  readonly seenId: string | null;
  readonly follow: (jobId: string) => void;
  readonly end: () => void;
}

export const useSyncSession = create<SyncSession>((set) => ({
  jobId: null,
  seenId: null,
  follow: (jobId) => set({ jobId, seenId: jobId }),
  end: () => set({ jobId: null }),
}));
