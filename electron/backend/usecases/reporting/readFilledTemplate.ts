import type { Answers } from '#shared/domain/assessment/answer.ts';
import { fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { listDifferences, type AnswerDifference } from '#shared/format/template/listDifferences.ts';
import { readTemplate } from '#shared/format/template/readTemplate.ts';
import type { ResolvedAnswers } from '#shared/format/readAnswers.ts';
import type { StoreReader } from '../../db/store.ts';
import type { Content } from '../../files/content.ts';
import { readWorkbook } from '../../files/workbook/readWorkbook.ts';
import { findNamedAssessment } from '../editableAssessment.ts';
import { readAssessment } from '../readAssessment.ts';

/** What a filled form says, before anything is recorded. */
export interface FilledTemplate {
  /** As `apply` reads it; null where something is refused. */
  readonly answersFile: Readonly<Record<string, unknown>> | null;
  /** What would change, criterion by criterion; empty where something is refused. */
  readonly differences: readonly AnswerDifference[];
  /** Everything that is refused, each with its cell. */
  readonly faults: readonly AppError[];
}

/**
 * Reads a filled form and compares it with what stands. Fails only where it is no form of ours: `file-too-large`,
 * `workbook-unreadable`, `format-unknown`, `format-too-new`, `criteria-set-unknown`, `criteria-set-changed`.
 * @param standing what the data file holds of that unit and period; nothing where there is none
 */
export async function readFilledTemplate(
  content: Content,
  bytes: Uint8Array,
  standing: (resolved: ResolvedAnswers) => Result<Answers>,
): Promise<Result<FilledTemplate>> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const read = readTemplate(workbook.value, content);
  if (!read.ok) return read;
  const { answersFile, inspected, faults } = read.value;
  const { resolved } = inspected;
  if (faults.length > 0 || resolved === null) return succeed({ answersFile: null, differences: [], faults });
  const before = standing(resolved);
  if (!before.ok) return fail(before.errors);
  const differences = listDifferences(resolved.frame.set, before.value, resolved.answers);
  return succeed({ answersFile, differences, faults: [] });
}

/** The answers that stand for the unit, period and set of a form; empty where there is no such assessment yet. */
export function findStandingAnswers(
  reader: StoreReader,
  content: Content,
  { frame, unit, period }: ResolvedAnswers,
): Result<Answers> {
  const { id: setId, version: setVersion } = frame.set;
  const identity = { unitCode: unit.unit.code, unitValidFrom: unit.list.validFrom, setId, setVersion };
  const record = findNamedAssessment(reader, identity, period);
  if (!record) return succeed({});
  const found = readAssessment(reader, content, record.id);
  return found.ok ? succeed(found.value.answers) : found;
}
