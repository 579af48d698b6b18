import { setImmediate } from 'node:timers/promises';
import { succeed } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { UseCaseContext } from '../context.ts';
import { scoreRecord } from '../reporting/scorePeriod.ts';
import { figureShape, toFigureRecords } from './keptFigures.ts';

type Context = Pick<UseCaseContext, 'store' | 'content' | 'appVersion'>;

/** Whose figures count: another version of the program may score differently. */
export function engineOf({ appVersion }: Pick<UseCaseContext, 'appVersion'>): string {
  return `${appVersion} ${String(figureShape)}`;
}

/** So many assessments are scored before other work has its turn. */
const recordsAtOnce = 20;

/**
 * Scores assessments and keeps their figures, with room for other work in between. What cannot be kept, on a full
 * disk or without the set, is left: whoever reads computes it then.
 */
export async function keepFigures(context: Context, records: readonly AssessmentRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += recordsAtOnce) {
    const some = records.slice(start, start + recordsAtOnce);
    const kept = context.store.write((writer) => {
      for (const record of some) {
        const figures = toFigureRecords(scoreRecord(writer, context.content, record));
        if (figures.length > 0) writer.keepFigures(record.number, engineOf(context), figures);
      }
      return succeed(null);
    });
    if (!kept.ok) return;
    await setImmediate();
  }
}

/** Keeps the figures of all assessments of a period by one set of which none are kept. */
export async function keepFiguresOfPeriod(context: Context, setId: string, period: string): Promise<void> {
  const missing = context.store.read((reader) => {
    const kept = reader.readFiguresOfPeriod(setId, period, engineOf(context));
    return succeed(reader.listAssessmentsOfPeriod(setId, period).filter(({ number }) => !kept.has(number)));
  });
  if (missing.ok) await keepFigures(context, missing.value);
}
