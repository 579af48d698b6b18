import type { Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { unitInForce, type UnitVersion } from '#shared/domain/units/findUnits.ts';
import { isInForce } from '#shared/domain/units/unitList.ts';
import { unitsByCode } from '#shared/domain/units/unitsByCode.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';
import type { SettingReader } from '../db/settingTable.ts';
import type { Content } from '../files/content.ts';
import { findProfile } from './profile.ts';

type UnitContent = Pick<Content, 'unitLists'>;

/**
 * The unit whose communes are meant, as it stood on the last day of the period; undefined for no code. Errors:
 * `unit-unknown`.
 */
export function findScope(
  { unitLists }: UnitContent,
  code: string | undefined,
  period: Period,
): Result<UnitVersion | undefined> {
  if (code === undefined) return succeed(undefined);
  const unit = unitInForce(unitLists, code, period.lastDay);
  return unit ? succeed(unit) : failWith('unit-unknown', { code: code.slice(0, 40) }, 'above');
}

/** The unit of whoever stands above the communes; undefined for a commune, and where the list of the time knows it not. */
export function findOwnScope(
  reader: SettingReader,
  content: UnitContent,
  period: Period,
): UnitVersion | undefined {
  const profile = findProfile(reader);
  if (!profile || profile.role === 'commune') return undefined;
  return unitInForce(content.unitLists, profile.unit.code, period.lastDay);
}

/** Whether an assessment is of the scope itself or of a unit anywhere below it in the same list. */
export function isInScope(
  scope: UnitVersion,
  { unitCode, unitValidFrom }: Pick<AssessmentRecord, 'unitCode' | 'unitValidFrom'>,
): boolean {
  return unitValidFrom === scope.list.validFrom && climbs(scope, unitCode);
}

/**
 * The units that are to be assessed by a set in a period, in the order of their lists: the scope itself and those below
 * it, or all in force where it is undefined.
 */
export function listUnitsToAssess(
  { unitLists }: UnitContent,
  { appliesTo }: Pick<CriteriaSet, 'appliesTo'>,
  period: Period,
  scope: UnitVersion | undefined,
): readonly UnitVersion[] {
  const lists = scope ? [scope.list] : unitLists.filter((list) => isInForce(list, period.lastDay));
  return lists.flatMap((list) =>
    list.units
      .filter(({ code, kind }) => appliesTo.some((one) => one === kind) && (!scope || climbs(scope, code)))
      .map((unit) => ({ unit, list })),
  );
}

function climbs(scope: UnitVersion, code: string): boolean {
  const byCode = unitsByCode(scope.list);
  for (let at = byCode.get(code); at !== undefined; at = byCode.get(at.parent ?? '')) {
    if (at.code === scope.unit.code) return true;
  }
  return false;
}
