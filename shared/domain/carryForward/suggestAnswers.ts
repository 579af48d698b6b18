import type { Answer, Answers, AnswerValue, Evidence } from '../assessment/answer.ts';
import type { CriteriaSet, Criterion } from '../criteria/criteriaSet.ts';
import type { CriterionChange } from '../criteria/setMap.ts';
import { scoreCriterion } from '../scoring/scoreCriterion.ts';
import { combineValues } from './combineValues.ts';
import { sourcesOf } from './mapCriteria.ts';

/** An earlier assessment that the new one may start from. */
export interface EarlierAssessment {
  readonly unitCode: string;
  readonly unitName: string;
  readonly period: string;
  readonly year: number;
  readonly set: CriteriaSet;
  /** From its version of the set to that of the new assessment. */
  readonly changes: readonly CriterionChange[];
  readonly answers: Answers;
  /** `split` when only a part of that unit belongs to the new one: its figures cannot simply be added. */
  readonly part: 'whole' | 'split';
}

/** What was answered before, offered for the officer to confirm; nothing counts until confirmed. */
export interface Suggestion {
  readonly criterionId: string;
  /** `null` when only documents can be offered. */
  readonly value: AnswerValue | null;
  readonly evidence: readonly Evidence[];
  readonly explanation: string;
  readonly from: readonly {
    readonly unitName: string;
    readonly period: string;
    readonly value: AnswerValue | null;
  }[];
}

/**
 * Suggestions for a new assessment out of earlier ones of the same unit or of the units it was formed from,
 * through the map from the older version of the set. Answers to removed criteria stay where they are.
 */
export function suggestAnswers(
  set: CriteriaSet,
  criteria: readonly Criterion[],
  earlier: readonly EarlierAssessment[],
): readonly Suggestion[] {
  return criteria.flatMap((criterion) => {
    const found = earlier.flatMap((assessment) => answersBefore(assessment, criterion, set));
    if (found.length === 0) return [];
    const complete =
      earlier.every((assessment) => assessment.part === 'whole') && found.length === earlier.length;
    const values = found.map((one) => one.value).filter((value) => value !== null);
    return [
      {
        criterionId: criterion.id,
        value: complete && values.length === found.length ? combineValues(criterion.rule, values) : null,
        evidence: withoutRepeats(found.flatMap((one) => one.answer.evidence)),
        explanation: found.length === 1 ? (found[0]?.answer.explanation ?? '') : '',
        from: found.map((one) => ({ unitName: one.unitName, period: one.period, value: one.answer.value })),
      },
    ];
  });
}

interface Found {
  readonly unitName: string;
  readonly period: string;
  readonly answer: Answer;
  readonly value: AnswerValue | null;
}

function answersBefore(
  assessment: EarlierAssessment,
  criterion: Criterion,
  set: CriteriaSet,
): readonly Found[] {
  const sources = sourcesOf(assessment.set, set, criterion, assessment.changes);
  return sources.flatMap(({ before, keepsValue }): readonly Found[] => {
    const answer = assessment.answers[before.id];
    if (answer?.notApplicable !== '') return [];
    const isComplete = scoreCriterion(before, answer, assessment.year).state === 'answered';
    if (!isComplete && answer.evidence.length === 0) return [];
    const { unitName, period } = assessment;
    return [{ unitName, period, answer, value: isComplete && keepsValue ? answer.value : null }];
  });
}

function withoutRepeats(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Map(evidence.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
