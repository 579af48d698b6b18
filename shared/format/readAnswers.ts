import { appError, fail, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { textLimits, type Answer, type Answers } from '../domain/assessment/answer.ts';
import { parsePeriod, type Period } from '../domain/assessment/period.ts';
import { findCriterion } from '../domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../domain/criteria/criteriaSet.ts';
import { appliesToUnit, type ScoringFrame } from '../domain/scoring/scoreAssessment.ts';
import { unitInForce, type UnitVersion } from '../domain/units/findUnits.ts';
import type { UnitList } from '../domain/units/unitList.ts';
import { openAnswersFile, type OpenedAnswersFile } from './answersFile.ts';
import { readAnswerEntry, type Attachment } from './readAnswerEntry.ts';
import { isRecord, readRequiredText, reportUnknownFields, type FaultList } from './readFields.ts';

/** What an answers file is read against. */
export interface KnownContent {
  readonly sets: readonly { readonly set: CriteriaSet; readonly digest: string }[];
  readonly unitLists: readonly UnitList[];
}

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
  const opened = openAnswersFile(text);
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

function inspectOpened(opened: OpenedAnswersFile, content: KnownContent): InspectedAnswers {
  const faults: FaultList = [...opened.faults];
  reportUnknownFields(opened.fields, knownFields, '', faults);
  const loaded = readSet(opened.fields, content, faults);
  const period = readPeriod(opened.fields, faults);
  const unit = readUnit(opened.fields, period, content.unitLists, faults);
  const unitKind = unit && loaded ? readUnitKind(unit, loaded.set, faults) : null;
  const { answers, attachments } = readAllAnswers(opened.fields['answers'], loaded?.set, unitKind, faults);
  if (faults.length > 0 || !loaded || !period || !unit) return { resolved: null, faults, attachments };
  const frame: ScoringFrame = { set: loaded.set, unitKind: unit.unit.kind, period };
  return { resolved: { frame, digest: loaded.digest, unit, period, answers }, faults, attachments };
}

function readSet(
  fields: OpenedAnswersFile['fields'],
  content: KnownContent,
  faults: FaultList,
): KnownContent['sets'][number] | undefined {
  const id = readRequiredText(fields, 'criteriaSet', textLimits.short, faults);
  const version = readRequiredText(fields, 'criteriaVersion', textLimits.short, faults);
  if (id === '' || version === '') return undefined;
  const found = content.sets.find(({ set }) => set.id === id && set.version === version);
  if (!found) {
    const place = content.sets.some(({ set }) => set.id === id) ? 'criteriaVersion' : 'criteriaSet';
    faults.push(appError('criteria-set-unknown', { set: `${id}@${version}` }, place));
  }
  return found;
}

function readPeriod(fields: OpenedAnswersFile['fields'], faults: FaultList): Period | undefined {
  const text = readRequiredText(fields, 'period', textLimits.short, faults);
  if (text === '') return undefined;
  const period = parsePeriod(text);
  if (period.ok) return period.value;
  faults.push(...period.errors.map((error) => ({ ...error, place: 'period' })));
  return undefined;
}

/** Codes are reused, so which unit is meant depends on the last day of the period. */
function readUnit(
  fields: OpenedAnswersFile['fields'],
  period: Period | undefined,
  lists: readonly UnitList[],
  faults: FaultList,
): UnitVersion | undefined {
  const code = readRequiredText(fields, 'unit', textLimits.short, faults);
  if (code === '') return undefined;
  if (!lists.some((list) => list.units.some((unit) => unit.code === code))) {
    faults.push(appError('unit-unknown', { code: code.slice(0, 40) }, 'unit'));
    return undefined;
  }
  if (!period) return undefined;
  const unit = unitInForce(lists, code, period.lastDay);
  if (!unit) faults.push(appError('unit-not-in-force', { code, day: period.lastDay }, 'unit'));
  return unit;
}

/** The kind of unit by which criteria are checked; null where the set is not for it at all, told once. */
function readUnitKind(unit: UnitVersion, set: CriteriaSet, faults: FaultList): string | null {
  if (set.appliesTo.some((kind) => kind === unit.unit.kind)) return unit.unit.kind;
  faults.push(appError('criteria-set-not-for-unit', { set: set.id, unit: unit.unit.name }, 'unit'));
  return null;
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
      const criterion = findByKey(set, key, unitKind, answers, faults);
      if (!criterion) continue;
      const read = readAnswerEntry(criterion, entry, `answers.${key}`, faults);
      answers.set(criterion.id, read.answer);
      attachments.push(...read.attachments);
    }
  }
  return { answers: Object.fromEntries(answers), attachments };
}

function findByKey(
  set: CriteriaSet,
  key: string,
  unitKind: string | null,
  answers: ReadonlyMap<string, Answer>,
  faults: FaultList,
): Criterion | undefined {
  const place = `answers.${key}`;
  const criterion = findCriterion(set, key.normalize('NFKC').trim());
  if (!criterion) faults.push(appError('criterion-unknown', { key: key.slice(0, 40) }, place));
  else if (answers.has(criterion.id)) {
    faults.push(appError('criterion-repeated', { code: criterion.code }, place));
  } else if (unitKind !== null && !appliesToUnit(criterion, unitKind)) {
    faults.push(appError('criterion-does-not-apply', { code: criterion.code }, place));
    return undefined;
  }
  return criterion;
}
