import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { emptyAnswer, type Answer, type AnswerValue } from '../../shared/domain/assessment/answer.ts';
import { normaliseValue } from '../../shared/domain/assessment/normaliseValue.ts';
import { parsePeriod } from '../../shared/domain/assessment/period.ts';
import type { CriteriaSet, Criterion } from '../../shared/domain/criteria/criteriaSet.ts';
import type { Rule } from '../../shared/domain/criteria/rule.ts';
import { findPaths, type PathStep } from '../../shared/domain/path/findPaths.ts';
import { scoreAssessment, type AssessmentScore } from '../../shared/domain/scoring/scoreAssessment.ts';
import { assertNever } from '../../shared/errors/assertNever.ts';
import { productFolder, readContent, readMainSample } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';
import type { Given } from './desk.ts';

const sampleFile = path.join(productFolder, 'resources/demo/01-phuong-hai-chau.json');

/** The demo's main sample as an answers file of the year before; its file name. */
export function writeLastYear(folder: string): string {
  const lastYear = readFileSync(sampleFile, 'utf8')
    .replace('"period": "2026"', '"period": "2025"')
    .replaceAll('"2026-', '"2025-')
    .replaceAll('năm 2026', 'năm 2025');
  const file = path.join(folder, 'nam-2025.json');
  writeFileSync(file, lastYear);
  return file;
}

/** What a ward gives for every criterion in 2026, as typed, and what the engine says about it. */
export class YearPlan {
  readonly set: CriteriaSet;
  readonly criteria: readonly Criterion[];
  private readonly given: Record<string, Given>;

  constructor(set: CriteriaSet) {
    this.set = set;
    const { answers } = readMainSample(readContent());
    this.criteria = set.groups
      .flatMap((group) => group.criteria)
      .filter((criterion) => criterion.appliesTo.includes('phuong'));
    this.given = Object.fromEntries(
      this.criteria.map(({ id, rule }) => {
        const value = answers[id]?.value ?? null;
        return [id, value === null ? leastOf(rule) : asTyped(value)];
      }),
    );
  }

  givenFor(criterion: Criterion): Given {
    return this.given[criterion.id] ?? leastOf(criterion.rule);
  }

  score(): AssessmentScore {
    const answers = this.criteria.map((criterion): [string, Answer] => {
      const { id, code, rule, maxPoints } = criterion;
      const value = valueOf(normaliseValue(rule, maxPoints, this.givenFor(criterion), code));
      return [id, { ...emptyAnswer, value }];
    });
    const frame = { set: this.set, unitKind: 'phuong', period: valueOf(parsePeriod('2026')) } as const;
    return scoreAssessment(frame, Object.fromEntries(answers));
  }

  /** The first step of the best way to the set's first threshold; `null` once it is reached. */
  nextStep(): PathStep | null {
    const [threshold] = this.set.thresholds;
    if (!threshold) throw new Error('The set has no threshold');
    const answer = findPaths(this.score(), threshold, {}, this.set.policy);
    return answer.kind === 'paths' ? (answer.paths[0]?.steps[0] ?? null) : null;
  }

  /** Does a step: from now on its value is what the ward gives. */
  take({ score, improvement }: PathStep): Given {
    const given = asTyped(improvement.value);
    this.given[score.criterion.id] = given;
    return given;
  }
}

/** A stored value as an officer types it, with the decimal comma. */
function asTyped(value: AnswerValue): Given {
  if (typeof value === 'string') return /^\d+\.\d+$/u.test(value) ? value.replace('.', ',') : value;
  if (typeof value === 'boolean' || Array.isArray(value)) return value as Given;
  if ('numerator' in value) {
    const { numerator, denominator } = value;
    return {
      numerator: asTyped(numerator ?? '') as string,
      denominator: asTyped(denominator ?? '') as string,
    };
  }
  const { parts } = value as { readonly parts: readonly AnswerValue[] };
  return { parts: parts.map(asTyped) };
}

/** The poorest sound answer to a rule: what nobody did anything about this year. */
function leastOf(rule: Rule): Given {
  const pair = { numerator: '10', denominator: '100' };
  switch (rule.kind) {
    case 'yes_no':
      return false;
    case 'choice':
      return rule.options.at(-1)?.id ?? '';
    case 'checklist':
      return rule.items.slice(0, 1).map((item) => item.id);
    case 'tiers':
      return rule.measure.kind === 'count' ? '0' : pair;
    case 'ratio':
      return pair;
    case 'count':
    case 'manual':
      return '0';
    case 'info':
      return 'Chưa khảo sát';
    case 'sum':
      return { parts: rule.parts.map((part) => leastOf(part.rule)) };
    default:
      return assertNever(rule);
  }
}
