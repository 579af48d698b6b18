import { create } from 'zustand';
import { saveSheet } from './saveSheet.ts';

interface ExportRequest {
  /** The assessment that shall be written to a file; null while nobody asks for it. */
  readonly assessmentId: string | null;
  readonly ask: (assessmentId: string) => void;
  readonly end: () => void;
}

/** The export dialog, which several screens open. */
export const useExportRequest = create<ExportRequest>((set) => ({
  assessmentId: null,
  // The dialog tells of what is on disk; whether everything could be saved is asked again when the file is written.
  ask: (assessmentId) => void saveSheet(assessmentId).then(() => set({ assessmentId })),
  end: () => set({ assessmentId: null }),
}));
