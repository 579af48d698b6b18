import type { Answer, Answers, AnswerValue, Evidence } from '../assessment/answer.ts';
import { findCriterion } from '../criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../criteria/criteriaSet.ts';
import { scoreCriterion } from '../scoring/scoreCriterion.ts';
import { combineValues } from './combineValues.ts';

/** How a criterion of an older version lives on in a newer one. A criterion not named in a map is unchanged. */
export interface CriterionChange {
  /** Id in the older version. */
  readonly from: string;
  /** Ids in the newer version: none when removed, several when split. */
  readonly to: readonly string[];
  /** Only an unchanged or renamed rule lets figures be taken over; otherwise only the documents are. */
  readonly keepsValue: boolean;
}

/** An earlier assessment that the new one may start from. */
export interface EarlierAssessment {
  readonly unitCode: string;
  readonly unitName: string;
  readonly period: string;
  readonly year: number;
  readonly set: CriteriaSet;
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
  changes: readonly CriterionChange[] = [],
): readonly Suggestion[] {
  return criteria.flatMap((criterion) => {
    const found = earlier.flatMap((assessment) => answersBefore(assessment, criterion, set, changes));
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
  changes: readonly CriterionChange[],
): readonly Found[] {
  const named = changes.filter((change) => change.to.includes(criterion.id));
  const sources =
    assessment.set.version === set.version || named.length === 0
      ? [{ from: criterion.id, keepsValue: true }]
      : named;
  return sources.flatMap((source): readonly Found[] => {
    const before = findCriterion(assessment.set, source.from);
    const answer = assessment.answers[source.from];
    if (!before || answer?.notApplicable !== '') return [];
    const isComplete = scoreCriterion(before, answer, assessment.year).state === 'answered';
    const keepsValue = source.keepsValue && before.rule.kind === criterion.rule.kind && sources.length === 1;
    if (!isComplete && answer.evidence.length === 0) return [];
    const { unitName, period } = assessment;
    return [{ unitName, period, answer, value: isComplete && keepsValue ? answer.value : null }];
  });
}

function withoutRepeats(evidence: readonly Evidence[]): readonly Evidence[] {
  const seen = new Map(evidence.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
