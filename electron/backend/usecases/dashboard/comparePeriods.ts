import { parsePeriod, targetYear, type Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { changesBetween } from '#shared/domain/criteria/setMap.ts';
import {
  comparePeriods,
  type PeriodComparison,
  type UnitOfPeriod,
} from '#shared/domain/ranking/comparePeriods.ts';
import { linkVersions, type LinksOf, type VersionLinks } from '#shared/domain/ranking/criterionChanges.ts';
import { chooseEarlierPeriod, listEarlierPeriods } from '#shared/domain/ranking/earlierPeriod.ts';
import { figuresOn, type Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { unitInForce } from '#shared/domain/units/findUnits.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import { findSet, findTargets, type Content, type LoadedSet } from '../../files/content.ts';
import { listMissingUnits } from '../reporting/listMissingUnits.ts';
import { readQuestion, type AskedPeriod, type PeriodQuestion } from '../reporting/scorePeriod.ts';
import { findOwnScope, isInScope } from '../unitScope.ts';
import { lookAtPeriod, type DashboardQuestion, type PeriodLook } from './comparePeriod.ts';
import type { FigureContext } from './keepFigures.ts';
import { openCriteriaReader, type KeptCriteria } from './keptCriteria.ts';
import { readPeriods } from './periodHistory.ts';
import type { ScopeOf } from './periodUnits.ts';

/** Which period with which earlier one; null: the one a year before, else the newest earlier one. */
export interface ComparisonQuestion extends DashboardQuestion {
  readonly earlier: string | null;
}

/** A unit of one of the two periods; `record` is null while nothing has come from it. */
export interface RecordedUnit extends UnitOfPeriod {
  readonly record: AssessmentRecord | null;
}

/** Two periods side by side. */
export interface ComparedPeriods {
  readonly period: Period;
  readonly earlier: Period;
  readonly loadedSet: LoadedSet;
  readonly comparison: PeriodComparison<RecordedUnit>;
}

/** What an earlier period can be, and the comparison with one of them; null where there is none. */
export interface PossibleComparison {
  /** The newest first. */
  readonly choices: readonly Period[];
  readonly compared: ComparedPeriods | null;
}

/**
 * Compares all units of the own scope (or another) in two periods; only figures are kept. Errors:
 * `periods-not-comparable`, and those of `comparePeriod`.
 */
export async function compareWithEarlier(
  context: FigureContext,
  question: ComparisonQuestion,
  scopeOf: ScopeOf = findOwnScope,
): Promise<Result<PossibleComparison>> {
  const { content } = context;
  const period = parsePeriod(question.period);
  if (!period.ok) return period;
  const found = context.store.read((reader) => {
    const choices = listEarlierPeriods(period.value, readPeriods(reader, question.setId));
    const chosen = chooseAmong(choices, period.value, question.earlier);
    return chosen.ok
      ? succeed({
          choices,
          ...chosen.value,
          scope: chosen.value.earlier && scopeOf(reader, content, chosen.value.earlier),
        })
      : chosen;
  });
  if (!found.ok) return found;
  const { choices, earlier, scope } = found.value;
  if (!earlier) return succeed({ choices, compared: null });
  const read = openReaders(question.basis);
  const now = await lookAtPeriod(
    context,
    question,
    (look) => ({ loadedSet: look.compared.loadedSet, units: toUnits(look, read) }),
    scopeOf,
  );
  if (!now.ok) return now;
  // A unit of today may have been formed from units of another province.
  const everywhere = await lookAtPeriod(
    context,
    { ...question, period: earlier.code },
    (look) => toUnits(look, read),
    () => undefined,
  );
  if (!everywhere.ok) return everywhere;
  const { loadedSet, units } = now.value;
  const comparison = comparePeriods({
    set: loadedSet.set,
    basis: question.basis,
    now: { year: targetYear(period.value), units },
    past: {
      period: earlier.code,
      units: scope
        ? unitsBelow(scope, everywhere.value, { content, loadedSet, period: earlier, basis: question.basis })
        : everywhere.value,
      everywhere: everywhere.value,
    },
    unitLists: content.unitLists,
    targets: findTargets(content, question.setId)?.targets ?? [],
    linksOf: openLinks(content, loadedSet),
  });
  return succeed({ choices, compared: { period: period.value, earlier, loadedSet, comparison } });
}

/** The same below the unit that a report is asked about, or for all that is here. Errors: also those of `scorePeriod`. */
export async function compareBelow(
  context: FigureContext,
  question: PeriodQuestion,
  { basis, earlier }: Pick<ComparisonQuestion, 'basis' | 'earlier'>,
): Promise<Result<PossibleComparison & Pick<AskedPeriod, 'loadedSet'>>> {
  const asked = context.store.read((reader) => readQuestion(reader, context, question));
  if (!asked.ok) return asked;
  const { loadedSet, period } = asked.value;
  const scopeOf: ScopeOf = (_reader, { unitLists }, of) =>
    question.above === undefined ? undefined : unitInForce(unitLists, question.above, of.lastDay);
  const possible = await compareWithEarlier(
    context,
    { period: period.code, setId: loadedSet.set.id, basis, earlier },
    scopeOf,
  );
  return possible.ok ? succeed({ ...possible.value, loadedSet }) : possible;
}

function chooseAmong(
  choices: readonly Period[],
  period: Period,
  wanted: string | null,
): Result<{ readonly earlier: Period | null }> {
  if (wanted === null) return succeed({ earlier: chooseEarlierPeriod(period, choices) });
  const parsed = parsePeriod(wanted);
  if (!parsed.ok) return parsed;
  const earlier = choices.find(({ code }) => code === parsed.value.code);
  if (earlier) return succeed({ earlier });
  return failWith('periods-not-comparable', { period: period.code, earlier: parsed.value.code });
}

type ReadCriteria = (kept: KeptCriteria) => RecordedUnit['criteria'];

/** One reader for each version of a set, for both periods: what is alike in them is one value. */
function openReaders(basis: Basis): ReadCriteria {
  const readers = new Map<CriteriaSet, ReturnType<typeof openCriteriaReader>>();
  return ({ kept, set }) => {
    const reader = readers.get(set) ?? openCriteriaReader(set, basis);
    readers.set(set, reader);
    return reader(kept);
  };
}

function toUnits({ compared, criteria }: PeriodLook, read: ReadCriteria): readonly RecordedUnit[] {
  const byNumber = new Map(criteria().map((one) => [one.record.number, one]));
  return compared.units.map((unit): RecordedUnit => {
    const own = unit.record && byNumber.get(unit.record.number);
    return {
      ...unit,
      setVersion: unit.record?.setVersion ?? null,
      criteria: own ? read(own) : [],
    };
  });
}

interface EarlierFrame {
  readonly content: Content;
  readonly loadedSet: LoadedSet;
  readonly period: Period;
  readonly basis: Basis;
}

/** As the units of that time stood below the scope of that time, those that sent nothing included. */
function unitsBelow(
  scope: NonNullable<ReturnType<ScopeOf>>,
  units: readonly RecordedUnit[],
  { content, loadedSet: { set }, period, basis }: EarlierFrame,
): readonly RecordedUnit[] {
  const own = units.filter(({ record }) => record !== null && isInScope(scope, record));
  const records = own.flatMap(({ record }) => record ?? []);
  const missing = listMissingUnits(content, { set, period }, scope, records);
  return [
    ...own,
    ...missing.map((unit): RecordedUnit => {
      return { ...unit, ...figuresOn(unit, basis), record: null, setVersion: null, criteria: [] };
    }),
  ];
}

function openLinks(content: Content, newest: LoadedSet): LinksOf {
  const { set } = newest;
  const known = new Map<string, VersionLinks | undefined>();
  return (version) => {
    if (!known.has(version)) {
      const older = findSet(content, set.id, version);
      known.set(
        version,
        older.ok
          ? linkVersions(older.value.set, set, changesBetween(older.value.set, newest, content.sets))
          : undefined,
      );
    }
    return known.get(version);
  };
}
