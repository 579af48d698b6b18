import type Fraction from 'fraction.js';
import { compareClaims } from '../../domain/ranking/claimGaps.ts';
import { heatGroups, heatRow } from '../../domain/ranking/heatTable.ts';
import { rankScoredUnits } from '../../domain/ranking/rankScoredUnits.ts';
import { criteriaOn } from '../../domain/ranking/scoredUnit.ts';
import { standIns } from '../../domain/ranking/trend.ts';
import type { Words } from '../words.ts';
import { boundsOfSet } from '../boundsOfSet.ts';
import type { PrintedReportUnit, ReportedPeriod } from './reportedPeriod.ts';
import { column, figureCell, type ReportCell, type ReportTable } from './reportTable.ts';
import { indicesOf } from './silentUnits.ts';
import { unitCells, unitColumns } from './unitColumns.ts';

/** Unit by group of criteria, in percent of the group's points. */
export function heatTable({ set, units, basis }: ReportedPeriod, words: Words): ReportTable {
  const ranked = rankScoredUnits(units, basis);
  const groups = heatGroups(set);
  const bounds = boundsOfSet(set, 'points');
  return {
    id: 'groups',
    title: words.translate('summary:table-groups'),
    sheetName: words.translate('summary:sheet-groups'),
    note: words.translate('summary:note-groups', {
      groups: groups.map(({ code, name }) => `${code}. ${name[words.language]}`).join('; '),
    }),
    columns: [
      ...unitColumns(words),
      column('percent', words, { unit: 'percent', weight: 1.2 }),
      ...groups.map(({ id, code, name }) =>
        column('groupPercent', words, {
          id,
          title: words.translate('summary:groupHead', { code, name: name[words.language] }),
          unit: 'percent',
          weight: 1,
          isHeat: true,
        }),
      ),
    ],
    dividedBy: 'peers',
    silentRows: indicesOf(ranked, ({ standing }) => standing === null),
    rows: ranked.map((unit): ReportCell[] => [
      ...unitCells(unit, words),
      figureCell(unit.percent, bounds),
      ...heatRow(groups, criteriaOn(unit, basis)).map(({ percent }) => figureCell(percent, bounds)),
    ]),
  };
}

/** What is claimed against what is proved and what was appraised, the widest gap first, else by place as on the dashboard. */
export function gapTable({ set, units, basis }: ReportedPeriod, words: Words): ReportTable {
  const gaps = compareClaims(rankScoredUnits(units, basis));
  const bounds = boundsOfSet(set, 'points');
  const cell = (figure: Fraction | null): ReportCell => figureCell(figure, bounds);
  return {
    id: 'gaps',
    title: words.translate('summary:table-gaps'),
    sheetName: words.translate('summary:sheet-gaps'),
    note: words.translate('summary:note-gaps'),
    columns: [
      ...unitColumns(words),
      column('claimedPercent', words, { unit: 'percent', weight: 1.45 }),
      column('evidencedPercent', words, { unit: 'percent', weight: 1.45 }),
      column('unproved', words, { unit: 'percent', weight: 1.45 }),
      column('appraisedPercent', words, { unit: 'percent', weight: 1.45 }),
      column('corrected', words, { unit: 'percent', weight: 1.45 }),
      column('finalPercent', words, { unit: 'percent', weight: 1.45 }),
    ],
    silentRows: indicesOf(gaps, ({ percents }) =>
      Object.values(percents).every((percent) => percent === null),
    ),
    rows: gaps.map((gap): ReportCell[] => [
      ...unitCells(gap, words),
      cell(gap.percents.claimed),
      cell(gap.percents.evidenced),
      figureCell(gap.unproved),
      cell(gap.percents.appraised),
      figureCell(gap.corrected),
      cell(gap.percents.final),
    ]),
  };
}

/** Each unit's declared percentage period by period, through the units it was formed from. */
export function trendTable({ set, units, periods }: ReportedPeriod, words: Words): ReportTable {
  const ranked = rankScoredUnits(units, 'claimed');
  const bounds = boundsOfSet(set, 'points');
  return {
    id: 'trend',
    title: words.translate('summary:table-trend'),
    sheetName: words.translate('summary:sheet-trend'),
    note: words.translate('summary:note-trend'),
    columns: [
      ...unitColumns(words),
      ...periods.map((period) =>
        column('periodPercent', words, {
          id: `period-${period.replace('/', '_')}`,
          title: period,
          unit: 'percent',
          weight: 1.1,
        }),
      ),
      column('formedFrom', words, { type: 'text', source: 'unitList', weight: 4 }),
    ],
    silentRows: indicesOf(ranked, ({ trend }) => trend.every(({ percent }) => percent === null)),
    rows: ranked.map((unit): ReportCell[] => [
      ...unitCells(unit, words),
      ...unit.trend.map(({ percent }) => figureCell(percent, bounds)),
      formedFrom(unit, words),
    ]),
  };
}

/** Whose figures stand in for the unit's where it did not stand yet; null where they are all its own. */
function formedFrom({ unit, trend }: PrintedReportUnit, { translate }: Words): ReportCell {
  const merged = trend.flatMap((point) => {
    const { period, isPartial } = point;
    const parts = standIns(unit, point);
    if (parts.length === 0) return [];
    const names = parts.map(({ name }) => name).join(', ');
    return [translate(isPartial ? 'summary:trendPartial' : 'summary:trendMean', { period, names })];
  });
  return merged.length === 0 ? null : merged.join('; ');
}
