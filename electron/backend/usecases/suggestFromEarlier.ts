import { targetYear, type Period } from '#shared/domain/assessment/period.ts';
import {
  suggestAnswers,
  type EarlierAssessment,
  type Suggestion,
} from '#shared/domain/carryForward/suggestAnswers.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { changesBetween, type MappedVersion, type SetMap } from '#shared/domain/criteria/setMap.ts';
import { appliesToUnit } from '#shared/domain/scoring/scoreAssessment.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { succeed } from '#shared/errors/result.ts';
import type { StoreReader } from '../db/store.ts';
import type { Content } from '../files/content.ts';
import { decideEdits } from './decideEdits.ts';
import { findOrigins, type Origin } from './earlierAssessments.ts';
import { completeAssessment } from './readAssessment.ts';

/** What the new assessment is about. */
export interface SuggestionFrame {
  readonly set: CriteriaSet;
  /** From older versions of the set. */
  readonly maps: readonly SetMap[];
  readonly unit: UnitVersion;
  readonly period: Period;
}

/**
 * What earlier assessments of the unit, or of the units it was formed from, answered to the criteria that apply to
 * it. An earlier assessment whose set is not here or was changed cannot be read and offers nothing.
 */
export function suggestFromEarlier(
  reader: StoreReader,
  content: Content,
  { set, maps, unit, period }: SuggestionFrame,
): readonly Suggestion[] {
  const origins = findOrigins(content.unitLists, reader.listAssessments(), unit, {
    setId: set.id,
    setVersion: set.version,
    period,
  });
  const readable = origins.flatMap((origin) => readOrigin(reader, content, { set, maps }, origin));
  // What cannot be read is missing from every sum.
  const earlier =
    readable.length === origins.length
      ? readable
      : readable.map((one): EarlierAssessment => ({ ...one, part: 'split' }));
  const criteria = listCriteria(set).filter((criterion) => appliesToUnit(criterion, unit.unit.kind));
  return suggestAnswers(set, criteria, earlier).map((suggestion) =>
    withoutRefusedValue(set, unit.unit.kind, suggestion),
  );
}

function readOrigin(
  reader: StoreReader,
  content: Content,
  newer: MappedVersion,
  { record, part }: Origin,
): readonly EarlierAssessment[] {
  const complete = completeAssessment(reader, content, record);
  if (!complete.ok) return [];
  const { unit, period, loadedSet, answers } = complete.value;
  const year = targetYear(period);
  return [
    {
      unitCode: unit.code,
      unitName: unit.name,
      period: period.code,
      year,
      set: loadedSet.set,
      changes: changesBetween(loadedSet.set, newer, content.sets),
      answers,
      part,
    },
  ];
}

/** Sums may leave what the rule allows; an offer that would be refused on acceptance is none. */
function withoutRefusedValue(set: CriteriaSet, unitKind: string, suggestion: Suggestion): Suggestion {
  const { criterionId, value } = suggestion;
  const frame = { set, unitKind, locateFile: () => succeed('') };
  return decideEdits(frame, [{ criterionId, field: 'value', value }]).ok
    ? suggestion
    : { ...suggestion, value: null };
}
