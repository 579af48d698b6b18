import type Fraction from 'fraction.js';
import type { ThresholdTotals, UnitOfPeriod, UnitOverTime } from '../../domain/ranking/comparePeriods.ts';
import type { CriterionOverTime } from '../../domain/ranking/criterionChanges.ts';
import { standIns } from '../../domain/ranking/trend.ts';
import { roundDifference } from '../../domain/scoring/displayFigure.ts';
import { boundsOfSet } from '../boundsOfSet.ts';
import { formatDifference } from '../formatFigure.ts';
import { formatPeriod } from '../formatPeriod.ts';
import type { Words } from '../words.ts';
import type { ReportedComparison, ReportedPeriod } from './reportedPeriod.ts';
import { asHead, column, countCell, figureCell, type ReportCell, type ReportTable } from './reportTable.ts';
import { indicesOf } from './silentUnits.ts';
import { unitCells, unitColumns } from './unitColumns.ts';

/** A report that has an earlier period to compare with. */
export type ComparedReport = Pick<ReportedPeriod, 'set' | 'period'> & {
  readonly comparison: ReportedComparison;
};

/** The tables of a comparison with an earlier period: thresholds, units, criteria. */
export function comparisonTables(compared: ComparedReport, words: Words): readonly ReportTable[] {
  return [
    thresholdChangeTable(compared, words),
    unitChangeTable(compared, words),
    criterionChangeTable(compared, words),
  ];
}

/** How many units had and have reached each threshold, and how far the next target is. */
function thresholdChangeTable(compared: ComparedReport, words: Words): ReportTable {
  const { language, translate } = words;
  const { past, now } = heads(compared, words);
  const row = ({
    threshold,
    past: before,
    now: after,
    gained,
    lost,
    next,
  }: ThresholdTotals): ReportCell[] => [
    threshold.id,
    threshold.title[language],
    countCell(before.units),
    countCell(before.reached),
    figureCell(before.share),
    countCell(after.units),
    countCell(after.reached),
    figureCell(after.share),
    countCell(gained),
    countCell(lost),
    next && String(next.target.year),
    next && countCell(next.missing),
  ];
  const of = (name: 'units' | 'reached' | 'share', period: string) =>
    `${asHead(period)}: ${translate(`summary:column-${name}`)}`;
  return {
    id: 'threshold-changes',
    title: translate('summary:table-thresholdChanges', { past, now }),
    sheetName: translate('summary:sheet-thresholdChanges'),
    note: translate('summary:note-thresholdChanges'),
    columns: [
      column('thresholdId', words, { type: 'text', source: 'set' }),
      column('threshold', words, { type: 'text', source: 'set', weight: 4 }),
      column('units', words, { id: 'unitsThen', title: of('units', past), unit: 'units', weight: 1.3 }),
      column('reached', words, { id: 'reachedThen', title: of('reached', past), unit: 'units', weight: 1.3 }),
      column('share', words, { id: 'shareThen', title: of('share', past), unit: 'percent', weight: 1.3 }),
      column('units', words, { title: of('units', now), unit: 'units', weight: 1.3 }),
      column('reached', words, { title: of('reached', now), unit: 'units', weight: 1.3 }),
      column('share', words, { title: of('share', now), unit: 'percent', weight: 1.3 }),
      column('gained', words, { unit: 'units', weight: 1.2 }),
      column('lost', words, { unit: 'units', weight: 1.2 }),
      column('nextTargetYear', words, { source: 'targets', weight: 1.2 }),
      column('nextTargetMissing', words, { unit: 'units', weight: 1.2 }),
    ],
    rows: compared.comparison.thresholds.map(row),
  };
}

