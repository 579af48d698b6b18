import { create } from 'zustand';

interface ExportRequest {
  /** The assessment that shall be written to a file; null while nobody asks for it. */
  readonly assessmentId: string | null;
  readonly ask: (assessmentId: string) => void;
  readonly end: () => void;
}

/** The export dialog, which several screens open. */
export const useExportRequest = create<ExportRequest>((set) => ({
  assessmentId: null,
  ask: (assessmentId) => set({ assessmentId }),
  end: () => set({ assessmentId: null }),
}));
