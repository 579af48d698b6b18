import type { Period } from '#shared/domain/assessment/period.ts';
import type { ComparedUnit } from '#shared/domain/ranking/scoredUnit.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { Content, LoadedSet } from '../../files/content.ts';
import { parentNameOf } from '../findUnitsForPeriod.ts';
import { chooseRecords, type ChosenRecords } from '../reporting/chooseRecords.ts';
import { listMissingUnits } from '../reporting/listMissingUnits.ts';
import { findVersion } from '../reporting/scoreRecord.ts';
import { findOwnScope } from '../unitScope.ts';

/** A unit that is compared in a period; `record` is null while nothing has come from it. */
export interface PeriodUnit {
  readonly unit: ComparedUnit;
  readonly record: AssessmentRecord | null;
  /** Undefined where no list at hand knows the unit. */
  readonly version: UnitVersion | undefined;
  readonly parentName: string;
}

/** The units that are compared in a period, without their figures. */
export interface PeriodUnits extends ChosenRecords {
  readonly scope: UnitVersion | undefined;
  /** Those of `records`, and those from which nothing has come. */
  readonly units: readonly PeriodUnit[];
}

/** The unit whose units are compared in a period; undefined where all that is here is. */
export type ScopeOf = (reader: StoreReader, content: Content, period: Period) => UnitVersion | undefined;

/** The units of the scope, or those from which something has come. */
export function gatherUnits(
  reader: StoreReader,
  content: Content,
  { period, loadedSet: { set } }: { readonly period: Period; readonly loadedSet: LoadedSet },
  scopeOf: ScopeOf = findOwnScope,
): PeriodUnits {
  const scope = scopeOf(reader, content, period);
  const ofPeriod = reader.listAssessmentsOfPeriod(set.id, period.code);
  const chosen = chooseRecords(content, ofPeriod, period.code, scope);
  const missing = listMissingUnits(content, { set, period }, scope, chosen.records);
  return {
    scope,
    ...chosen,
    units: [
      ...chosen.records.map((record) => toUnit(content, record)),
      ...missing.map(({ unit, version }) => {
        return { unit, record: null, version, parentName: version ? parentNameOf(version) : '' };
      }),
    ],
  };
}

function toUnit(content: Content, record: AssessmentRecord): PeriodUnit {
  const { unitCode, unitValidFrom, unitName: name, unitKind: kind, unitParentName: parentName } = record;
  const unit = { code: unitCode, validFrom: unitValidFrom, name, kind };
  return { unit, record, version: findVersion(content, unit), parentName };
}
