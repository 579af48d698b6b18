import { rankScoredUnits } from '#shared/domain/ranking/rankScoredUnits.ts';
import { bases } from '#shared/domain/ranking/scoredUnit.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { PublishedGroup, Row } from '../../warehouse/rows.ts';
import { comparePeriod, type DashboardContext } from '../dashboard/comparePeriod.ts';
import { unitKeyOf } from './unitKey.ts';

/** The places of all units in all stages, as the dashboard gives them. Errors: those of `comparePeriod`. */
export async function placesOf(
  context: DashboardContext,
  { periodCode, setId }: PublishedGroup,
): Promise<Result<readonly Row[]>> {
  const places: Row[] = [];
  for (const basis of bases) {
    const compared = await comparePeriod(context, { period: periodCode, setId, basis });
    if (!compared.ok) return compared;
    for (const { unit, place } of rankScoredUnits(compared.value.units, basis)) {
      places.push({
        periodCode,
        unitKey: unitKeyOf(unit.code, unit.validFrom),
        setId,
        stage: basis,
        place: place.rank,
        placeOf: place.of,
        sharedWith: place.sharedWith,
        decidedBy: place.decidedBy,
      });
    }
  }
  return succeed(places);
}
