import { appError, fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { Answer, Answers } from '../domain/assessment/answer.ts';
import type { Period } from '../domain/assessment/period.ts';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import type { ScoringFrame } from '../domain/scoring/scoreAssessment.ts';
import type { UnitVersion } from '../domain/units/findUnits.ts';
import { answersFormat } from './answersFile.ts';
import { openFile, type OpenedFile } from './openFile.ts';
import { readAnswerEntry, type Attachment } from './readAnswerEntry.ts';
import { isRecord, reportUnknownFields, type FaultList } from './readFields.ts';
import { findCriterionByKey, readSubject, type KnownContent } from './readSubject.ts';

/** An answers file in which everything is known and every value is in canonical form. */
export interface ResolvedAnswers {
  readonly frame: ScoringFrame;
  readonly digest: string;
  readonly unit: UnitVersion;
  readonly period: Period;
  /** By permanent id; evidence is still without its files. */
  readonly answers: Answers;
}

/** Everything that one pass over a file found, so that faults of its attachments can be told with the others. */
export interface InspectedAnswers {
  /** Null exactly when there are faults. */
  readonly resolved: ResolvedAnswers | null;
  readonly faults: readonly AppError[];
  readonly attachments: readonly Attachment[];
}

/**
 * Reads the text of an answers file against the content at hand. Fails only where it is no answers file at all
 * (`json-malformed`, `json-too-deep`, `format-unknown`, `format-too-new`); otherwise it lists every fault.
 */
export function inspectAnswers(text: string, content: KnownContent): Result<InspectedAnswers> {
  const opened = openFile(text, answersFormat);
  return opened.ok ? succeed(inspectOpened(opened.value, content)) : opened;
}

/** The same where no attachments are looked at: the answers, or every fault at once with its place. */
export function readAnswers(text: string, content: KnownContent): Result<ResolvedAnswers> {
  const inspected = inspectAnswers(text, content);
  if (!inspected.ok) return inspected;
  const { resolved, faults } = inspected.value;
  return resolved ? succeed(resolved) : fail(faults);
}

const knownFields = ['format', 'version', 'criteriaSet', 'criteriaVersion', 'unit', 'period', 'answers'];

function inspectOpened(opened: OpenedFile, content: KnownContent): InspectedAnswers {
  const faults: FaultList = [...opened.faults];
  reportUnknownFields(opened.fields, knownFields, '', faults);
  const { loaded, period, unit, unitKind } = readSubject(opened.fields, content, faults);
  const { answers, attachments } = readAllAnswers(opened.fields['answers'], loaded?.set, unitKind, faults);
  if (faults.length > 0 || !loaded || !period || !unit) return { resolved: null, faults, attachments };
  const frame: ScoringFrame = { set: loaded.set, unitKind: unit.unit.kind, period };
  return { resolved: { frame, digest: loaded.digest, unit, period, answers }, faults, attachments };
}

function readAllAnswers(
  input: unknown,
  set: CriteriaSet | undefined,
  unitKind: string | null,
  faults: FaultList,
): { readonly answers: Answers; readonly attachments: readonly Attachment[] } {
  const attachments: Attachment[] = [];
  const answers = new Map<string, Answer>();
  if (!isRecord(input)) {
    faults.push(
      input === undefined
        ? appError('field-missing', { field: 'answers' }, 'answers')
        : appError('object-expected', {}, 'answers'),
    );
  } else if (set) {
    for (const [key, entry] of Object.entries(input)) {
      const criterion = findCriterionByKey(
        { set, unitKind },
        key,
        { place: `answers.${key}`, isKnown: (id) => answers.has(id) },
        faults,
      );
      if (!criterion) continue;
      const read = readAnswerEntry(criterion, entry, `answers.${key}`, faults);
      answers.set(criterion.id, read.answer);
      attachments.push(...read.attachments);
    }
  }
  return { answers: Object.fromEntries(answers), attachments };
}
