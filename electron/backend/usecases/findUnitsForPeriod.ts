import type { UnitSummary } from '#shared/api/contract.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { findUnits, type UnitVersion } from '#shared/domain/units/findUnits.ts';
import { unitsByCode } from '#shared/domain/units/unitsByCode.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { UseCaseContext } from './context.ts';

/**
 * Units that answer to a code or name and are in force on the last day of the period; closest first, at most
 * `limit`. Errors: `period-malformed`.
 */
export function findUnitsForPeriod(
  context: Pick<UseCaseContext, 'content'>,
  query: { readonly text: string; readonly period: string; readonly limit: number },
): Result<UnitSummary[]> {
  const period = parsePeriod(query.period);
  if (!period.ok) return period;
  const found = findUnits(context.content.unitLists, query.text, { onDate: period.value.lastDay });
  return succeed(found.slice(0, Math.max(0, query.limit)).map(toUnitSummary));
}

/** Name of the unit above in the same list; empty at the top. */
export function parentNameOf({ unit, list }: UnitVersion): string {
  return (unit.parent === undefined ? undefined : unitsByCode(list).get(unit.parent)?.name) ?? '';
}

/** A unit as lists and screens name it. */
export function toUnitSummary(version: UnitVersion): UnitSummary {
  return {
    code: version.unit.code,
    validFrom: version.list.validFrom,
    name: version.unit.name,
    kind: version.unit.kind,
    parentName: parentNameOf(version),
  };
}
