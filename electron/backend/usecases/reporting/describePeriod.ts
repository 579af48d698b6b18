import type { Language } from '#shared/api/contract.ts';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { followUnit } from '#shared/domain/ranking/trend.ts';
import { buildPeriodReport, type PeriodReport } from '#shared/report/summary/periodReport.ts';
import type { ReportOrigin } from '#shared/report/summary/reportMetadata.ts';
import type { PrintedReportUnit, ReportedPeriod } from '#shared/report/summary/reportedPeriod.ts';
import type { Words } from '#shared/report/words.ts';
import { findTargets, type Content } from '../../files/content.ts';
import { createReportTranslate } from '../../reports/reportWords.ts';
import type { UseCaseContext } from '../context.ts';
import { dayInVietnam } from '../dayInVietnam.ts';
import { parentNameOf } from '../findUnitsForPeriod.ts';
import type { LeftOut } from './chooseRecords.ts';
import type { ReportedUnit } from './reportedUnit.ts';
import type { ScoredPeriod } from './scorePeriod.ts';

/** How a report is to be made. */
export interface ReportWish {
  readonly language: Language;
  readonly basis: Basis;
  /** Leave out everything that may name a person. */
  readonly isMasked: boolean;
}

/** What the report of a scored period says, in one language; with a comparison where there is an earlier period. */
export function describePeriod(
  context: Pick<UseCaseContext, 'content' | 'now' | 'appVersion'>,
  scored: ScoredPeriod,
  { language, basis, isMasked }: ReportWish,
  comparison: ReportedPeriod['comparison'] = null,
): PeriodReport {
  const words: Words = { language, translate: createReportTranslate(language) };
  return buildPeriodReport(
    { ...toReportedPeriod(context.content, scored, basis), comparison },
    describeOrigin(context, scored, isMasked, words),
    words,
  );
}

/** Who reports, when and about whom. */
export function describeOrigin(
  context: Pick<UseCaseContext, 'now' | 'appVersion'>,
  scored: ScoredPeriod,
  isMasked: boolean,
  words: Words,
): ReportOrigin {
  const now = context.now();
  return {
    createdAt: now.toISOString(),
    createdOn: dayInVietnam(now),
    appVersion: context.appVersion,
    ...scopeOf(scored, words),
    unitLists: listUnitLists(scored, words.language),
    isMasked,
    leftOut: scored.leftOut.map((left) => describeLeftOut(left, words)),
  };
}

/** A scored period with everything that its tables need, compared with no other. */
export function toReportedPeriod(content: Content, scored: ScoredPeriod, basis: Basis): ReportedPeriod {
  const { loadedSet, period, units, history } = scored;
  return {
    set: loadedSet.set,
    digest: loadedSet.digest,
    period,
    basis,
    units: units.toSorted(compareCodes).map((unit) => toPrintedUnit(content, unit, scored)),
    targets: findTargets(content, loadedSet.set.id),
    periods: history.map((figures) => figures.period),
    comparison: null,
  };
}

function compareCodes({ unit: a }: ReportedUnit, { unit: b }: ReportedUnit): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function toPrintedUnit(
  { unitLists }: Content,
  { unit, score, appraised, final, assessment, version }: ReportedUnit,
  { history }: ScoredPeriod,
): PrintedReportUnit {
  return {
    unit,
    score,
    appraised,
    final,
    parentName: assessment?.unit.parentName ?? (version ? parentNameOf(version) : ''),
    setVersion: assessment?.record.setVersion ?? '',
    signedRevision: assessment?.signing.signature ? assessment.signing.revision : 0,
    savedOn: assessment?.savedAt ? dayInVietnam(new Date(assessment.savedAt)) : '',
    header: assessment?.header ?? {},
    trend: version
      ? followUnit(unitLists, version, history)
      : history.map(({ period }) => ({ period, percent: null, parts: [], isPartial: false })),
  };
}

/** The unit that was asked for, or the one that all units stand below; else only that there are several. */
function scopeOf(
  { scope, units }: ScoredPeriod,
  { translate }: Words,
): { readonly scopeName: string; readonly isOneUnit: boolean } {
  if (scope) return { scopeName: scope.unit.name, isOneUnit: true };
  const parents = new Set(
    units.map(
      ({ assessment, version }) => assessment?.unit.parentName ?? (version ? parentNameOf(version) : ''),
    ),
  );
  const [only = ''] = parents;
  const isOneUnit = parents.size === 1 && only !== '';
  return { scopeName: isOneUnit ? only : translate('summary:manyUnits'), isOneUnit };
}

function listUnitLists({ units }: ScoredPeriod, language: Language): readonly string[] {
  return [
    ...new Set(
      units.flatMap(({ version }) =>
        version ? [`${version.list.id} – ${version.list.title[language]}`] : [],
      ),
    ),
  ];
}

function describeLeftOut({ unitName, unitCode, setVersion, reason }: LeftOut, { translate }: Words): string {
  return translate(`summary:leftOut-${reason}`, { unit: unitName, code: unitCode, version: setVersion });
}
