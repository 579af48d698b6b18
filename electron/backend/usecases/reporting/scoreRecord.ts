import { progressOf } from '#shared/domain/appraisal/appraisalState.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { unitsByCode } from '#shared/domain/units/unitsByCode.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { Content } from '../../files/content.ts';
import { scoreStages } from '../appraisal/readAppraisals.ts';
import { completeAssessment } from '../readAssessment.ts';
import type { ReportedUnit } from './reportedUnit.ts';

/** One assessment scored on every basis; without scores where its set is not here. */
export function scoreRecord(reader: StoreReader, content: Content, record: AssessmentRecord): ReportedUnit {
  const complete = completeAssessment(reader, content, record);
  const unit = {
    code: record.unitCode,
    validFrom: record.unitValidFrom,
    name: record.unitName,
    kind: record.unitKind,
  };
  const version = findVersion(content, unit);
  if (!complete.ok) {
    return { unit, score: null, appraised: null, final: null, progress: null, assessment: null, version };
  }
  const assessment = complete.value;
  const stages = scoreStages(assessment);
  return {
    unit,
    score: stages.declared,
    appraised: stages.isAppraised ? stages.appraised : null,
    final: stages.isFinal ? stages.final : null,
    // Of the latest stage: what the council has decided is decided, whoever was asked about it before.
    progress: progressOf(stages.final),
    assessment,
    version,
  };
}

/** The unit as the list of its time knows it; undefined where no list at hand does. */
export function findVersion(
  { unitLists }: Content,
  { code, validFrom }: { readonly code: string; readonly validFrom: string | null },
): UnitVersion | undefined {
  for (const list of unitLists) {
    const unit = list.validFrom === validFrom ? unitsByCode(list).get(code) : undefined;
    if (unit) return { unit, list };
  }
  return undefined;
}
