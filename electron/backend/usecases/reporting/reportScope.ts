import type { Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { unitInForce, type UnitVersion } from '#shared/domain/units/findUnits.ts';
import type { Unit, UnitList } from '#shared/domain/units/unitList.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { Content } from '../../files/content.ts';
import type { ReportedUnit } from './reportedUnit.ts';

/** The unit whose communes a report is about, as it stood on the last day of the period. Errors: `unit-unknown`. */
export function findScope(
  { unitLists }: Pick<Content, 'unitLists'>,
  code: string | undefined,
  period: Period,
): Result<UnitVersion | undefined> {
  if (code === undefined) return succeed(undefined);
  const unit = unitInForce(unitLists, code, period.lastDay);
  return unit ? succeed(unit) : failWith('unit-unknown', { code: code.slice(0, 40) }, 'above');
}

/** Whether an assessment is of the scope itself or of a unit anywhere below it in the same list. */
export function isBelow(
  scope: UnitVersion,
  { unitCode, unitValidFrom }: Pick<AssessmentRecord, 'unitCode' | 'unitValidFrom'>,
): boolean {
  if (unitValidFrom !== scope.list.validFrom) return false;
  return climbs(scope, unitCode);
}

/** The units of the scope that the set is for and from which nothing has come. */
export function listMissingUnits(
  set: CriteriaSet,
  scope: UnitVersion | undefined,
  records: readonly AssessmentRecord[],
): readonly ReportedUnit[] {
  if (!scope) return [];
  const present = new Set(records.map(({ unitCode }) => unitCode));
  return scope.list.units
    .filter(
      ({ code, kind }) =>
        set.appliesTo.some((applied) => applied === kind) && !present.has(code) && climbs(scope, code),
    )
    .map((unit) => ({
      unit: { code: unit.code, validFrom: scope.list.validFrom, name: unit.name, kind: unit.kind },
      score: null,
      appraised: null,
      final: null,
      assessment: null,
      version: { unit, list: scope.list },
    }));
}

function climbs(scope: UnitVersion, code: string): boolean {
  const byCode = unitsByCode(scope.list);
  for (let at = byCode.get(code); at !== undefined; at = byCode.get(at.parent ?? '')) {
    if (at.code === scope.unit.code) return true;
  }
  return false;
}

// A list never changes, and thousands of units are asked about one after the other.
const known = new WeakMap<UnitList, ReadonlyMap<string, Unit>>();

function unitsByCode(list: UnitList): ReadonlyMap<string, Unit> {
  const found = known.get(list) ?? new Map(list.units.map((unit) => [unit.code, unit]));
  known.set(list, found);
  return found;
}
