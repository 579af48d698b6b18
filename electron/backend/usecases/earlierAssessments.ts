import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { findPredecessors } from '#shared/domain/units/findPredecessors.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import type { UnitList } from '#shared/domain/units/unitList.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';

/** Which unit, with which set, before which period. */
export interface EarlierThan {
  readonly unitCode: string;
  /** ISO day; null where it is not known. */
  readonly unitValidFrom: string | null;
  readonly setId: string;
  readonly period: Period;
}

/**
 * The newest assessment of the same unit by any version of the same set whose period ends earlier; undefined
 * where there is none.
 */
export function findPreviousAssessment(
  records: readonly AssessmentRecord[],
  { unitCode, unitValidFrom, setId, period }: EarlierThan,
): AssessmentRecord | undefined {
  const earlier = records.flatMap((record) => {
    const isSame =
      record.unitCode === unitCode && record.unitValidFrom === unitValidFrom && record.setId === setId;
    const itsPeriod = isSame ? parsePeriod(record.period) : undefined;
    if (!itsPeriod?.ok || itsPeriod.value.lastDay >= period.lastDay) return [];
    return [{ record, lastDay: itsPeriod.value.lastDay }];
  });
  return earlier.toSorted((a, b) => compareText(b.lastDay, a.lastDay) || b.record.number - a.record.number)[0]
    ?.record;
}

/** An assessment that a new one can build on; `split` when its figures stand for more than the new unit. */
export interface Origin {
  readonly record: AssessmentRecord;
  readonly part: 'whole' | 'split';
}

/**
 * The newest earlier assessment of the unit, or else those of the units it was formed from, and of theirs. Where
 * one of these has none, the others stand for a part only: their figures must not pass for the whole, so that
 * every one of them counts as `split`.
 */
export function findOrigins(
  unitLists: readonly UnitList[],
  records: readonly AssessmentRecord[],
  unit: UnitVersion,
  before: Pick<EarlierThan, 'setId' | 'period'>,
): readonly Origin[] {
  const collected = collectOrigins(unitLists, records, unit, before);
  return collected.isWhole
    ? collected.origins
    : collected.origins.map(({ record }) => ({ record, part: 'split' }));
}

interface CollectedOrigins {
  readonly origins: readonly Origin[];
  readonly isWhole: boolean;
}

function collectOrigins(
  unitLists: readonly UnitList[],
  records: readonly AssessmentRecord[],
  version: UnitVersion,
  before: Pick<EarlierThan, 'setId' | 'period'>,
): CollectedOrigins {
  const { unit, list } = version;
  const own = findPreviousAssessment(records, {
    ...before,
    unitCode: unit.code,
    unitValidFrom: list.validFrom,
  });
  if (own) return { origins: [{ record: own, part: 'whole' }], isWhole: true };
  const found = findPredecessors(unitLists, version).map(({ predecessor, version: earlier }) => {
    const collected = earlier && collectOrigins(unitLists, records, earlier, before);
    return {
      origins: collected?.origins ?? [],
      isWhole: predecessor.part === 'whole' && collected?.isWhole === true,
    };
  });
  return {
    origins: found.flatMap(({ origins }) => origins),
    isWhole: found.length > 0 && found.every(({ isWhole }) => isWhole),
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
