import { appError } from '#shared/errors/result.ts';
import { textLimits } from '../domain/assessment/answer.ts';
import { parsePeriod, type Period } from '../domain/assessment/period.ts';
import { findCriterion } from '../domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../domain/criteria/criteriaSet.ts';
import { appliesToUnit } from '../domain/scoring/scoreAssessment.ts';
import { unitInForce, type UnitVersion } from '../domain/units/findUnits.ts';
import type { UnitList } from '../domain/units/unitList.ts';
import { readRequiredText, type FaultList } from './readFields.ts';

/** What a file about an assessment is read against. */
export interface KnownContent {
  readonly sets: readonly { readonly set: CriteriaSet; readonly digest: string }[];
  readonly unitLists: readonly UnitList[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What a file is about, as far as it could be read; what is missing has its fault in the list. */
export interface ReadSubject {
  readonly loaded: KnownContent['sets'][number] | undefined;
  readonly period: Period | undefined;
  readonly unit: UnitVersion | undefined;
  /** By which criteria are checked; null where the unit is unknown or the set is not for it. */
  readonly unitKind: string | null;
}

/**
 * Reads set, unit and period. Faults: `field-missing`, `criteria-set-unknown`, `period-malformed`, `unit-unknown`,
 * `unit-not-in-force`, `criteria-set-not-for-unit`.
 */
export function readSubject(fields: Fields, content: KnownContent, faults: FaultList): ReadSubject {
  const loaded = readSet(fields, content, faults);
  const period = readPeriod(fields, faults);
  const unit = readUnit(fields, period, content.unitLists, faults);
  const unitKind = unit && loaded ? readUnitKind(unit, loaded.set, faults) : null;
  return { loaded, period, unit, unitKind };
}

/**
 * The criterion that a key, code or permanent id, names. Faults: `criterion-unknown`, `criterion-repeated`,
 * `criterion-does-not-apply`.
 */
export function findCriterionByKey(
  { set, unitKind }: { readonly set: CriteriaSet; readonly unitKind: string | null },
  key: string,
  { place, isKnown }: { readonly place: string; readonly isKnown: (id: string) => boolean },
  faults: FaultList,
): Criterion | undefined {
  const criterion = findCriterion(set, key.normalize('NFKC').trim());
  if (!criterion) faults.push(appError('criterion-unknown', { key: key.slice(0, 40) }, place));
  else if (isKnown(criterion.id)) {
    faults.push(appError('criterion-repeated', { code: criterion.code }, place));
  } else if (unitKind !== null && !appliesToUnit(criterion, unitKind)) {
    faults.push(appError('criterion-does-not-apply', { code: criterion.code }, place));
    return undefined;
  }
  return criterion;
}

function readSet(
  fields: Fields,
  content: KnownContent,
  faults: FaultList,
): KnownContent['sets'][number] | undefined {
  const id = readRequiredText(fields, 'criteriaSet', textLimits.short, faults);
  const version = readRequiredText(fields, 'criteriaVersion', textLimits.short, faults);
  if (id === '' || version === '') return undefined;
  const found = content.sets.find(({ set }) => set.id === id && set.version === version);
  if (!found) {
    const place = content.sets.some(({ set }) => set.id === id) ? 'criteriaVersion' : 'criteriaSet';
    faults.push(appError('criteria-set-unknown', { set: `${id}@${version}` }, place));
  }
  return found;
}

function readPeriod(fields: Fields, faults: FaultList): Period | undefined {
  const text = readRequiredText(fields, 'period', textLimits.short, faults);
  if (text === '') return undefined;
  const period = parsePeriod(text);
  if (period.ok) return period.value;
  faults.push(...period.errors.map((error) => ({ ...error, place: 'period' })));
  return undefined;
}

/** Codes are reused, so which unit is meant depends on the last day of the period. */
function readUnit(
  fields: Fields,
  period: Period | undefined,
  lists: readonly UnitList[],
  faults: FaultList,
): UnitVersion | undefined {
  const code = readRequiredText(fields, 'unit', textLimits.short, faults);
  if (code === '') return undefined;
  if (!lists.some((list) => list.units.some((unit) => unit.code === code))) {
    faults.push(appError('unit-unknown', { code: code.slice(0, 40) }, 'unit'));
    return undefined;
  }
  if (!period) return undefined;
  const unit = unitInForce(lists, code, period.lastDay);
  if (!unit) faults.push(appError('unit-not-in-force', { code, day: period.lastDay }, 'unit'));
  return unit;
}

/** The kind of unit by which criteria are checked; null where the set is not for it at all, told once. */
function readUnitKind(unit: UnitVersion, set: CriteriaSet, faults: FaultList): string | null {
  if (set.appliesTo.some((kind) => kind === unit.unit.kind)) return unit.unit.kind;
  faults.push(appError('criteria-set-not-for-unit', { set: set.id, unit: unit.unit.name }, 'unit'));
  return null;
}
