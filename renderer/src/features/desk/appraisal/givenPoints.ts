import type { CriterionAppraisals } from '#shared/api/contract.ts';

type Judged = CriterionAppraisals['criteria'][number];

/** What a criterion is worth to the level above. */
interface GivenPoints {
  readonly stage: 'appraised' | 'final';
  /** Null: those that were declared. */
  readonly points: string | null;
}

/** By the latest decision; null where that gives no points, or is about an answer that no longer stands. */
export function givenPointsOf({ appraised, final }: Pick<Judged, 'appraised' | 'final'>): GivenPoints | null {
  const stage = final === null ? 'appraised' : 'final';
  const latest = final ?? appraised;
  if (latest === null || latest.isOutdated) return null;
  if (latest.decision !== 'accepted' && latest.decision !== 'adjusted') return null;
  return { stage, points: latest.decision === 'adjusted' ? latest.points : null };
}
