import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import { findSet, type Content } from '../../files/content.ts';
import { compareVersions } from '../earlierAssessments.ts';
import { isInScope } from '../unitScope.ts';

/** An assessment that does not enter a report. */
export interface LeftOut {
  readonly unitCode: string;
  readonly unitName: string;
  readonly setVersion: string;
  /** The set is not here as it was; another of the same unit by a newer version is; the unit is not in the scope. */
  readonly reason: 'set-missing' | 'older-version' | 'outside-scope';
}

/** The assessments of a period that count, one for each unit, and those that do not. */
export interface ChosenRecords {
  readonly records: readonly AssessmentRecord[];
  readonly leftOut: readonly LeftOut[];
}

/** Of several assessments of a unit, the one by the newest version of the set counts. */
export function chooseRecords(
  content: Content,
  ofSet: readonly AssessmentRecord[],
  period: string,
  scope: UnitVersion | undefined,
): ChosenRecords {
  const leftOut: LeftOut[] = [];
  const leave = (record: AssessmentRecord, reason: LeftOut['reason']): void => {
    const { unitCode, unitName, setVersion } = record;
    leftOut.push({ unitCode, unitName, setVersion, reason });
  };
  const usable = ofSet.filter((record) => {
    if (record.period !== period) return false;
    const inScope = scope === undefined || isInScope(scope, record);
    if (!inScope) leave(record, 'outside-scope');
    else if (!hasSet(content, record)) leave(record, 'set-missing');
    else return true;
    return false;
  });
  const ofUnit = Map.groupBy(usable, ({ unitCode, unitValidFrom }) => `${unitCode} ${unitValidFrom ?? ''}`);
  const records = [...ofUnit.values()].flatMap((all) => {
    const [newest, ...others] = all.toSorted((a, b) => compareVersions(b.setVersion, a.setVersion));
    for (const record of others) leave(record, 'older-version');
    return newest === undefined ? [] : [newest];
  });
  return { records, leftOut };
}

function hasSet(content: Content, { setId, setVersion, setDigest }: AssessmentRecord): boolean {
  const found = findSet(content, setId, setVersion);
  return found.ok && found.value.digest === setDigest;
}
