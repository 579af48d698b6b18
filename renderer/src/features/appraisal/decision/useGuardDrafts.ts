import { useEffect } from 'react';
import { useDecisionDrafts } from './decisionDrafts.ts';

/** Asks before the page goes away while decisions about an assessment are written and not saved. */
export function useGuardDrafts(assessmentId: string): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (hasDrafts(useDecisionDrafts.getState().byPlace, assessmentId)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [assessmentId]);
}

function hasDrafts(byPlace: Readonly<Record<string, unknown>>, assessmentId: string): boolean {
  return Object.keys(byPlace).some((place) => place.startsWith(`${assessmentId}/`));
}
