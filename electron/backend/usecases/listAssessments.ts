import type { AssessmentSummary, CallOutput, ListedAssessment, ParsedInput } from '#shared/api/contract.ts';
import { parsePeriod } from '#shared/domain/assessment/period.ts';
import { unitsAnsweringTo } from '#shared/domain/units/findUnits.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import type { AssessmentRecord } from '../db/assessmentTable.ts';
import type { StoreReader } from '../db/store.ts';
import { readDeadline } from './chase/deadline.ts';
import type { UseCaseContext } from './context.ts';
import { completeAssessment } from './readAssessment.ts';
import { readSigning } from './readSigning.ts';
import { summariseAssessment, summariseWithoutSet } from './summariseAssessment.ts';

type Context = Pick<UseCaseContext, 'store' | 'content'>;

/** Every assessment, newest first. */
export function listAssessments(context: Context): Result<readonly ListedAssessment[]> {
  const listed = findAssessments(context, { text: '', limit: Number.MAX_SAFE_INTEGER });
  return listed.ok ? succeed(listed.value.assessments) : listed;
}

/**
 * Assessments with their standing, newest first: those whose unit answers to a text, as many as are wanted. One whose
 * set is missing is listed without a standing. Only what is listed is scored, since a city holds thousands.
 */
export function findAssessments(
  { store, content }: Context,
  { text, limit }: ParsedInput<'assessments.list'>,
): Result<CallOutput<'assessments.list'>> {
  return store.read((reader) => {
    const all = reader.listAssessments();
    const answers = unitsAnsweringTo(text);
    const found =
      text === '' ? all : all.filter(({ unitCode: code, unitName: name }) => answers({ code, name }));
    const summarise = (record: AssessmentRecord): ListedAssessment => {
      const complete = completeAssessment(reader, content, record);
      const summary = complete.ok ? summariseAssessment(complete.value) : withoutSet(reader, record);
      return { ...summary, ...fromElsewhere(reader, record) };
    };
    return succeed({
      total: all.length,
      found: found.length,
      conflicts: reader.listConflicts(null).length,
      assessments: found.slice(0, limit).map(summarise),
    });
  });
}

function fromElsewhere(
  reader: StoreReader,
  { number }: AssessmentRecord,
): Pick<ListedAssessment, 'conflicts' | 'received'> {
  const newest = reader.listPackagesOfAssessment(number).at(-1);
  return {
    conflicts: reader.listConflicts(number).length,
    received: newest ? { fileName: newest.fileName, importedAt: newest.receivedAt } : null,
  };
}

function withoutSet(reader: StoreReader, record: AssessmentRecord): AssessmentSummary {
  const period = parsePeriod(record.period);
  return summariseWithoutSet(
    record,
    reader.findLastChangeTime(record.number),
    readSigning(reader, record.number),
    period.ok ? readDeadline(reader, period.value) : null,
  );
}
