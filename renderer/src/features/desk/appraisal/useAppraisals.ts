import { useEffect } from 'react';
import { create } from 'zustand';
import type { CriterionAppraisals } from '#shared/api/contract.ts';
import { call } from '../../../lib/backend.ts';

type Judged = CriterionAppraisals['criteria'][number];

interface FoundAppraisals {
  readonly byCriterion: ReadonlyMap<string, Judged>;
  readonly owed: ReadonlySet<string>;
}

const nothing: FoundAppraisals = { byCriterion: new Map(), owed: new Set() };

const useFound = create<{ readonly byAssessment: Readonly<Record<string, FoundAppraisals>> }>(() => ({
  byAssessment: {},
}));

/** What the level above has decided about a criterion; null where it has not. */
export function useAppraisalOf(assessmentId: string, criterionId: string): Judged | null {
  return useFound(({ byAssessment }) => byAssessment[assessmentId]?.byCriterion.get(criterionId) ?? null);
}

/** Criteria that were sent back or need an explanation, and were not answered anew since. */
export function useOwedCriteria(assessmentId: string): ReadonlySet<string> {
  return useFound(({ byAssessment }) => (byAssessment[assessmentId] ?? nothing).owed);
}

/** Looks at each opening of the desk and at each criterion, for an answer takes a decision out of date. */
export function useLookForAppraisals(assessmentId: string, criterionId: string | undefined): void {
  useEffect(() => {
    void call('appraisals.read', { assessmentId }).then((read) => {
      if (!read.ok) return;
      useFound.setState(({ byAssessment }) => ({
        byAssessment: { ...byAssessment, [assessmentId]: foundIn(read.value) },
      }));
    });
  }, [assessmentId, criterionId]);
}

function foundIn({ criteria }: CriterionAppraisals): FoundAppraisals {
  return {
    byCriterion: new Map(criteria.map((one) => [one.criterionId, one])),
    owed: new Set(criteria.filter(isOwed).map(({ criterionId }) => criterionId)),
  };
}

/** Whether the unit has to answer. */
export function isOwed({ appraised }: Pick<Judged, 'appraised'>): boolean {
  return (
    appraised !== null &&
    !appraised.isOutdated &&
    (appraised.decision === 'returned' || appraised.decision === 'explanation-asked')
  );
}
