import { appError, type Result } from '#shared/errors/result.ts';
import {
  emptyAnswer,
  textLimits,
  type Answer,
  type AnswerValue,
  type Evidence,
} from '../domain/assessment/answer.ts';
import { normaliseValue } from '../domain/assessment/normaliseValue.ts';
import type { Criterion } from '../domain/criteria/criteriaSet.ts';
import type { SimpleRule } from '../domain/criteria/rule.ts';
import { parseCalendarDate } from '../domain/dates/calendarDate.ts';
import { isRecord, readText, reportUnknownFields, type FaultList } from './readFields.ts';

/** A file that an evidence entry names; whoever can read files checks and stores it. */
export interface Attachment {
  readonly criterionId: string;
  /** Index in the answer's `evidence`. */
  readonly index: number;
  /** As written, relative to the answers file. */
  readonly path: string;
  readonly place: string;
}

export interface ReadEntry {
  readonly answer: Answer;
  readonly attachments: readonly Attachment[];
}

/** Reads one member of `answers`; every fault goes to `faults`, and what is returned is then of no use. */
export function readAnswerEntry(
  criterion: Criterion,
  entry: unknown,
  place: string,
  faults: FaultList,
): ReadEntry {
  if (!isRecord(entry)) {
    faults.push(appError('object-expected', {}, place));
    return { answer: emptyAnswer, attachments: [] };
  }
  reportUnknownFields(entry, ['value', 'evidence', 'explanation', 'notApplicable'], place, faults);
  const before = faults.length;
  const cards = readEvidence(entry['evidence'], `${place}.evidence`, faults);
  const answer: Answer = {
    value: readValue(criterion, entry['value'], `${place}.value`, faults),
    evidence: cards.map((card) => card.evidence),
    explanation: readText(entry['explanation'], textLimits.long, `${place}.explanation`, faults),
    notApplicable: readReason(criterion, entry['notApplicable'], `${place}.notApplicable`, faults),
  };
  if (faults.length === before) reportHollowAnswer(answer, cards, place, faults);
  return {
    answer,
    attachments: cards.flatMap(({ path }, index) =>
      path === ''
        ? []
        : [{ criterionId: criterion.id, index, path, place: `${place}.evidence.${String(index)}.file` }],
    ),
  };
}

function reportHollowAnswer(
  answer: Answer,
  cards: readonly EvidenceCard[],
  place: string,
  faults: FaultList,
): void {
  const says = answer.value !== null || answer.explanation !== '' || answer.notApplicable !== '';
  if (!says && cards.length === 0) faults.push(appError('answer-empty', {}, place));
  if (answer.value !== null && answer.notApplicable !== '') {
    faults.push(appError('answer-contradictory', {}, place));
  }
  cards.forEach(({ evidence, path }, index) => {
    if (path === '' && Object.values(evidence).every((text) => text === '')) {
      faults.push(appError('document-blank', {}, `${place}.evidence.${String(index)}`));
    }
  });
}

function readValue(
  criterion: Criterion,
  input: unknown,
  place: string,
  faults: FaultList,
): AnswerValue | null {
  const value: Result<AnswerValue | null> = normaliseValue(criterion.rule, criterion.maxPoints, input, place);
  if (!value.ok) {
    faults.push(...value.errors.map((error) => ({ ...error, place: dotted(error.place ?? place) })));
    return null;
  }
  reportMissingFigures(criterion, value.value, place, faults);
  if (criterion.notApplicable === 'refused') reportRefusedParts(criterion, value.value, place, faults);
  return value.value;
}

/** A screen keeps half a ratio while it is being typed; a file is written once and must be whole. */
function reportMissingFigures(
  criterion: Criterion,
  value: AnswerValue | null,
  place: string,
  faults: FaultList,
): void {
  if (criterion.rule.kind === 'sum') {
    const parts = typeof value === 'object' && value !== null && 'parts' in value ? value.parts : [];
    criterion.rule.parts.forEach((part, index) => {
      reportMissingInPair(part.rule, parts[index], `${place}.parts.${String(index)}`, faults);
    });
  } else if (criterion.rule.kind !== 'info') {
    reportMissingInPair(criterion.rule, value, place, faults);
  }
}

function reportMissingInPair(rule: SimpleRule, value: unknown, place: string, faults: FaultList): void {
  const asksPair = rule.kind === 'ratio' || (rule.kind === 'tiers' && rule.measure.kind === 'percent');
  if (!asksPair || !isRecord(value) || 'notApplicable' in value) return;
  for (const figure of ['numerator', 'denominator']) {
    if (value[figure] === null) faults.push(appError('figure-missing', {}, `${place}.${figure}`));
  }
}

function reportRefusedParts(
  criterion: Criterion,
  value: AnswerValue | null,
  place: string,
  faults: FaultList,
): void {
  if (typeof value !== 'object' || value === null || !('parts' in value)) return;
  value.parts.forEach((part, index) => {
    if (isRecord(part) && 'notApplicable' in part) {
      const params = { code: criterion.code };
      faults.push(appError('not-applicable-refused', params, `${place}.parts.${String(index)}`));
    }
  });
}

function readReason(criterion: Criterion, input: unknown, place: string, faults: FaultList): string {
  if (input === undefined || input === null) return '';
  if (criterion.notApplicable === 'refused') {
    faults.push(appError('not-applicable-refused', { code: criterion.code }, place));
    return '';
  }
  const before = faults.length;
  const reason = input === true ? '' : readText(input, textLimits.long, place, faults);
  if (reason === '' && faults.length === before) faults.push(appError('reason-missing', {}, place));
  return reason;
}

interface EvidenceCard {
  readonly evidence: Evidence;
  readonly path: string;
}

const evidenceFields = ['number', 'date', 'issuer', 'title', 'page', 'file'];

function readEvidence(input: unknown, place: string, faults: FaultList): readonly EvidenceCard[] {
  if (input === undefined || input === null) return [];
  if (!Array.isArray(input)) {
    faults.push(appError('list-expected', {}, place));
    return [];
  }
  if (input.length > textLimits.documents) {
    faults.push(appError('documents-too-many', { limit: textLimits.documents }, place));
    return [];
  }
  return input.flatMap((card: unknown, index) => readEvidenceCard(card, `${place}.${String(index)}`, faults));
}

function readEvidenceCard(input: unknown, place: string, faults: FaultList): readonly EvidenceCard[] {
  if (!isRecord(input)) {
    faults.push(appError('object-expected', {}, place));
    return [];
  }
  reportUnknownFields(input, evidenceFields, place, faults);
  const text = (field: string, limit: number): string =>
    readText(input[field], limit, `${place}.${field}`, faults);
  const page = typeof input['page'] === 'number' ? String(input['page']) : text('page', textLimits.short);
  const evidence: Evidence = {
    number: text('number', textLimits.short),
    date: readDate(text('date', textLimits.short), `${place}.date`, faults),
    issuer: text('issuer', textLimits.short),
    title: text('title', textLimits.medium),
    page,
  };
  return [{ evidence, path: text('file', textLimits.medium) }];
}

function readDate(text: string, place: string, faults: FaultList): string {
  if (text === '') return '';
  const date = parseCalendarDate(text);
  if (date.ok) return date.value;
  faults.push(...date.errors.map((error) => ({ ...error, place })));
  return '';
}

/** Places in an answers file are dotted throughout: `value.parts[1]` becomes `value.parts.1`. */
function dotted(place: string): string {
  return place.replace(/\[(\d+)\]/gu, '.$1');
}