/** Every unit, those that rose most first, those without a difference last. */
function unitChangeTable(compared: ComparedReport, words: Words): ReportTable {
  const { set, comparison } = compared;
  const units = comparison.units.toSorted(mostRisenFirst);
  const { language, translate } = words;
  const { past, now } = heads(compared, words);
  const bounds = boundsOfSet(set, 'points');
  const row = (unit: UnitRow): ReportCell[] => [
    ...unitCells(unit.now, words),
    figureCell(unit.earlier.percent, bounds),
    figureCell(unit.now.percent, bounds),
    differenceCell(unit.difference),
    rankCell(unit.past?.place.rank),
    rankCell(unit.now.place.rank),
    unit.moved === null ? null : String(unit.moved),
    ...unit.thresholds.map(({ step }) => step && translate(`summary:step-${step}`)),
    unit.cause &&
      translate('summary:cause', {
        code: unit.cause.criterion.code,
        name: unit.cause.criterion.name[language],
        difference: formatDifference(unit.cause.difference, language),
      }),
    formedFrom(unit, words),
  ];
  return {
    id: 'unit-changes',
    title: translate('summary:table-unitChanges', { past, now }),
    sheetName: translate('summary:sheet-unitChanges'),
    note: translate('summary:note-unitChanges'),
    columns: [
      ...unitColumns(words),
      column('percentThen', words, { title: asHead(past), unit: 'percent', weight: 1.1 }),
      column('percentNow', words, { title: asHead(now), unit: 'percent', weight: 1.1 }),
      column('difference', words, { isChange: true, weight: 1.1 }),
      column('placeThen', words, { weight: 0.9 }),
      column('place', words, { weight: 0.9 }),
      column('moved', words, { isChange: true, weight: 0.9 }),
      ...set.thresholds.map((threshold) =>
        column('step', words, {
          id: `step-${threshold.id}`,
          title: threshold.title[language],
          type: 'text',
          weight: 1.4,
        }),
      ),
      column('cause', words, { type: 'text', weight: 4 }),
      column('formedFrom', words, { type: 'text', source: 'unitList', weight: 3 }),
    ],
    silentRows: indicesOf(units, ({ now: { percent } }) => percent === null),
    rows: units.map(row),
  };
}

/** Every criterion: first what rose most, last what fell most, then those without a difference. */
function criterionChangeTable(compared: ComparedReport, words: Words): ReportTable {
  const { language, translate } = words;
  const { past, now } = heads(compared, words);
  const row = ({ criterion, kind, ...one }: CriterionOverTime): ReportCell[] => [
    criterion.code,
    criterion.id,
    criterion.name[language],
    kind === 'kept' ? null : translate(`summary:criterion-${kind}`),
    countCell(one.past.units),
    figureCell(one.past.percent),
    countCell(one.now.units),
    figureCell(one.now.percent),
    differenceCell(one.difference),
  ];
  return {
    id: 'criterion-changes',
    title: translate('summary:table-criterionChanges', { past, now }),
    sheetName: translate('summary:sheet-criterionChanges'),
    note: translate('summary:note-criterionChanges'),
    columns: [
      column('criterionCode', words, { type: 'text', source: 'set', weight: 0.8 }),
      column('criterionId', words, { type: 'text', source: 'set' }),
      column('criterionName', words, { type: 'text', source: 'set', weight: 6 }),
      column('criterionKind', words, { type: 'text', source: 'set', weight: 1.4 }),
      column('countedUnits', words, { id: 'countedUnitsThen', unit: 'units' }),
      column('sharePercent', words, {
        id: 'sharePercentThen',
        title: asHead(past),
        unit: 'percent',
        weight: 1.2,
      }),
      column('countedUnits', words, { unit: 'units' }),
      column('sharePercent', words, { title: asHead(now), unit: 'percent', weight: 1.2 }),
      column('difference', words, { isChange: true, weight: 1.2 }),
    ],
    rows: compared.comparison.criteria.map(row),
  };
}

/** The two periods as heads of columns. */
function heads(
  { period, comparison }: ComparedReport,
  { translate }: Words,
): { readonly past: string; readonly now: string } {
  return { past: formatPeriod(comparison.earlier, translate), now: formatPeriod(period, translate) };
}

type UnitRow = UnitOverTime<UnitOfPeriod>;

function mostRisenFirst({ difference: a }: UnitRow, { difference: b }: UnitRow): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.compare(a);
}

function differenceCell(difference: Fraction | null): ReportCell {
  return difference === null ? null : roundDifference(difference);
}

function rankCell(rank: number | null | undefined): ReportCell {
  return rank === null || rank === undefined ? null : countCell(rank);
}

/** Whose mean stands in for the unit's own figure of then; null where it has one of its own, or none at all. */
function formedFrom({ now: { unit }, earlier }: UnitRow, { translate }: Words): ReportCell {
  const { period, isPartial } = earlier;
  const parts = standIns(unit, earlier);
  if (parts.length === 0) return null;
  const names = parts.map(({ name }) => name).join(', ');
  return translate(isPartial ? 'summary:trendPartial' : 'summary:trendMean', { period, names });
}
