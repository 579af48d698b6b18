import { spreadOverBands } from '../../domain/ranking/bandSpread.ts';
import { listPeerGroups } from '../../domain/ranking/scoredUnit.ts';
import {
  shareThresholds,
  standAgainstTargets,
  type TargetStanding,
  type ThresholdShare,
} from '../../domain/ranking/thresholdShares.ts';
import type { Source } from '../../domain/criteria/criteriaSet.ts';
import type { Words } from '../words.ts';
import { kindInWords } from './kindInWords.ts';
import type { ReportedPeriod } from './reportedPeriod.ts';
import { column, countCell, figureCell, type ReportCell, type ReportTable } from './reportTable.ts';

/** How many units have reached each threshold, all together and among their peers. */
export function thresholdTable({ set, units, basis }: ReportedPeriod, words: Words): ReportTable {
  const { language, translate } = words;
  const row = (share: ThresholdShare): ReportCell[] => [
    share.threshold.id,
    share.threshold.title[language],
    translate(`summary:measure-${share.threshold.measure}`),
    share.threshold.at,
    share.peers === null ? translate('summary:allUnits') : kindInWords(share.peers, words),
    countCell(share.units),
    countCell(share.reached),
    countCell(share.notReached),
    countCell(share.open),
    figureCell(share.share),
  ];
  return {
    id: 'thresholds',
    title: translate('summary:table-thresholds'),
    sheetName: translate('summary:sheet-thresholds'),
    note: translate('summary:note-thresholds'),
    columns: [
      column('thresholdId', words, { type: 'text', source: 'set' }),
      column('threshold', words, { type: 'text', source: 'set', weight: 5 }),
      column('measure', words, { type: 'text', source: 'set' }),
      column('at', words, { unit: 'percent', source: 'set' }),
      column('peers', words, { type: 'text', source: 'unitList', weight: 2 }),
      column('units', words, { unit: 'units', weight: 1 }),
      column('reached', words, { unit: 'units', weight: 1 }),
      column('notReached', words, { unit: 'units', weight: 1 }),
      column('open', words, { unit: 'units', weight: 1.3 }),
      column('share', words, { unit: 'percent', weight: 1.3 }),
    ],
    rows: shareThresholds(set.thresholds, units, basis).map(row),
  };
}

/** How all units together stand against what plans ask of them; no rows where no plan is known. */
export function targetTable(reported: ReportedPeriod, words: Words): ReportTable {
  const { language, translate } = words;
  const { targets } = reported;
  const row = ({ target, share, wanted, missing, state }: TargetStanding): ReportCell[] => [
    target.id,
    target.title[language],
    target.threshold,
    String(target.year),
    demandInWords(target.demand, words),
    countCell(wanted),
    countCell(share.reached),
    countCell(share.units),
    countCell(missing),
    translate(`summary:target-${state}`),
    target.sources.map((source) => sourceInWords(source, reported, words)).join('; '),
  ];
  return {
    id: 'targets',
    title: translate('summary:table-targets'),
    sheetName: translate('summary:sheet-targets'),
    note: targets?.note[language] ?? translate('summary:note-noTargets'),
    columns: [
      column('targetId', words, { type: 'text', source: 'targets' }),
      column('target', words, { type: 'text', source: 'targets', weight: 3.9 }),
      column('thresholdId', words, { type: 'text', source: 'set' }),
      column('year', words, { source: 'targets', weight: 0.95 }),
      column('demand', words, { type: 'text', source: 'targets' }),
      column('wanted', words, { unit: 'units', weight: 0.95 }),
      column('reached', words, { unit: 'units', weight: 0.95 }),
      column('units', words, { unit: 'units' }),
      column('missing', words, { unit: 'units', weight: 1 }),
      column('state', words, { type: 'text', weight: 1.3 }),
      column('targetSource', words, { type: 'text', source: 'targets', weight: 4.4 }),
    ],
    rows: standings(reported).map(row),
  };
}

/** Each target with where the units stand. */
export function standings({ set, units, basis, targets }: ReportedPeriod): readonly TargetStanding[] {
  return standAgainstTargets(targets?.targets ?? [], shareThresholds(set.thresholds, units, basis));
}

function demandInWords(demand: TargetStanding['target']['demand'], { translate }: Words): string {
  return demand.kind === 'units'
    ? translate('summary:demandUnits', { count: demand.atLeast })
    : translate('summary:demandShare', { percent: demand.atLeast });
}

function sourceInWords(source: Source, { set }: ReportedPeriod, { language, translate }: Words): string {
  if (source.kind === 'design') return source.note[language];
  const document = set.documents.find(({ id }) => id === source.document);
  const title = document?.title[language] ?? source.document;
  return translate('summary:sourceQuote', { title, quote: source.quote });
}

/** The distribution over the bands of the set. */
export function bandTable({ set, units, basis }: ReportedPeriod, words: Words): ReportTable {
  const { language, translate } = words;
  const kinds = listPeerGroups(units);
  return {
    id: 'bands',
    title: translate('summary:table-bands'),
    sheetName: translate('summary:sheet-bands'),
    note: set.bands.note[language],
    columns: [
      column('band', words, { type: 'text', source: 'set', weight: 3 }),
      column('bandAt', words, { unit: 'percent', source: 'set', weight: 1.5 }),
      column('units', words, { unit: 'units', weight: 1.5 }),
      ...kinds.map((kind) =>
        column('unitsOfKind', words, {
          id: kind,
          title: kindInWords(kind, words),
          unit: 'units',
          weight: 1.5,
        }),
      ),
    ],
    rows: spreadOverBands(set, units, basis).map(({ band, units: count, byKind }): ReportCell[] => [
      typeof band === 'string' ? translate(`summary:band-${band}`) : band.name[language],
      typeof band === 'string' ? null : band.at,
      countCell(count),
      ...kinds.map((kind) => countCell(byKind[kind] ?? 0)),
    ]),
  };
}
