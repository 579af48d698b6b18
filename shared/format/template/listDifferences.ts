import { emptyAnswer, type Answer, type Answers } from '../../domain/assessment/answer.ts';
import { findCriterion } from '../../domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '../../domain/criteria/criteriaSet.ts';
import { saysNothing } from '../../domain/merge/change.ts';
import { toCanonicalJson } from '../canonicalJson.ts';

/** One field of one answer that a file would change. */
export interface AnswerDifference {
  readonly code: string;
  readonly id: string;
  readonly field: keyof Answer;
  /** Null where nothing stands. */
  readonly before: unknown;
  readonly after: unknown;
}

const fields = ['value', 'notApplicable', 'explanation', 'evidence'] as const;

/**
 * What a file would change in the answers that stand. A field that the file leaves empty stays as it is; a value takes back
 * that the criterion does not apply, and the other way round.
 */
export function listDifferences(
  set: CriteriaSet,
  standing: Answers,
  given: Answers,
): readonly AnswerDifference[] {
  return Object.entries(given).flatMap(([id, answer]) => {
    const before = standing[id] ?? emptyAnswer;
    const code = findCriterion(set, id)?.code ?? id;
    const after = applyTo(before, answer);
    return fields
      .filter((field) => toCanonicalJson(before[field]) !== toCanonicalJson(after[field]))
      .map((field) => ({ code, id, field, before: shown(field, before), after: shown(field, after) }));
  });
}

function applyTo(before: Answer, { value, notApplicable, explanation, evidence }: Answer): Answer {
  return {
    value: notApplicable === '' ? (value ?? before.value) : before.value,
    notApplicable: value === null ? notApplicable || before.notApplicable : '',
    explanation: explanation || before.explanation,
    evidence: evidence.length > 0 ? evidence : before.evidence,
  };
}

/** That no item of a checklist is met stands there; an empty text and an empty list of documents do not. */
function shown(field: keyof Answer, answer: Answer): unknown {
  return saysNothing(field, toCanonicalJson(answer[field])) ? null : answer[field];
}
