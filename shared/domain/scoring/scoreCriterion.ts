import type Fraction from 'fraction.js';
import {
  emptyAnswer,
  namesDocument,
  type Answer,
  type PartAnswer,
  type SimpleValue,
} from '../assessment/answer.ts';
import type { Criterion } from '../criteria/criteriaSet.ts';
import type { Rule, SimpleRule, SumPart } from '../criteria/rule.ts';
import { toFraction } from '../numbers/decimal.ts';
import { pointsOfRule, zero } from './pointsOfRule.ts';
import { ruleForYear } from './ruleForYear.ts';

export type AnswerState = 'answered' | 'unanswered' | 'not-applicable';

/** The score of one criterion or of one part of a `sum`. */
interface Scored {
  readonly state: AnswerState;
  /** Points as declared; 0 while unanswered. */
  readonly points: Fraction;
  /** What it can be worth; 0 when it does not apply. */
  readonly max: Fraction;
  readonly met: boolean;
}

export interface PartScore extends Scored {
  readonly part: SumPart;
}

export interface CriterionScore extends Scored {
  readonly criterion: Criterion;
  /** The rule with the target of the assessed year in place. */
  readonly rule: Rule;
  readonly answer: Answer;
  /** Points if everything still unanswered turned out best. */
  readonly ceiling: Fraction;
  /** Parts of a `sum`, in order; empty for other rules. */
  readonly parts: readonly PartScore[];
  /** Whether the evidence rule is satisfied; points without it do not count on the evidenced basis. */
  readonly evidenced: boolean;
  /** An explanation is compulsory where evidence is missing and for points an officer proposes. */
  readonly explanationMissing: boolean;
  /** Ordinary, scored and applicable: enters points, maximum and the number of criteria. */
  readonly counts: boolean;
}

/** Scores one criterion for the year of the period. The answer must be canonical (`normaliseValue`). */
export function scoreCriterion(
  criterion: Criterion,
  answer: Answer | undefined = emptyAnswer,
  year: number,
): CriterionScore {
  const rule = ruleForYear(criterion, year);
  const max = toFraction(criterion.maxPoints);
  const parts = rule.kind === 'sum' ? scoreParts(rule.parts, answer) : [];
  const scored = scoreAnswer(rule, parts, answer, max);
  const hasEvidence = answer.evidence.some(namesDocument);
  const claims = scored.state === 'answered' && scored.points.gt(zero);
  const evidenced = criterion.evidenceRule === 'none' || !claims || hasEvidence;
  return {
    ...scored,
    criterion,
    rule,
    answer,
    parts,
    evidenced,
    ceiling: scored.state === 'unanswered' ? scored.max : scored.points,
    explanationMissing:
      answer.explanation.trim() === '' &&
      scored.state === 'answered' &&
      (!evidenced || rule.kind === 'manual'),
    counts: criterion.role === 'ordinary' && rule.kind !== 'info' && scored.state !== 'not-applicable',
  };
}

function scoreAnswer(rule: Rule, parts: readonly PartScore[], answer: Answer, max: Fraction): Scored {
  if (answer.notApplicable !== '') return notApplicable;
  if (rule.kind === 'sum') return sumOfParts(parts);
  if (rule.kind === 'info') {
    const state = answer.value === null || answer.value === '' ? 'unanswered' : 'answered';
    return { state, points: zero, max: zero, met: false };
  }
  return scoreSimple(rule, answer.value as SimpleValue | null, max);
}

const notApplicable: Scored = { state: 'not-applicable', points: zero, max: zero, met: false };

function scoreSimple(rule: SimpleRule, value: SimpleValue | null, max: Fraction): Scored {
  if (!isComplete(value)) return { state: 'unanswered', points: zero, max, met: false };
  return { state: 'answered', max, ...pointsOfRule(rule, value, max) };
}

/** Whether an answer has every figure its rule asks for; half a ratio is kept but not scored. */
function isComplete(value: SimpleValue | null): value is SimpleValue {
  if (value === null) return false;
  if (typeof value === 'object' && 'numerator' in value) {
    return value.numerator !== null && value.denominator !== null;
  }
  return true;
}

function scoreParts(parts: readonly SumPart[], answer: Answer): readonly PartScore[] {
  const value = answer.value;
  const given: readonly PartAnswer[] =
    typeof value === 'object' && value !== null && 'parts' in value ? value.parts : [];
  return parts.map((part, index) => {
    const partAnswer = given[index] ?? null;
    const scored =
      typeof partAnswer === 'object' && partAnswer !== null && 'notApplicable' in partAnswer
        ? notApplicable
        : scoreSimple(part.rule, partAnswer, toFraction(part.points));
    return { part, ...scored };
  });
}

/** A `sum` counts once every part is answered or does not apply; until then it is unanswered as a whole. */
function sumOfParts(parts: readonly PartScore[]): Scored {
  const applicable = parts.filter((part) => part.state !== 'not-applicable');
  if (applicable.length === 0) return notApplicable;
  const max = applicable.reduce((sum, part) => sum.add(part.max), zero);
  if (applicable.some((part) => part.state === 'unanswered')) {
    return { state: 'unanswered', points: zero, max, met: false };
  }
  const points = applicable.reduce((sum, part) => sum.add(part.points), zero);
  return { state: 'answered', points, max, met: applicable.every((part) => part.met) };
}
