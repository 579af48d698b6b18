import type { AssessmentHeader } from '../../domain/assessment/header.ts';
import type { Period } from '../../domain/assessment/period.ts';
import type { CriteriaSet } from '../../domain/criteria/criteriaSet.ts';
import type { CalendarDate } from '../../domain/dates/calendarDate.ts';
import type { AssessmentScore } from '../../domain/scoring/scoreAssessment.ts';
import type { PeriodComparison, UnitOfPeriod } from '../../domain/ranking/comparePeriods.ts';
import type { Basis, ScoredUnit } from '../../domain/ranking/scoredUnit.ts';
import type { SetTargets } from '../../domain/ranking/targets.ts';
import type { TrendPoint } from '../../domain/ranking/trend.ts';

/** A unit as a report tells of it. */
export interface PrintedReportUnit extends ScoredUnit {
  readonly score: AssessmentScore | null;
  /** Name of the unit above; empty at the top. */
  readonly parentName: string;
  /** Version of the set that it was scored by; empty while nothing has come. */
  readonly setVersion: string;
  /** The revision that is signed; 0 while no signature is in force. */
  readonly signedRevision: number;
  /** Day of the last edit; empty before the first. */
  readonly savedOn: CalendarDate;
  readonly header: AssessmentHeader;
  /** Its percentages in this period and the earlier ones. */
  readonly trend: readonly TrendPoint[];
}

/** How all units stand against an earlier period. */
export interface ReportedComparison extends PeriodComparison<UnitOfPeriod> {
  readonly earlier: Period;
}

/** Everything that a report of one period is made from. */
export interface ReportedPeriod {
  readonly set: CriteriaSet;
  /** Digest of the set. */
  readonly digest: string;
  readonly period: Period;
  readonly basis: Basis;
  readonly units: readonly PrintedReportUnit[];
  readonly targets: SetTargets | undefined;
  /** Codes of the periods of the trend, oldest first. */
  readonly periods: readonly string[];
  /** Null where no earlier period is compared. */
  readonly comparison: ReportedComparison | null;
}
