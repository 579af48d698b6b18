import type { Language, Signing } from '#shared/api/contract.ts';
import type { Answers } from '#shared/domain/assessment/answer.ts';
import type { AssessmentHeader } from '#shared/domain/assessment/header.ts';
import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import type { Efforts } from '#shared/domain/path/findPaths.ts';
import { scoreAssessment, type ScoringFrame } from '#shared/domain/scoring/scoreAssessment.ts';
import type { UnitVersion } from '#shared/domain/units/findUnits.ts';
import { normaliseName } from '#shared/domain/units/normaliseName.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { ConsistencyChecks } from '#shared/domain/selfCheck/consistencyChecks.ts';
import { buildScorecard, type Scorecard } from '#shared/report/scorecard.ts';
import { createReportTranslate } from '../reports/reportWords.ts';
import { contentDigestOf } from './contentDigest.ts';
import { findChecks } from '../files/content.ts';
import type { UseCaseContext } from './context.ts';
import { dayInVietnam } from './dayInVietnam.ts';
import { readAssessment } from './readAssessment.ts';

/** `pdf` to print and hand over, `docx` for offices that must edit it. */
export type ScorecardFormat = 'pdf' | 'docx';

/** A printed scorecard; the file name has no diacritics, so that it survives every mail program. */
export interface ScorecardFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The scorecard of a stored assessment. Errors: `assessment-unknown`, `criteria-set-unknown`, `criteria-set-changed`. */
export async function createScorecard(
  context: UseCaseContext,
  assessmentId: string,
  language: Language,
  format: ScorecardFormat = 'pdf',
): Promise<Result<ScorecardFile>> {
  const subject = readSubject(context, assessmentId);
  return subject.ok ? succeed(await printSubject(subject.value, language, context.now(), format)) : subject;
}

/** What the scorecard of a stored assessment says, for printing many at once. Errors: as `createScorecard`. */
export function describeScorecard(
  context: UseCaseContext,
  assessmentId: string,
  language: Language,
): Result<Scorecard> {
  const subject = readSubject(context, assessmentId);
  return subject.ok
    ? succeed(describeSubject(subject.value, language, dayInVietnam(context.now())))
    : subject;
}

function readSubject(context: UseCaseContext, assessmentId: string): Result<ScorecardSubject> {
  const found = context.store.read((reader) => {
    const read = readAssessment(reader, context.content, assessmentId);
    return read.ok ? succeed({ ...read.value, efforts: reader.readEfforts(read.value.record.number) }) : read;
  });
  if (!found.ok) return found;
  const { unit, period, loadedSet, answers, header, signing, efforts } = found.value;
  return succeed({
    frame: { set: loadedSet.set, unitKind: unit.kind, period },
    digest: loadedSet.digest,
    unit: { code: unit.code, name: unit.name, parentName: unit.parentName },
    answers,
    header,
    signing,
    checks: findChecks(context.content, loadedSet.set.id),
    efforts,
  });
}

/** Answers that stand in a file instead of the store. */
export interface AnswersToPrint {
  readonly frame: ScoringFrame;
  readonly digest: string;
  readonly unit: UnitVersion;
  readonly answers: Answers;
  readonly header?: AssessmentHeader;
  readonly checks?: ConsistencyChecks | undefined;
}

/** The scorecard of answers that were read from a file; they must be canonical. */
export async function createScorecardFromAnswers(
  { frame, digest, unit, answers, header = {}, checks }: AnswersToPrint,
  language: Language,
  now: Date,
): Promise<ScorecardFile> {
  const parent = unit.list.units.find((candidate) => candidate.code === unit.unit.parent);
  const printed = { code: unit.unit.code, name: unit.unit.name, parentName: parent?.name ?? '' };
  return await printSubject(
    { frame, digest, unit: printed, answers, header, signing: null, checks, efforts: {} },
    language,
    now,
    'pdf',
  );
}

interface ScorecardSubject {
  readonly frame: ScoringFrame;
  readonly digest: string;
  /** `parentName` is empty where no unit stands above. */
  readonly unit: { readonly code: string; readonly name: string; readonly parentName: string };
  readonly answers: Answers;
  readonly header: AssessmentHeader;
  /** Null where nothing can be signed. */
  readonly signing: Signing | null;
  readonly checks: ConsistencyChecks | undefined;
  readonly efforts: Efforts;
}

async function printSubject(
  subject: ScorecardSubject,
  language: Language,
  now: Date,
  format: ScorecardFormat,
): Promise<ScorecardFile> {
  const { unit, frame } = subject;
  const render = await loadRenderer(format);
  return {
    fileName: scorecardFileName(unit.name, frame.period.code, format),
    bytes: await render(describeSubject(subject, language, dayInVietnam(now))),
  };
}

/** Each format brings a large library: only the one that is asked for is read. */
async function loadRenderer(format: ScorecardFormat): Promise<(scorecard: Scorecard) => Promise<Uint8Array>> {
  switch (format) {
    case 'pdf':
      return (await import('../reports/renderScorecardPdf.ts')).renderScorecardPdf;
    case 'docx':
      return (await import('../reports/renderScorecardDocx.ts')).renderScorecardDocx;
    default:
      return assertNever(format);
  }
}

function describeSubject(subject: ScorecardSubject, language: Language, printedOn: CalendarDate): Scorecard {
  const { frame, digest, unit, answers, header, signing, checks, efforts } = subject;
  const signedOff = signing?.signature ?? null;
  return buildScorecard({
    set: frame.set,
    digest,
    unit,
    period: frame.period,
    header,
    answers,
    score: scoreAssessment(frame, answers),
    checks,
    efforts,
    revision: signedOff === null ? 0 : (signing?.revision ?? 0),
    signedOff,
    contentDigest: contentDigestOf({
      unitCode: unit.code,
      period: frame.period.code,
      setDigest: digest,
      answers,
      header,
    }),
    translate: createReportTranslate(language),
    language,
    printedOn,
    parentBody: unit.parentName === '' ? null : unit.parentName,
  });
}

/** `phuong-hai-chau_2026_phieu-diem.pdf` */
export function scorecardFileName(unitName: string, periodCode: string, format: ScorecardFormat): string {
  const unit = normaliseName(unitName).replaceAll(/[^a-z0-9]+/gu, '-');
  return `${unit}_${periodCode.replaceAll('/', '_')}_phieu-diem.${format}`;
}
