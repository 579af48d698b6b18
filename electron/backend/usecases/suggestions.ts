import type { AnswerEdit } from '#shared/api/contract.ts';
import type { Evidence } from '#shared/domain/assessment/answer.ts';
import type { Suggestion } from '#shared/domain/carryForward/suggestAnswers.ts';
import { findCriterion, listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import { collect, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toCanonicalJson } from '#shared/format/canonicalJson.ts';
import { answersOfCells, answersOfCriteria, emptyStoredAnswer, type StoredAnswer } from './answersOfCells.ts';
import type { UseCaseContext } from './context.ts';
import { decideEdits } from './decideEdits.ts';
import { findAssessment, findEditable } from './editableAssessment.ts';
import { findAuthor } from './profile.ts';
import { findSetOf } from './readAssessment.ts';
import type { RecordedAnswers } from './recordAnswers.ts';
import { recordStep } from './recordStep.ts';

/**
 * What earlier assessments answered and nobody has settled yet, in printed order. Errors: `assessment-unknown`,
 * `criteria-set-unknown`, `criteria-set-changed`, and those of the storage.
 */
export function listSuggestions(
  context: UseCaseContext,
  { assessmentId }: { readonly assessmentId: string },
): Result<readonly Suggestion[]> {
  return context.store.read((reader) => {
    const record = findAssessment(reader, assessmentId);
    if (!record.ok) return record;
    const loadedSet = findSetOf(context.content, record.value);
    if (!loadedSet.ok) return loadedSet;
    const open = new Map(
      reader.listOpenSuggestions(record.value.number).map((one) => [one.criterionId, one]),
    );
    return succeed(listCriteria(loadedSet.value.set).flatMap(({ id }) => open.get(id) ?? []));
  });
}

/** Criterion ids; the two lists share none. */
export interface SuggestionsToSettle {
  readonly assessmentId: string;
  readonly accept: readonly string[];
  readonly dismiss: readonly string[];
  readonly author?: string;
}

/**
 * Takes suggestions over into the answers, or puts them away, as one step; undoing the step opens them again. An
 * accepted figure takes the place of the one that stands; documents join those that stand, and an explanation that
 * stands is kept. Errors: `suggestion-unknown`, `documents-too-many`, `assessment-unknown`, `assessment-signed`,
 * `criteria-set-unknown`, `criteria-set-changed`, and those of the storage.
 */
export function settleSuggestions(
  context: UseCaseContext,
  { assessmentId, accept, dismiss, author }: SuggestionsToSettle,
): Result<RecordedAnswers> {
  return context.store.write((writer) => {
    const record = findEditable(writer, assessmentId);
    if (!record.ok) return record;
    const { number, unitKind } = record.value;
    const loadedSet = findSetOf(context.content, record.value);
    if (!loadedSet.ok) return loadedSet;
    const { set } = loadedSet.value;
    const open = writer.listOpenSuggestions(number);
    const picked = pick(open, [...accept, ...dismiss], set);
    if (!picked.ok) return picked;
    const answers = answersOfCells(writer.readCells(number));
    const edits = picked.value.flatMap((one) =>
      accept.includes(one.criterionId) ? editsOf(one, answers[one.criterionId] ?? emptyStoredAnswer) : [],
    );
    // A file of the last period that has vanished is shown as missing; it does not stand in the way.
    const checked = decideEdits({ set, unitKind, locateFile: () => succeed('') }, edits);
    if (!checked.ok) return checked;
    const changedAt = context.now().toISOString();
    const settles = picked.value.map(({ criterionId }) => criterionId);
    const recorded = recordStep(writer, number, {
      kind: 'suggestion',
      edits: checked.value,
      settles,
      author: author ?? findAuthor(writer),
      changedAt,
    });
    return succeed({
      ...recorded,
      answers: answersOfCriteria(writer.readCells(number), new Set(accept)),
    });
  });
}

/** Those named, in that order. Errors: `suggestion-unknown`, each with the criterion as place. */
function pick(
  open: readonly Suggestion[],
  criterionIds: readonly string[],
  set: CriteriaSet,
): Result<readonly Suggestion[]> {
  const byId = new Map(open.map((suggestion) => [suggestion.criterionId, suggestion]));
  return collect(
    [...new Set(criterionIds)].map((id) => {
      const suggestion = byId.get(id);
      if (suggestion) return succeed(suggestion);
      const code = findCriterion(set, id)?.code ?? id.slice(0, 40);
      return failWith('suggestion-unknown', { code }, code);
    }),
  );
}

function editsOf(suggestion: Suggestion, standing: StoredAnswer): readonly AnswerEdit[] {
  const { criterionId, value, explanation } = suggestion;
  const evidence = joinDocuments(standing.evidence, suggestion.evidence);
  const edits: AnswerEdit[] = [];
  if (value !== null) edits.push({ criterionId, field: 'value', value });
  if (evidence.length > standing.evidence.length) {
    edits.push({ criterionId, field: 'evidence', value: [...evidence] });
  }
  if (explanation !== '' && standing.explanation.trim() === '') {
    edits.push({ criterionId, field: 'explanation', value: explanation });
  }
  return edits;
}

function joinDocuments(standing: readonly Evidence[], offered: readonly Evidence[]): readonly Evidence[] {
  const known = new Set(standing.map(toCanonicalJson));
  return [...standing, ...offered.filter((card) => !known.has(toCanonicalJson(card)))];
}
