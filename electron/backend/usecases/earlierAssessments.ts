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

/** What a new assessment is measured by and covers. */
export interface NewSubject extends Pick<EarlierThan, 'setId' | 'period'> {
  readonly setVersion: string;
}

/** The unit's assessment of the same period by an older version of the set, the newest of these. */
export function findOlderVersion(
  records: readonly AssessmentRecord[],
  unit: Pick<EarlierThan, 'unitCode' | 'unitValidFrom'>,
  { setId, setVersion, period }: NewSubject,
): AssessmentRecord | undefined {
  return records
    .filter(
      (record) =>
        record.unitCode === unit.unitCode &&
        record.unitValidFrom === unit.unitValidFrom &&
        record.setId === setId &&
        record.period === period.code &&
        compareVersions(record.setVersion, setVersion) < 0,
    )
    .toSorted((a, b) => compareVersions(b.setVersion, a.setVersion))[0];
}

/** An assessment that a new one can build on; `split` when its figures stand for more than the new unit. */
export interface Origin {
  readonly record: AssessmentRecord;
  readonly part: 'whole' | 'split';
}

/**
 * The unit's assessment of the same period by an older version of the set, else its newest earlier one, or else those of the units it was formed from, and of theirs. Where
 * one of these has none, the others stand for a part only: their figures must not pass for the whole, so that
 * every one of them counts as `split`.
 */
export function findOrigins(
  unitLists: readonly UnitList[],
  records: readonly AssessmentRecord[],
  unit: UnitVersion,
  before: NewSubject,
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
  before: NewSubject,
): CollectedOrigins {
  const { unit, list } = version;
  const identity = { unitCode: unit.code, unitValidFrom: list.validFrom };
  const own =
    findOlderVersion(records, identity, before) ??
    findPreviousAssessment(records, { ...before, ...identity });
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

// Making one costs more than a thousand comparisons.
const versionOrder = new Intl.Collator('en', { numeric: true });

export function compareVersions(a: string, b: string): number {
  return versionOrder.compare(a, b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
