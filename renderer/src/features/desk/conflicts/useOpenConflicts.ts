import { useEffect } from 'react';
import { create } from 'zustand';
import { call } from '../../../lib/backend.ts';

type CountsByCriterion = Readonly<Record<string, number>>;

const useConflicts = create<{ readonly byAssessment: Readonly<Record<string, CountsByCriterion>> }>(() => ({
  byAssessment: {},
}));

/** Cells of a criterion in which different values stand side by side, as found when the desk was opened. */
export function useOpenConflicts(assessmentId: string, criterionId: string): number {
  return useConflicts(({ byAssessment }) => byAssessment[assessmentId]?.[criterionId] ?? 0);
}

/** Looks for conflicts once for each opening of the desk; a failure of the look itself is no news to the officer. */
export function useLookForConflicts(assessmentId: string): void {
  useEffect(() => {
    void call('conflicts.list', { assessmentId }).then((listed) => {
      if (!listed.ok) return;
      const counts: Record<string, number> = {};
      for (const { criterionId } of listed.value) counts[criterionId] = (counts[criterionId] ?? 0) + 1;
      useConflicts.setState(({ byAssessment }) => ({
        byAssessment: { ...byAssessment, [assessmentId]: counts },
      }));
    });
  }, [assessmentId]);
}
