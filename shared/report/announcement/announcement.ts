import { formatPeriod } from '../formatPeriod.ts';
import type { ScorecardHead, SignatureBlock } from '../scorecardHead.ts';
import type { ReportedPeriod } from '../summary/reportedPeriod.ts';
import { buildReportHead, buildReportSignature } from '../summary/reportHead.ts';
import type { ReportOrigin } from '../summary/reportMetadata.ts';
import type { ReportTable } from '../summary/reportTable.ts';
import type { Words } from '../words.ts';
import { announcedTables } from './announcedTables.ts';
import { listAnnounced } from './announcedUnits.ts';
import {
  describeAnonymity,
  describeBasis,
  describeReached,
  describeUnfinished,
  describeWhole,
} from './announcementSentences.ts';
import { withoutSmallGroups } from './withoutSmallGroups.ts';

/** One numbered part of an announcement: its sentences, then its tables. */
export interface AnnouncementSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
}

/** The results of a period as they are made public: what the document says, without any look. Plain data. */
export interface Announcement {
  readonly language: Words['language'];
  readonly createdOn: string;
  readonly documentTitle: string;
  /** Without diacritics and ending. */
  readonly fileName: string;
  readonly head: ScorecardHead;
  readonly title: string;
  /** What it is about, as official documents say it below their kind. */
  readonly subject: string;
  /** Stands below the subject of an anonymised one; empty where units are named. */
  readonly remark: string;
  readonly sections: readonly AnnouncementSection[];
  readonly closing: string;
  readonly signature: SignatureBlock;
}

/**
 * What is announced about a period by the council's final scores; an anonymised one holds no name or code of a unit.
 * Deterministic: equal input gives equal output.
 */
export function buildAnnouncement(
  whole: ReportedPeriod,
  origin: ReportOrigin,
  isAnonymous: boolean,
  words: Words,
): Announcement {
  const { translate, language } = words;
  const units = isAnonymous ? withoutSmallGroups(whole.units) : whole.units;
  const reported: ReportedPeriod = { ...whole, basis: 'final', units };
  const announced = listAnnounced(reported, isAnonymous, words);
  const withheld = whole.units.length - units.length;
  const period = formatPeriod(whole.period, translate);
  const subject = translate('summary:announcementSubject', { set: whole.set.title[language], period });
  const sections: readonly AnnouncementSection[] = [
    section('basis', describeBasis(reported, period, words)),
    section('whole', describeWhole(reported, withheld, words)),
    section('ranking', [translate('summary:note-ranking')], announcedTables(announced, words)),
    // Which line has reached what says nothing about a unit that has no name: how many have stands in the second part.
    section('reached', isAnonymous ? [] : describeReached(reported, announced, words)),
    section('unfinished', describeUnfinished(reported, announced, isAnonymous, words)),
    section('anonymous', isAnonymous ? describeAnonymity(withheld, words) : []),
  ];
  return {
    language,
    createdOn: origin.createdOn,
    documentTitle: `${translate('summary:announcementTitle')}: ${subject}`,
    fileName: `thong-bao_${whole.set.id}_${whole.period.code.replace('/', '_')}${isAnonymous ? '_an-danh' : ''}`,
    head: { ...buildReportHead(origin, words), numberLine: translate('summary:announcementNumber') },
    title: translate('summary:announcementTitle'),
    subject,
    remark: isAnonymous ? translate('summary:announcementAnonymous') : '',
    sections: sections
      .filter(({ paragraphs }) => paragraphs.length > 0)
      .map((part, index) => ({ ...part, heading: `${roman[index] ?? ''}. ${part.heading}` })),
    closing: translate('summary:announcementClosing', { period }),
    signature: announcementSignature(origin, words),
  };

  function section(
    name: 'basis' | 'whole' | 'ranking' | 'reached' | 'unfinished' | 'anonymous',
    paragraphs: readonly string[],
    tables: readonly ReportTable[] = [],
  ): AnnouncementSection {
    return { heading: translate(`summary:announcementPart-${name}`), paragraphs, tables };
  }
}

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'] as const;

/** Only who answers for it signs; who prepared it does not. */
function announcementSignature(origin: ReportOrigin, words: Words): SignatureBlock {
  const block = buildReportSignature(origin, words);
  const [archive] = block.recipients.items.slice(-1);
  const others = block.recipients.items.slice(0, -2);
  const units = words.translate('summary:announcementRecipients');
  return {
    ...block,
    recipients: {
      ...block.recipients,
      items: [...others, units, ...(archive === undefined ? [] : [archive])],
    },
    preparedBy: null,
  };
}
