import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { heatGroups, heatRow } from '#shared/domain/ranking/heatTable.ts';
import type { Basis, StandingUnit, UnitFigures } from '#shared/domain/ranking/scoredUnit.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { FigureRecord } from '../../db/figureTable.ts';
import type { StoreReader } from '../../db/store.ts';
import { findSet, type Content, type LoadedSet } from '../../files/content.ts';
import type { LeftOut } from '../reporting/chooseRecords.ts';
import { scoreRecord } from '../reporting/scoreRecord.ts';
import { engineOf, lookWithFigures, type FigureContext } from './keepFigures.ts';
import { readCriteria, type KeptCriteria } from './keptCriteria.ts';
import { stageOfBasis, toFigureRecords, type ComparedGroup } from './keptFigures.ts';
import { openFigureDecoder, type FigureDecoder, type KeptUnit } from './readFigures.ts';
import { gatherUnits, type PeriodUnit, type PeriodUnits, type ScopeOf } from './periodUnits.ts';

/** What the dashboard is asked about. */
export interface DashboardQuestion {
  readonly period: string;
  readonly setId: string;
  readonly basis: Basis;
}

/** A unit among those it is compared with; its figures are those of the basis. */
export interface ComparedPeriodUnit extends PeriodUnit, StandingUnit, UnitFigures {
  /** One for each group of `heatGroups`; none while it has no figures. */
  readonly groups: readonly ComparedGroup[];
  /** The same figures as they are handed on, by basis. */
  readonly texts: KeptUnit['texts'];
}

/** All units of the scope in one period, with their figures. */
export interface ComparedPeriod extends Pick<PeriodUnits, 'scope'> {
  readonly period: Period;
  /** The newest version at hand. */
  readonly loadedSet: LoadedSet;
  readonly units: readonly ComparedPeriodUnit[];
  readonly leftOut: readonly LeftOut[];
}

/** A period together with what is read of it only where it is asked for. */
export interface PeriodLook {
  readonly compared: ComparedPeriod;
  /** The criteria of each assessment that is compared, on the stage of the basis. */
  readonly criteria: () => readonly UnitCriteria[];
}

/** The criteria of one unit, of which something is here. */
export interface UnitCriteria extends KeptCriteria {
  readonly record: AssessmentRecord;
}

/**
 * The units below the aggregator's or city's own (or another scope), or those from which something has come; figures are
 * kept from one time to the next. Errors: `period-malformed`, `criteria-set-unknown`, and those of the storage.
 */
export async function comparePeriod(
  context: FigureContext,
  question: DashboardQuestion,
  scopeOf?: ScopeOf,
): Promise<Result<ComparedPeriod>> {
  return await lookAtPeriod(context, question, ({ compared }) => compared, scopeOf);
}

/** {@link comparePeriod} with what `see` makes of it while it is being read. */
export async function lookAtPeriod<T>(
  context: FigureContext,
  { period: code, setId, basis }: DashboardQuestion,
  see: (look: PeriodLook) => T,
  scopeOf?: ScopeOf,
): Promise<Result<T>> {
  const period = parsePeriod(code);
  if (!period.ok) return period;
  const loadedSet = findSet(context.content, setId);
  if (!loadedSet.ok) return loadedSet;
  const about = { period: period.value, loadedSet: loadedSet.value };
  const [engine, stage] = [engineOf(context), stageOfBasis[basis]];
  return await lookWithFigures(context, (reader) => {
    const gathered = gatherUnits(reader, context.content, about, scopeOf);
    const standings = reader.readStandingsOfPeriod(setId, period.value.code, engine);
    return succeed({
      unkept: gathered.records.filter(({ number }) => !standings.has(number)),
      see: () => {
        const computed = computeUnkept(reader, context.content, gathered.records, standings);
        const criteria = readOnce(() => {
          const kept = reader.readCriteriaOfPeriod(setId, period.value.code, engine, stage);
          const ofStage = (number: number) => computed.get(number)?.find((one) => one.stage === stage);
          return gathered.records.flatMap((record): UnitCriteria | [] => {
            const text = kept.get(record.number) ?? ofStage(record.number)?.criteria;
            const set = setOf(context.content, record);
            return text !== undefined && set ? { record, kept: text, set } : [];
          });
        });
        const describe = openDescription({ ...context, ...about, basis }, criteria);
        const units = gathered.units.map((unit) => {
          const number = unit.record?.number ?? 0;
          return describe(unit, standings.get(number) ?? computed.get(number) ?? []);
        });
        const { scope, leftOut } = gathered;
        return see({ compared: { ...about, scope, units, leftOut }, criteria });
      },
    });
  });
}

/** What could not be kept. */
function computeUnkept(
  reader: StoreReader,
  content: Content,
  records: readonly AssessmentRecord[],
  kept: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, readonly FigureRecord[]> {
  return new Map(
    records
      .filter(({ number }) => !kept.has(number))
      .map((record) => [record.number, toFigureRecords(scoreRecord(reader, content, record))]),
  );
}

function readOnce<T>(read: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: read() }).value;
}

interface Described {
  readonly content: Content;
  readonly loadedSet: LoadedSet;
  readonly basis: Basis;
}

type Describe = (unit: PeriodUnit, kept: Parameters<FigureDecoder>[0]) => ComparedPeriodUnit;

/** Gives each unit its figures; groups are always those of the newest version of the set, as reports have them. */
function openDescription(
  { content, loadedSet, basis }: Described,
  criteria: () => readonly UnitCriteria[],
): Describe {
  const newest = loadedSet.set;
  const decoders = new Map<CriteriaSet, FigureDecoder>();
  const decoderOf = (set: CriteriaSet): FigureDecoder => {
    const decoder = decoders.get(set) ?? openFigureDecoder(set, basis);
    decoders.set(set, decoder);
    return decoder;
  };
  const byNumber = readOnce(() => new Map(criteria().map((one) => [one.record.number, one])));
  const groupsOf = (number: number): readonly ComparedGroup[] => {
    const found = byNumber().get(number);
    if (!found) return [];
    return heatRow(heatGroups(newest), readCriteria(found.kept, found.set, basis)).map(
      ({ percent, weakest }) => ({
        percent: percent?.toFraction() ?? null,
        criterionId: weakest?.id ?? null,
      }),
    );
  };
  return (unit, kept) => {
    const set = (unit.record && setOf(content, unit.record)) ?? newest;
    const { figures, texts, ...standings } = decoderOf(set)(kept);
    const own = (texts[basis]?.groups ?? []).map(([percent, criterionId]) => ({ percent, criterionId }));
    const groups = set === newest || !unit.record ? own : groupsOf(unit.record.number);
    return { ...unit, ...standings, ...figures, groups, texts };
  };
}

function setOf(content: Content, { setId, setVersion }: AssessmentRecord): CriteriaSet | undefined {
  const found = findSet(content, setId, setVersion);
  return found.ok ? found.value.set : undefined;
}
