import type { CallOutput } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { ReviewResult } from '#shared/format/package/newest.ts';
import type { FigureContext } from '../dashboard/keepFigures.ts';
import { readDashboard } from '../dashboard/readDashboard.ts';

type Dashboard = CallOutput<'dashboard.read'>;
type RankedUnit = Dashboard['ranking'][number];
type Stage = ReviewResult['stage'];

/** All of a result but when it was decided. */
export type RankedResult = Omit<ReviewResult, 'decidedAt'>;

/** A unit of which something is here; `result` is null while nothing is judged. */
export interface RankedUnitResult {
  readonly unit: RankedUnit['unit'];
  readonly assessmentId: string;
  readonly result: RankedResult | null;
}

/**
 * The units of a period with their scores and places in the latest stage of each, as the dashboard shows them: figures
 * and ranking are read from it, so that what a commune is told is what everybody sees. Errors: those of `readDashboard`.
 */
export async function rankResults(
  context: FigureContext,
  question: { readonly period: string; readonly setId: string },
): Promise<Result<readonly RankedUnitResult[]>> {
  const appraised = await readDashboard(context, { ...question, basis: 'appraised' });
  if (!appraised.ok) return appraised;
  const final = await readDashboard(context, { ...question, basis: 'final' });
  if (!final.ok) return final;
  const finals = new Map(final.value.ranking.map((unit) => [unit.assessmentId, unit]));
  return succeed(
    appraised.value.ranking.flatMap((unit) => {
      const { assessmentId } = unit;
      if (assessmentId === null) return [];
      const result =
        describeResult('final', finals.get(assessmentId), final.value) ??
        describeResult('appraised', unit, appraised.value);
      return [{ unit: unit.unit, assessmentId, result }];
    }),
  );
}

/** Null where the unit has no figures in the stage. */
function describeResult(
  stage: Stage,
  unit: RankedUnit | undefined,
  { set }: Pick<Dashboard, 'set'>,
): RankedResult | null {
  if (!unit || unit.points === null || unit.max === null) return null;
  const { points, max, percent, bonus, penalty, totalPercent, criteriaMet, criteriaApplicable, place } = unit;
  const thresholds = new Map(set.thresholds.map((threshold) => [threshold.id, threshold]));
  return {
    stage,
    points,
    max,
    percent,
    bonus,
    penalty,
    totalPercent,
    criteriaMet,
    criteriaApplicable,
    verdicts: unit.verdicts.flatMap(({ thresholdId, state }) => {
      const threshold = thresholds.get(thresholdId);
      return threshold
        ? [{ threshold: thresholdId, measure: threshold.measure, at: threshold.at, state }]
        : [];
    }),
    band: set.bands.some(({ id }) => id === unit.bandId) ? unit.bandId : null,
    place:
      place.rank === null
        ? null
        : { rank: place.rank, of: place.of, tied: place.sharedWith, peerGroup: unit.unit.kind },
  };
}
