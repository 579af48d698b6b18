import type { Progress } from '#shared/domain/appraisal/appraisalState.ts';
import type { ScoredUnit } from '#shared/domain/ranking/scoredUnit.ts';
import type { AssessmentScore } from '#shared/domain/scoring/scoreAssessment.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import type { ReadAssessment } from '../readAssessment.ts';

/** A unit of the report; `assessment` is null while nothing has come from it. */
export interface ReportedUnit extends ScoredUnit {
  readonly score: AssessmentScore | null;
  /** Null while nothing has come from it, and without its set. */
  readonly progress: Progress | null;
  readonly assessment: ReadAssessment | null;
  /** Undefined where no list at hand knows the unit. */
  readonly version: UnitVersion | undefined;
}
