import type { CalendarDate } from '../../domain/dates/calendarDate.ts';
import { formatPeriod } from '../formatPeriod.ts';
import { statementInWords } from '../statementInWords.ts';
import type { Words } from '../words.ts';
import type { ReportedPeriod } from './reportedPeriod.ts';

/** Who makes a report, when and from what. */
export interface ReportOrigin {
  /** ISO instant. */
  readonly createdAt: string;
  readonly createdOn: CalendarDate;
  readonly appVersion: string;
  /** The unit whose communes are compared, as its list spells it; the words for "several" where there is none. */
  readonly scopeName: string;
  /** Whether `scopeName` is the name of one unit. */
  readonly isOneUnit: boolean;
  /** Titles of the lists that the units stand in. */
  readonly unitLists: readonly string[];
  readonly isMasked: boolean;
  /** Assessments of the period that did not enter, one sentence each. */
  readonly leftOut: readonly string[];
}

/** One line of what a data file must say about itself; `id` is stable, for machines. */
export interface MetadataItem {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

const itemIds = [
  'title',
  'period',
  'periodCode',
  'firstDay',
  'lastDay',
  'scope',
  'units',
  'criteriaSet',
  'criteriaSetTitle',
  'criteriaSetDigest',
  'status',
  'statement',
  'bands',
  'basis',
  'unitLists',
  'createdAt',
  'producer',
  'masking',
  'leftOut',
  'licence',
] as const;
type ItemId = (typeof itemIds)[number];

export function listMetadata(
  reported: ReportedPeriod,
  origin: ReportOrigin,
  words: Words,
): readonly MetadataItem[] {
  const { language, translate } = words;
  const { set, digest, period, basis, units } = reported;
  const periodText = formatPeriod(period, translate);
  const values: Readonly<Record<ItemId, string>> = {
    title: translate('summary:documentTitle', { scope: origin.scopeName, period: periodText }),
    period: periodText,
    periodCode: period.code,
    firstDay: period.firstDay,
    lastDay: period.lastDay,
    scope: origin.scopeName,
    units: String(units.length),
    criteriaSet: `${set.id}@${set.version}`,
    criteriaSetTitle: set.title[language],
    criteriaSetDigest: digest,
    status: translate(`summary:status-${set.status}`),
    statement: statementInWords(set, words),
    bands: set.bands.note[language],
    basis: translate(`summary:basis-${basis}`),
    unitLists: origin.unitLists.join('; '),
    createdAt: origin.createdAt,
    producer: translate('summary:producer', { version: origin.appVersion }),
    masking: translate(origin.isMasked ? 'summary:masked' : 'summary:full'),
    leftOut: origin.leftOut.length === 0 ? translate('summary:leftOutNone') : origin.leftOut.join(' '),
    licence: translate('summary:licence'),
  };
  return itemIds.map((id) => ({ id, label: translate(`summary:metadata-${id}`), value: values[id] }));
}
