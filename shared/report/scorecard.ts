import type { Answers } from '../domain/assessment/answer.ts';
import type { AssessmentHeader } from '../domain/assessment/header.ts';
import type { Period } from '../domain/assessment/period.ts';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import type { CalendarDate } from '../domain/dates/calendarDate.ts';
import type { Efforts } from '../domain/path/findPaths.ts';
import type { AssessmentScore } from '../domain/scoring/scoreAssessment.ts';
import { checkBeforeSigning } from '../domain/selfCheck/checkBeforeSigning.ts';
import type { ConsistencyChecks } from '../domain/selfCheck/consistencyChecks.ts';
import { collectEvidence, type NumberedDocument } from './evidenceRegister.ts';
import type { ReportLanguage } from './formatFigure.ts';
import { formatPeriod } from './formatPeriod.ts';
import { listBasis, type Basis } from './legalBasis.ts';
import { collectLongTexts, type NumberedText } from './longTexts.ts';
import { listNotApplicable, type NotApplicable } from './notApplicable.ts';
import { scorecardCode, shortCode } from './scorecardCode.ts';
import {
  buildHead,
  buildSignature,
  buildUnitFields,
  type LabelledText,
  type PrintedUnit,
  type ScorecardHead,
  type SignatureBlock,
  type SignedOff,
} from './scorecardHead.ts';
import { buildResult, type ScorecardResult } from './scorecardResult.ts';
import { buildSummary, type ScorecardSummary } from './scorecardSummary.ts';
import { buildTable, type ScorecardTable } from './scorecardTable.ts';
import type { Translate } from './translate.ts';
import type { Words } from './words.ts';

export interface ScorecardInput {
  readonly set: CriteriaSet;
  /** Digest of the set. */
  readonly digest: string;
  readonly unit: PrintedUnit;
  readonly period: Period;
  readonly header: AssessmentHeader;
  readonly answers: Answers;
  readonly score: AssessmentScore;
  /** What a verifier would compare within the set. */
  readonly checks: ConsistencyChecks | undefined;
  /** Labour that the officer expects, where it differs from the rule's default. */
  readonly efforts?: Efforts;
  /** Number of the revision that is signed; 0 while no signature is in force. */
  readonly revision: number;
  /** The signature in force; without one every sheet is a draft. */
  readonly signedOff: SignedOff | null;
  /** SHA-256 in hexadecimal of what the sheet says (`contentDigestOf`). */
  readonly contentDigest: string;
  readonly translate: Translate;
  readonly language: ReportLanguage;
  readonly printedOn: CalendarDate;
  /** Name of the unit whose committee stands above, e.g. "Thành phố Đà Nẵng"; null where none does. */
  readonly parentBody: string | null;
}

/** Everything the printed scorecard says, in words and in order, without any look. Plain data. */
export interface Scorecard {
  readonly language: ReportLanguage;
  readonly printedOn: CalendarDate;
  readonly documentTitle: string;
  /** The mark across each page and the line that gives its reasons; null once complete and signed. */
  readonly draft: { readonly mark: string; readonly line: string } | null;
  readonly head: ScorecardHead;
  readonly title: string;
  readonly subtitles: readonly string[];
  readonly unitHeading: string;
  readonly unitFields: readonly LabelledText[];
  readonly code: { readonly text: string; readonly caption: string };
  readonly result: ScorecardResult;
  readonly summary: ScorecardSummary;
  readonly table: ScorecardTable;
  readonly evidence: NumberedList<NumberedDocument>;
  readonly explanations: NumberedList<NumberedText>;
  readonly notApplicable: NumberedList<NotApplicable>;
  readonly basis: NumberedList<Basis>;
  readonly closing: string;
  readonly signature: SignatureBlock;
}

/** A section that lists; `none` stands in its place when it is empty. */
export interface NumberedList<T> {
  readonly heading: string;
  readonly none: string;
  readonly items: readonly T[];
}

/** Gathers what the scorecard of one assessment says. Deterministic: equal input gives equal output. */
export function buildScorecard(input: ScorecardInput): Scorecard {
  const words: Words = { language: input.language, translate: input.translate };
  const { translate } = words;
  const period = formatPeriod(input.period, translate);
  const evidence = collectEvidence(input.score.criteria, words);
  const longTexts = collectLongTexts(input.score.criteria, words);
  const basis = listBasis(input.set, words);
  const unitName = input.unit.name;
  return {
    language: input.language,
    printedOn: input.printedOn,
    documentTitle: translate('report:documentTitle', { unit: unitName, period }),
    draft: draftOf(input),
    head: buildHead(unitName, input.parentBody, input.signedOff ?? input.printedOn, words),
    title: translate('report:title'),
    subtitles: [
      translate('report:subtitle', { set: input.set.title[input.language] }),
      translate('report:periodLine', { period }),
    ],
    unitHeading: translate('report:unitHeading'),
    unitFields: buildUnitFields(input, words),
    code: {
      text: scorecardCode({
        unitCode: input.unit.code,
        period: input.period.code,
        revision: input.revision,
        contentDigest: input.contentDigest,
      }),
      caption: captionOf(input),
    },
    result: buildResult(input.set, input.score, words),
    summary: buildSummary(
      { ...input, findings: checkBeforeSigning(input), efforts: input.efforts ?? {} },
      words,
    ),
    table: buildTable(input.set, input.score, { evidence, longTexts, basis }, words),
    evidence: {
      heading: translate('report:evidenceHeading'),
      none: translate('report:evidenceNone'),
      items: evidence.documents,
    },
    explanations: {
      heading: translate('report:explanationsHeading'),
      none: translate('report:explanationsNone'),
      items: longTexts.texts,
    },
    notApplicable: {
      heading: translate('report:notApplicableHeading'),
      none: translate('report:notApplicableNone'),
      items: listNotApplicable(input.score.criteria, words),
    },
    basis: { heading: translate('report:basisHeading'), none: '', items: basis },
    closing: translate('report:closing'),
    signature: buildSignature(input.parentBody, input.signedOff, words),
  };
}

function captionOf({ revision, contentDigest, translate }: ScorecardInput): string {
  const code = shortCode(contentDigest);
  return revision === 0
    ? translate('report:qrCaptionDraft', { code })
    : translate('report:qrCaption', { revision, code });
}

function draftOf({ score, signedOff, translate }: ScorecardInput): Scorecard['draft'] {
  const open = score.claimed.criteriaOpen;
  if (open === 0 && signedOff !== null) return null;
  const incomplete = translate('report:draftIncomplete', {
    open,
    applicable: score.claimed.criteriaApplicable,
  });
  const unsigned = translate('report:draftUnsigned');
  const reasons = [...(open > 0 ? [incomplete] : []), ...(signedOff === null ? [unsigned] : [])];
  return {
    mark: translate('report:draft'),
    line: translate('report:draftLine', { reasons: reasons.join('; ') }),
  };
}
