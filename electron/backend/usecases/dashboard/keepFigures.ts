import { setImmediate } from 'node:timers/promises';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { StoreReader } from '../../db/store.ts';
import type { UseCaseContext } from '../context.ts';
import { scoreRecord } from '../reporting/scoreRecord.ts';
import { figureShape, toFigureRecords } from './keptFigures.ts';

export type FigureContext = Pick<UseCaseContext, 'store' | 'content' | 'appVersion'>;

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
async function keepFigures(context: FigureContext, records: readonly AssessmentRecord[]): Promise<void> {
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

/** What somebody wants to see of many assessments. */
export interface FigureLook<T> {
  /** Those of which no figures are kept. */
  readonly unkept: readonly AssessmentRecord[];
  /** Within the transaction; figures that are not kept are computed. */
  readonly see: () => T;
}

/** Sees what is to be seen in one transaction, with all figures kept as far as they can be. */
export async function lookWithFigures<T>(
  context: FigureContext,
  gather: (reader: StoreReader) => Result<FigureLook<T>>,
): Promise<Result<T>> {
  const first = context.store.read((reader): Result<Seen<T> | Pick<FigureLook<T>, 'unkept'>> => {
    const look = gather(reader);
    if (!look.ok) return look;
    const { unkept, see } = look.value;
    return succeed(unkept.length === 0 ? { seen: see() } : { unkept });
  });
  if (!first.ok) return first;
  if ('seen' in first.value) return succeed(first.value.seen);
  await keepFigures(context, first.value.unkept);
  return context.store.read((reader) => {
    const look = gather(reader);
    return look.ok ? succeed(look.value.see()) : look;
  });
}

interface Seen<T> {
  readonly seen: T;
}

/** Keeps the figures of all assessments of a period by one set of which none are kept. */
export async function keepFiguresOfPeriod(
  context: FigureContext,
  setId: string,
  period: string,
): Promise<void> {
  const missing = context.store.read((reader) => {
    const kept = new Set(
      reader.listKeptPercents(setId, period, engineOf(context)).map(({ assessment }) => assessment),
    );
    return succeed(reader.listAssessmentsOfPeriod(setId, period).filter(({ number }) => !kept.has(number)));
  });
  if (missing.ok) await keepFigures(context, missing.value);
}
