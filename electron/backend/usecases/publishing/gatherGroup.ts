import { createHash } from 'node:crypto';
import { parsePeriod, type Period } from '#shared/domain/assessment/period.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import { findSet, type LoadedSet } from '../../files/content.ts';
import type { PublishedGroup } from '../../warehouse/rows.ts';
import { engineOf, type FigureContext } from '../dashboard/keepFigures.ts';
import { chooseRecords } from '../reporting/chooseRecords.ts';
import type { ReportedUnit } from '../reporting/reportedUnit.ts';
import { listMissingUnits } from '../reporting/listMissingUnits.ts';
import { findVersion } from '../reporting/scoreRecord.ts';
import { findOwnScope } from '../unitScope.ts';
import { factShape, factsOfUnit } from './factsOfAssessment.ts';
import { unitKeyOf } from './unitKey.ts';

/** A unit that the dashboard compares in a period, with the digest of its facts where that is known. */
export type GatheredUnit = {
  readonly unitKey: string;
  readonly digest: string | null;
} & (
  | { readonly kind: 'arrived'; readonly record: AssessmentRecord }
  | { readonly kind: 'missing'; readonly reported: ReportedUnit }
);

/** What the dashboard compares in one period by one set. */
export interface GatheredGroup {
  readonly group: PublishedGroup;
  readonly period: Period;
  /** The newest version at hand. */
  readonly loadedSet: LoadedSet;
  /** Names the version of everything that facts follow from besides the log. */
  readonly engine: string;
  readonly units: readonly GatheredUnit[];
}

/** The units of a group as the dashboard chooses them. Errors: `period-malformed`, `criteria-set-unknown`, those of the storage. */
export function gatherGroup(context: FigureContext, group: PublishedGroup): Result<GatheredGroup> {
  const period = parsePeriod(group.periodCode);
  if (!period.ok) return period;
  const loadedSet = findSet(context.content, group.setId);
  if (!loadedSet.ok) return loadedSet;
  const { set } = loadedSet.value;
  // A newer version of the set brings other bands.
  const engine = `${engineOf(context)} ${String(factShape)} ${set.version} ${loadedSet.value.digest} ${group.publisher}`;
  return context.store.read((reader) => {
    const scope = findOwnScope(reader, context.content, period.value);
    const ofPeriod = reader.listAssessmentsOfPeriod(group.setId, period.value.code);
    const { records } = chooseRecords(context.content, ofPeriod, period.value.code, scope);
    const digests = reader.readFactDigestsOfPeriod(group.setId, period.value.code, engine);
    const arrived = records.map((record): GatheredUnit => ({
      kind: 'arrived',
      unitKey: unitKeyOf(record.unitCode, record.unitValidFrom),
      digest: digests.get(record.number) ?? null,
      record,
    }));
    const missing = listMissingUnits(context.content, { set, period: period.value }, scope, records).map(
      (reported): GatheredUnit => {
        const { unitKey, digest } = factsOfUnit(reader, group, set, reported);
        return { kind: 'missing', unitKey, digest, reported };
      },
    );
    const units = [...arrived, ...missing];
    return succeed({ group, period: period.value, loadedSet: loadedSet.value, engine, units });
  });
}

/** The unit with the list that it stands in, for the dimension of units. */
export function describeUnit(
  context: FigureContext,
  gathered: GatheredUnit,
): Pick<ReportedUnit, 'unit' | 'version'> {
  if (gathered.kind === 'missing') return gathered.reported;
  const { unitCode: code, unitValidFrom: validFrom, unitName: name, unitKind: kind } = gathered.record;
  const unit = { code, validFrom, name, kind };
  return { unit, version: findVersion(context.content, unit) };
}

/** The periods and sets of which something is here and whose set is known, the newest first. */
export function listGroups(
  reader: StoreReader,
  { content }: Pick<FigureContext, 'content'>,
  publisher: string,
): readonly PublishedGroup[] {
  return reader
    .countAssessmentsByPeriod()
    .filter(({ period, setId }) => parsePeriod(period).ok && findSet(content, setId).ok)
    .map(({ period, setId }) => ({ publisher, periodCode: period, setId }))
    .toSorted((a, b) => (orderOf(a) > orderOf(b) ? -1 : 1));
}

function orderOf({ periodCode, setId }: PublishedGroup): string {
  return `${periodCode} ${setId}`;
}

/** What the places of a group follow from, as one digest. */
export function digestOfComparison(engine: string, digests: ReadonlyMap<string, string>): string {
  const lines = [...digests].map(([unitKey, digest]) => `${unitKey} ${digest}`).toSorted();
  return createHash('sha256')
    .update([engine, ...lines].join('\n'))
    .digest('hex');
}
