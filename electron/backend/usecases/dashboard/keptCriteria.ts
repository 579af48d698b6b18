import Fraction from 'fraction.js';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '#shared/domain/criteria/criteriaSet.ts';
import { sumOfMany } from '#shared/domain/numbers/sumOfMany.ts';
import { isWorthOn, type Basis, type ComparedCriterion } from '#shared/domain/ranking/scoredUnit.ts';
import type { CriterionSum } from '#shared/domain/ranking/weakestCriteria.ts';
import { zero } from '#shared/domain/scoring/pointsOfRule.ts';

/** A criterion that counts, on one basis. */
export type KeptCriterion = Pick<
  ComparedCriterion,
  'criterion' | 'state' | 'points' | 'max' | 'met' | 'counts'
>;

const letters = { answered: 'a', unanswered: 'u', 'not-applicable': 'n' } as const satisfies Record<
  ComparedCriterion['state'],
  string
>;
const states = new Map(
  Object.entries(letters).map(([state, letter]) => [letter as string, state as ComparedCriterion['state']]),
);

/**
 * A short text for each criterion of the set in order, empty where it does not count: state, points, maximum, whether
 * it is met, whether it is proved. Equal scores are equal texts, so that many units are added up by counting texts.
 */
export function toCriteriaText(criteria: readonly ComparedCriterion[], set: CriteriaSet): string {
  const counting = new Map(
    criteria.filter(({ counts }) => counts).map((score) => [score.criterion.id, score]),
  );
  return JSON.stringify(
    listCriteria(set).map(({ id }) => {
      const score = counting.get(id);
      return score ? scoreText(score) : '';
    }),
  );
}

function scoreText({ state, points, max, met, evidenced }: ComparedCriterion): string {
  const marks = `${letters[state]}${met ? '1' : '0'}${evidenced ? '1' : '0'}`;
  return `${marks} ${points.toFraction()} ${max.toFraction()}`;
}

function readTexts(kept: string): readonly string[] {
  return JSON.parse(kept) as readonly string[];
}

function readScore(text: string, criterion: Criterion, basis: Basis): KeptCriterion {
  const [marks = '', points = '0', max = '0'] = text.split(' ');
  const state = states.get(marks.charAt(0)) ?? 'unanswered';
  const isWorth = isWorthOn(basis, { criterion, evidenced: marks.charAt(2) === '1' });
  return {
    criterion,
    state,
    points: isWorth ? new Fraction(points) : zero,
    max: new Fraction(max),
    met: isWorth && marks.charAt(1) === '1',
    counts: true,
  };
}

/** The criteria of one assessment that count, in the order of its set. */
export function readCriteria(kept: string, set: CriteriaSet, basis: Basis): readonly KeptCriterion[] {
  return openCriteriaReader(set, basis)(kept);
}

/** {@link readCriteria} for many assessments: equal scores of a criterion are read once and are one value. */
export function openCriteriaReader(
  set: CriteriaSet,
  basis: Basis,
): (kept: string) => readonly KeptCriterion[] {
  const known = listCriteria(set).map((criterion) => ({
    criterion,
    scores: new Map<string, KeptCriterion>(),
  }));
  return (kept) =>
    readTexts(kept).flatMap((text, index) => {
      const found = known[index];
      if (!found || text === '') return [];
      const score = found.scores.get(text) ?? readScore(text, found.criterion, basis);
      found.scores.set(text, score);
      return score;
    });
}

/** What is kept of the criteria of an assessment, with the version of the set that it was scored by. */
export interface KeptCriteria {
  readonly kept: string;
  readonly set: CriteriaSet;
}

/** One criterion of one assessment; undefined where it does not count. */
export function readOneCriterion(
  { kept, set }: KeptCriteria,
  id: string,
  basis: Basis,
): KeptCriterion | undefined {
  const index = listCriteria(set).findIndex((criterion) => criterion.id === id);
  const criterion = listCriteria(set)[index];
  const text = readTexts(kept)[index];
  return criterion && text ? readScore(text, criterion, basis) : undefined;
}

/** Adds up each criterion over assessments; what it answers is asked by the criterion's id. */
export function sumCriteria(
  all: Iterable<KeptCriteria>,
  basis: Basis,
): (criterionId: string) => CriterionSum {
  const found = new Map<string, CountedTexts>();
  const ofSets = new Map<CriteriaSet, readonly CountedTexts[]>();
  for (const { kept, set } of all) {
    const counted = ofSets.get(set) ?? listCriteria(set).map((criterion) => countedFor(criterion, found));
    ofSets.set(set, counted);
    for (const [index, text] of readTexts(kept).entries()) {
      const times = counted[index]?.times;
      if (text !== '') times?.set(text, (times.get(text) ?? 0) + 1);
    }
  }
  return (id) => sumTexts(found.get(id), basis);
}

/** How often each text stands for a criterion; versions of a set share it by the criterion's id. */
interface CountedTexts {
  readonly criterion: Criterion;
  readonly times: Map<string, number>;
}

function countedFor(criterion: Criterion, found: Map<string, CountedTexts>): CountedTexts {
  const counted = found.get(criterion.id) ?? { criterion, times: new Map<string, number>() };
  found.set(criterion.id, counted);
  return counted;
}

function sumTexts(counted: CountedTexts | undefined, basis: Basis): CriterionSum {
  const scores = [...(counted?.times ?? [])].flatMap(([text, times]) =>
    counted ? { ...readScore(text, counted.criterion, basis), times } : [],
  );
  const timesOf = (some: typeof scores): number => some.reduce((sum, { times }) => sum + times, 0);
  return {
    units: timesOf(scores),
    answered: timesOf(scores.filter(({ state }) => state === 'answered')),
    met: timesOf(scores.filter(({ met }) => met)),
    points: sumOfMany(scores.map(({ points, times }) => points.mul(times))),
    max: sumOfMany(scores.map(({ max, times }) => max.mul(times))),
  };
}
