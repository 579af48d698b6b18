import { useEffect } from 'react';
import { create } from 'zustand';
import { call } from '../../../lib/backend.ts';

const useMissing = create<{ readonly byAssessment: Readonly<Record<string, ReadonlySet<string>>> }>(() => ({
  byAssessment: {},
}));

const none: ReadonlySet<string> = new Set();

/** Digests of the attached files that the store has lost, as found when the desk was opened. */
export function useMissingFiles(assessmentId: string): ReadonlySet<string> {
  return useMissing(({ byAssessment }) => byAssessment[assessmentId] ?? none);
}

/** Looks for lost files once for each opening of the desk; a failure of the look itself is no news to the officer. */
export function useLookForMissingFiles(assessmentId: string): void {
  useEffect(() => {
    void call('evidence.usage', { assessmentId }).then((usage) => {
      if (!usage.ok) return;
      const missing = usage.value.files.filter((file) => file.missing).map(({ sha256 }) => sha256);
      useMissing.setState(({ byAssessment }) => ({
        byAssessment: { ...byAssessment, [assessmentId]: new Set(missing) },
      }));
    });
  }, [assessmentId]);
}
