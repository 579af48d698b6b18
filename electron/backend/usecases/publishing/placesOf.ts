import { rankComparedUnits } from '#shared/domain/ranking/rankScoredUnits.ts';
import { bases } from '#shared/domain/ranking/scoredUnit.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { PublishedGroup, Row } from '../../warehouse/rows.ts';
import { comparePeriod } from '../dashboard/comparePeriod.ts';
import type { FigureContext } from '../dashboard/keepFigures.ts';
import { unitKeyOf } from './unitKey.ts';

/** The places of all units in all stages, as the dashboard gives them. Errors: those of `comparePeriod`. */
export async function placesOf(
  context: FigureContext,
  { periodCode, setId }: PublishedGroup,
): Promise<Result<readonly Row[]>> {
  const places: Row[] = [];
  for (const basis of bases) {
    const compared = await comparePeriod(context, { period: periodCode, setId, basis });
    if (!compared.ok) return compared;
    for (const { unit, place } of rankComparedUnits(compared.value.units)) {
      places.push({
        unitKey: unitKeyOf(unit.code, unit.validFrom),
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
