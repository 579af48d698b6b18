import type { Language } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { buildAnnouncement } from '#shared/report/announcement/announcement.ts';
import type { UseCaseContext } from '../context.ts';
import { describeOrigin, toReportedPeriod } from './describePeriod.ts';
import { scorePeriod, type PeriodQuestion } from './scorePeriod.ts';
import { createReportTranslate } from '../../reports/reportWords.ts';

/** How an announcement is to be made. */
export interface AnnouncementWish {
  readonly language: Language;
  readonly format: 'pdf' | 'docx';
  /** Neither names nor codes of units. */
  readonly isAnonymous: boolean;
}

/** An announcement as a file; its name has no diacritics. */
export interface CreatedAnnouncement {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly units: number;
  /** Units without a final score. */
  readonly withoutFinal: number;
}

/**
 * Announces the results of a period by the council's final scores. Errors: those of `scorePeriod`; `no-final-scores`.
 */
export async function createAnnouncement(
  context: Pick<UseCaseContext, 'store' | 'content' | 'now' | 'appVersion'>,
  question: PeriodQuestion,
  { language, format, isAnonymous }: AnnouncementWish,
): Promise<Result<CreatedAnnouncement>> {
  const scored = scorePeriod(context, question);
  if (!scored.ok) return scored;
  const { units } = scored.value;
  const withoutFinal = units.filter(({ final }) => final === null).length;
  if (withoutFinal === units.length) return failWith('no-final-scores');
  const words = { language, translate: createReportTranslate(language) };
  const announcement = buildAnnouncement(
    toReportedPeriod(context.content, scored.value, 'final'),
    describeOrigin(context, scored.value, true, words),
    isAnonymous,
    words,
  );
  // Each of the two brings a large library: only the one that is asked for is read.
  const bytes =
    format === 'pdf'
      ? await (await import('../../reports/renderAnnouncementPdf.ts')).renderAnnouncementPdf(announcement)
      : await (await import('../../reports/renderAnnouncementDocx.ts')).renderAnnouncementDocx(announcement);
  return succeed({ name: `${announcement.fileName}.${format}`, bytes, units: units.length, withoutFinal });
}
