import type { Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { Content } from '../../files/content.ts';
import { listUnitsToAssess } from '../unitScope.ts';
import type { ReportedUnit } from './reportedUnit.ts';

/** The units of the scope that the set is for and from which nothing has come; none where there is no scope. */
export function listMissingUnits(
  content: Pick<Content, 'unitLists'>,
  { set, period }: { readonly set: CriteriaSet; readonly period: Period },
  scope: UnitVersion | undefined,
  records: readonly AssessmentRecord[],
): readonly ReportedUnit[] {
  if (!scope) return [];
  const present = new Set(records.map(({ unitCode }) => unitCode));
  return listUnitsToAssess(content, set, period, scope)
    .filter(({ unit }) => !present.has(unit.code))
    .map((version) => ({
      unit: {
        code: version.unit.code,
        validFrom: version.list.validFrom,
        name: version.unit.name,
        kind: version.unit.kind,
      },
      score: null,
      appraised: null,
      final: null,
      progress: null,
      assessment: null,
      version,
    }));
}
