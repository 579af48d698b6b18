import Fraction from 'fraction.js';
import { findPaths } from '../../shared/domain/path/findPaths.ts';
import { scoreAssessment } from '../../shared/domain/scoring/scoreAssessment.ts';
import type { ResolvedAnswers } from '../../shared/format/readAnswers.ts';
import { timeRuns, type Timing } from './measure.ts';

/** A whole score from canonical answers. Floor: adding up as many fractions as there are criteria. */
export async function measureScoring({ frame, answers }: ResolvedAnswers) {
  const { criteria } = scoreAssessment(frame, answers);
  const points = criteria.map((score) => score.points);
  const scoring = await timeRuns(2000, () => scoreAssessment(frame, answers));
  const floor = await timeRuns(2000, () => points.reduce((sum, figure) => sum.add(figure), new Fraction(0)));
  return { criteria: criteria.length, scoring, floor };
}

/** The three alternatives to each threshold of the set, from the same answers. */
export async function measurePaths({
  frame,
  answers,
}: ResolvedAnswers): Promise<Readonly<Record<string, Timing>>> {
  const score = scoreAssessment(frame, answers);
  const timings: Record<string, Timing> = {};
  for (const threshold of frame.set.thresholds) {
    timings[threshold.id] = await timeRuns(30, () => findPaths(score, threshold, {}, frame.set.policy));
  }
  return timings;
}
