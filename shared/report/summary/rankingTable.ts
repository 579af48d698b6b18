import { rankScoredUnits } from '../../domain/ranking/rankScoredUnits.ts';
import type { Placed } from '../../domain/ranking/rankUnits.ts';
import type { UnitFigures } from '../../domain/ranking/scoredUnit.ts';
import { bandOf } from '../../domain/scoring/scoreAssessment.ts';
import type { Words } from '../words.ts';
import { boundsInPoints, boundsOfSet } from '../boundsOfSet.ts';
import type { PrintedReportUnit, ReportedPeriod } from './reportedPeriod.ts';
import {
  column,
  countCell,
  figureCell,
  type ReportCell,
  type ReportColumn,
  type ReportTable,
} from './reportTable.ts';
import { indicesOf } from './silentUnits.ts';
import { unitCells, unitColumns } from './unitColumns.ts';

type RankedReportUnit = Placed<PrintedReportUnit & UnitFigures>;

/** Every unit with its place among its peers, best first. */
export function rankingTable(reported: ReportedPeriod, words: Words): ReportTable {
  const { set, units, basis } = reported;
  const ranked = rankScoredUnits(units, basis);
  return {
    id: 'ranking',
    title: words.translate('summary:table-ranking'),
    sheetName: words.translate('summary:sheet-ranking'),
    note: words.translate('summary:note-ranking'),
    dividedBy: 'peers',
    silentRows: indicesOf(ranked, ({ standing }) => standing === null),
    columns: [...rankingColumns(words), ...verdictColumns(reported, words)],
    rows: ranked.map((unit) => [...rankingCells(unit, reported, words), ...verdictCells(unit)]),
  };

  function verdictCells(unit: RankedReportUnit): readonly ReportCell[] {
    return set.thresholds.map(({ id }) => {
      const verdict = unit.standing?.verdicts.find(({ threshold }) => threshold.id === id);
      return verdict ? words.translate(`summary:verdict-${verdict.state}`) : null;
    });
  }
}

function rankingColumns(words: Words): readonly ReportColumn[] {
  return [
    ...unitColumns(words),
    column('place', words, { weight: 0.9 }),
    column('placeOf', words),
    column('sharedWith', words, { unit: 'units' }),
    column('decidedBy', words, { type: 'text' }),
    column('points', words, { unit: 'points' }),
    column('max', words, { unit: 'points' }),
    column('percent', words, { unit: 'percent', weight: 1.05 }),
    column('ceilingPercent', words, { unit: 'percent' }),
    column('criteriaMet', words, { unit: 'criteria' }),
    column('criteriaApplicable', words, { unit: 'criteria' }),
    column('criteriaOpen', words, { unit: 'criteria', weight: 0.95 }),
    column('criteriaPercent', words, { unit: 'percent', weight: 1.05 }),
    column('bonus', words, { unit: 'points' }),
    column('penalty', words, { unit: 'points' }),
    column('total', words, { unit: 'points' }),
    column('totalPercent', words, { unit: 'percent', weight: 1.05 }),
    column('band', words, { type: 'text', weight: 1.6 }),
    column('setVersion', words, { type: 'text', source: 'set' }),
    column('signedRevision', words, { source: 'declared' }),
    column('savedOn', words, { type: 'date', source: 'declared' }),
  ];
}

function rankingCells(unit: RankedReportUnit, { set }: ReportedPeriod, words: Words): readonly ReportCell[] {
  const { standing, place } = unit;
  const bounds = boundsOfSet(set, 'points');
  const ofMax = standing ? boundsInPoints(set, standing.max) : [];
  const has = (cell: ReportCell): ReportCell => (standing ? cell : null);
  const band = standing?.percent ? bandOf(set, standing.percent) : null;
  return [
    ...unitCells(unit, words),
    place.rank === null ? null : countCell(place.rank),
    countCell(place.of),
    has(countCell(place.sharedWith)),
    place.decidedBy === null ? null : words.translate(`summary:decided-${place.decidedBy}`),
    figureCell(standing?.points ?? null, ofMax),
    figureCell(standing?.max ?? null),
    figureCell(unit.percent, bounds),
    figureCell(standing?.ceilingPercent ?? null, bounds),
    has(countCell(standing?.criteriaMet ?? 0)),
    has(countCell(standing?.criteriaApplicable ?? 0)),
    has(countCell(standing?.criteriaOpen ?? 0)),
    figureCell(unit.criteriaPercent, boundsOfSet(set, 'criteria')),
    has(figureCell(unit.bonus)),
    has(figureCell(unit.penalty)),
    figureCell(unit.total),
    figureCell(unit.totalPercent, bounds),
    has(band ? band.name[words.language] : words.translate('summary:band-below')),
    unit.setVersion === '' ? null : unit.setVersion,
    has(countCell(unit.signedRevision)),
    unit.savedOn === '' ? null : unit.savedOn,
  ];
}

function verdictColumns({ set }: ReportedPeriod, words: Words): readonly ReportColumn[] {
  return set.thresholds.map((threshold) =>
    column('verdict', words, {
      id: `verdict-${threshold.id}`,
      title: threshold.title[words.language],
      type: 'text',
      weight: 1.25,
    }),
  );
}
