import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import type { Basis, ScoredUnit } from '#shared/domain/ranking/scoredUnit.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import { findSet, type Content, type LoadedSet } from '../../files/content.ts';
import type { UseCaseContext } from '../context.ts';
import { parentNameOf } from '../findUnitsForPeriod.ts';
import { chooseRecords, type LeftOut } from '../reporting/chooseRecords.ts';
import { listMissingUnits } from '../reporting/listMissingUnits.ts';
import { findVersion, scoreRecord } from '../reporting/scorePeriod.ts';
import { findOwnScope } from '../unitScope.ts';
import { engineOf, keepFigures } from './keepFigures.ts';
import { openFigureDecoder, type FigureDecoder } from './keptFigures.ts';

export type DashboardContext = Pick<UseCaseContext, 'store' | 'content' | 'appVersion'>;

/** What the dashboard is asked about. */
export interface DashboardQuestion {
  readonly period: string;
  readonly setId: string;
  readonly basis: Basis;
}

/** A unit among those it is compared with; `record` is null while nothing has come from it. */
export interface ComparedPeriodUnit extends ScoredUnit {
  readonly record: AssessmentRecord | null;
  readonly version: UnitVersion | undefined;
  readonly parentName: string;
}

/** All units of the scope in one period, with their figures. */
export interface ComparedPeriod {
  readonly period: Period;
  /** The newest version at hand. */
  readonly loadedSet: LoadedSet;
  readonly scope: UnitVersion | undefined;
  readonly units: readonly ComparedPeriodUnit[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The units below the aggregator's or city's own, or those from which something has come; figures are kept from one
 * time to the next. Errors: `period-malformed`, `criteria-set-unknown`, and those of the storage.
 */
export async function comparePeriod(
  context: DashboardContext,
  { period: code, setId, basis }: DashboardQuestion,
): Promise<Result<ComparedPeriod>> {
  const period = parsePeriod(code);
  if (!period.ok) return period;
  const loadedSet = findSet(context.content, setId);
  if (!loadedSet.ok) return loadedSet;
  const about = { period: period.value, loadedSet: loadedSet.value };
  const first = context.store.read((reader) => succeed(gather(reader, context, about)));
  if (!first.ok) return first;
  const { records, kept } = first.value;
  await keepFigures(
    context,
    records.filter(({ number }) => !kept.has(number)),
  );
  return context.store.read((reader) => {
    const gathered = gather(reader, context, about);
    const decoderOf = openDecoders(context.content, basis);
    const units = gathered.records.map((record) => {
      const figures = gathered.kept.get(record.number);
      const decode = figures && decoderOf(record);
      const scores = decode ? decode(figures) : scoreRecord(reader, context.content, record);
      return toUnit(context.content, record, scores);
    });
    const missing = listMissingUnits(
      context.content,
      { set: loadedSet.value.set, period: period.value },
      gathered.scope,
      gathered.records,
    );
    return succeed({
      ...about,
      scope: gathered.scope,
      units: [
        ...units,
        ...missing.map((unit) => ({ ...unit, record: null, parentName: nameAbove(unit.version) })),
      ],
      leftOut: gathered.leftOut,
    });
  });
}

function gather(
  reader: StoreReader,
  context: DashboardContext,
  { period, loadedSet }: { readonly period: Period; readonly loadedSet: LoadedSet },
) {
  const { content } = context;
  const setId = loadedSet.set.id;
  const scope = findOwnScope(reader, content, period);
  const ofPeriod = reader.listAssessmentsOfPeriod(setId, period.code);
  return {
    scope,
    ...chooseRecords(content, ofPeriod, period.code, scope),
    kept: reader.readFiguresOfPeriod(setId, period.code, engineOf(context)),
  };
}

function toUnit(
  content: Content,
  record: AssessmentRecord,
  { score, appraised, final }: Pick<ScoredUnit, 'score' | 'appraised' | 'final'>,
): ComparedPeriodUnit {
  const { unitCode, unitValidFrom, unitName: name, unitKind: kind, unitParentName: parentName } = record;
  const unit = { code: unitCode, validFrom: unitValidFrom, name, kind };
  return { unit, score, appraised, final, record, version: findVersion(content, unit), parentName };
}

/** One decoder for each version of a set; undefined where the version is not here. */
function openDecoders(
  content: Content,
  basis: Basis,
): (record: AssessmentRecord) => FigureDecoder | undefined {
  const known = new Map<string, FigureDecoder>();
  return ({ setId, setVersion }) => {
    const found = known.get(setVersion);
    if (found) return found;
    const loaded = findSet(content, setId, setVersion);
    if (!loaded.ok) return undefined;
    const decoder = openFigureDecoder(loaded.value.set, basis);
    known.set(setVersion, decoder);
    return decoder;
  };
}

function nameAbove(version: UnitVersion | undefined): string {
  return version ? parentNameOf(version) : '';
}
