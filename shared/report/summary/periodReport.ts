import { rankWeakest } from '../../domain/ranking/weakestCriteria.ts';
import { formatPercent } from '../formatFigure.ts';
import { formatPeriod } from '../formatPeriod.ts';
import type { ScorecardHead, SignatureBlock } from '../scorecardHead.ts';
import { statementInWords } from '../statementInWords.ts';
import type { Words } from '../words.ts';
import { comparisonFindings } from './comparisonFindings.ts';
import { comparisonTables } from './comparisonTables.ts';
import { answerTable, weakestTable } from './criterionTables.ts';
import { dictionaryTable } from './dictionaryTable.ts';
import { describeTargets, describeThresholds } from './findings.ts';
import { headTable } from './headTable.ts';
import { rankingTable } from './rankingTable.ts';
import { boundsOfSet } from '../boundsOfSet.ts';
import type { ReportedPeriod } from './reportedPeriod.ts';
import { buildReportHead, buildReportSignature } from './reportHead.ts';
import { listMetadata, type MetadataItem, type ReportOrigin } from './reportMetadata.ts';
import { maskTable, type ReportTable } from './reportTable.ts';
import { describeSilent } from './silentUnits.ts';
import { gapTable, heatTable, trendTable } from './unitTables.ts';
import { bandTable, targetTable, thresholdTable } from './wholeTables.ts';

/** The whole report of a period: what it says in sentences and tables, without any look. Plain data. */
export interface PeriodReport {
  readonly language: Words['language'];
  readonly createdOn: string;
  readonly documentTitle: string;
  /** Without diacritics and ending. */
  readonly fileName: string;
  readonly head: ScorecardHead;
  readonly title: string;
  readonly subtitles: readonly string[];
  /** Whether the set is a reference set or by what it was issued. */
  readonly statement: string;
  readonly metadata: readonly MetadataItem[];
  readonly findings: { readonly heading: string; readonly sentences: readonly string[] };
  /** In printed order; `printedRows` says which ones are too large for paper. */
  readonly tables: readonly ReportTable[];
  readonly dictionary: ReportTable;
  readonly aboutHeading: string;
  readonly tablesHeading: string;
  readonly closing: string;
  readonly signature: SignatureBlock;
  /** One sentence for each assessment of the period that did not enter. */
  readonly leftOut: readonly string[];
}

/** Gathers what the report of a period says. Deterministic: equal input gives equal output. */
export function buildPeriodReport(
  reported: ReportedPeriod,
  origin: ReportOrigin,
  words: Words,
): PeriodReport {
  const { translate, language } = words;
  const { set, comparison } = reported;
  const period = formatPeriod(reported.period, translate);
  const whole = [
    thresholdTable(reported, words),
    targetTable(reported, words),
    bandTable(reported, words),
    rankingTable(reported, words),
    heatTable(reported, words),
    gapTable(reported, words),
    weakestTable(reported, words),
    ...(reported.periods.length > 1 ? [trendTable(reported, words)] : []),
    ...(comparison ? comparisonTables({ ...reported, comparison }, words) : []),
    headTable(reported, words),
    answerTable(reported, words),
  ];
  const tables = origin.isMasked ? whole.map(maskTable) : whole;
  return {
    language,
    createdOn: origin.createdOn,
    documentTitle: translate('summary:documentTitle', { scope: origin.scopeName, period }),
    fileName: `tong-hop_${set.id}_${reported.period.code.replace('/', '_')}`,
    head: buildReportHead(origin, words),
    title: translate('summary:title'),
    subtitles: [
      translate('report:subtitle', { set: set.title[language] }),
      translate('report:periodLine', { period }),
      translate('summary:basisLine', { basis: translate(`summary:basis-${reported.basis}`) }),
    ],
    statement: statementInWords(set, words),
    metadata: listMetadata(reported, origin, words),
    findings: { heading: translate('summary:findingsHeading'), sentences: describeFindings(reported, words) },
    tables,
    dictionary: dictionaryTable(tables, set, words),
    tablesHeading: translate('summary:tablesHeading'),
    aboutHeading: translate('summary:aboutHeading'),
    closing: translate('summary:closing'),
    signature: buildReportSignature(origin, words),
    leftOut: origin.leftOut,
  };
}

function describeFindings(reported: ReportedPeriod, words: Words): readonly string[] {
  const { comparison } = reported;
  return [
    describeUnits(reported, words),
    ...describeThresholds(reported, words),
    ...describeTargets(reported, words),
    ...(comparison ? comparisonFindings({ ...reported, comparison }, words) : []),
    ...describeWeakest(reported, words),
    ...describeSilent(reported, words),
  ];
}

function describeUnits({ units }: ReportedPeriod, { translate }: Words): string {
  const sent = units.filter(({ score }) => score !== null).length;
  return translate('summary:findingUnits', { units: units.length, sent, silent: units.length - sent });
}

/** As many as a reader keeps in mind. */
const weakestNamed = 5;

function describeWeakest({ set, units, basis }: ReportedPeriod, { language, translate }: Words) {
  const weakest = rankWeakest(set, units, basis)
    .filter(({ percent }) => percent !== null)
    .slice(0, weakestNamed)
    .map(({ criterion, percent }) =>
      translate('summary:findingCriterion', {
        code: criterion.code,
        name: criterion.name[language],
        percent: formatPercent(percent, language, boundsOfSet(set, 'points')),
      }),
    );
  return weakest.length === 0 ? [] : [translate('summary:findingWeakest', { criteria: weakest.join('; ') })];
}
