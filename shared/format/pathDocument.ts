import type { AnswerValue } from '../domain/assessment/answer.ts';
import { namesDocument } from '../domain/assessment/answer.ts';
import type { Threshold } from '../domain/criteria/criteriaSet.ts';
import { toFraction } from '../domain/numbers/decimal.ts';
import type { Path, PathAnswer, PathStep, PathStrategy } from '../domain/path/findPaths.ts';
import type { ScoringFrame } from '../domain/scoring/scoreAssessment.ts';
import { zero } from '../domain/scoring/pointsOfRule.ts';
import { formatNeed, formatNumber, type ReportLanguage } from '../report/formatFigure.ts';
import type { FractionText } from './scoreDocument.ts';

export interface PathStepDocument {
  readonly code: string;
  readonly id: string;
  /** The present value and the proposed one, each as an answers file writes it; null while unanswered. */
  readonly from: AnswerValue | null;
  readonly to: AnswerValue;
  /** In the threshold's measure: points, or criteria met. */
  readonly gain: FractionText;
  readonly points: FractionText;
  readonly effort: number;
  /** Whether a document is named already; without one the points do not count as evidenced. */
  readonly evidence: boolean;
}

export interface PathPlanDocument {
  readonly strategy: PathStrategy;
  readonly effort: number;
  readonly gain: FractionText;
  readonly steps: readonly PathStepDocument[];
}

/** The ways to a threshold as the command line gives them (docs/cli.md). */
export interface PathDocument {
  readonly criteriaSet: string;
  readonly criteriaVersion: string;
  readonly unit: string;
  readonly period: string;
  readonly threshold: {
    readonly id: string;
    readonly measure: Threshold['measure'];
    readonly at: FractionText;
  };
  readonly state: PathAnswer['kind'];
  /** What is missing, in points or criteria; `"0"` once reached. */
  readonly need: FractionText;
  /** What all improvements together would bring; null unless out of reach. */
  readonly available: FractionText | null;
  readonly paths: readonly PathPlanDocument[];
  /** Codes of criteria whose declared points still lack their evidence. */
  readonly evidenceMissing: readonly string[];
  /** The figures for people, in one language: what is missing, and the gain of each path in order. */
  readonly display: { readonly need: string; readonly gains: readonly string[] };
}

export function toPathDocument(
  frame: ScoringFrame,
  unitCode: string,
  threshold: Threshold,
  answer: PathAnswer,
  language: ReportLanguage,
): PathDocument {
  const paths = answer.kind === 'paths' ? answer.paths : [];
  const need = answer.kind === 'reached' ? zero : answer.need;
  return {
    criteriaSet: frame.set.id,
    criteriaVersion: frame.set.version,
    unit: unitCode,
    period: frame.period.code,
    threshold: {
      id: threshold.id,
      measure: threshold.measure,
      at: toFraction(threshold.at).toFraction(),
    },
    state: answer.kind,
    need: need.toFraction(),
    available: answer.kind === 'out-of-reach' ? answer.available.toFraction() : null,
    paths: paths.map((path) => toPlan(path, threshold.measure)),
    evidenceMissing:
      answer.kind === 'paths' ? answer.evidenceMissing.map(({ criterion }) => criterion.code) : [],
    display: {
      need: formatNeed(need, threshold.measure, language),
      gains: paths.map(({ gain }) => formatNumber(gain, language)),
    },
  };
}

function toPlan(path: Path, measure: Threshold['measure']): PathPlanDocument {
  return {
    strategy: path.strategy,
    effort: path.effort,
    gain: path.gain.toFraction(),
    steps: path.steps.map((step) => toStep(step, measure)),
  };
}

function toStep({ score, improvement, effort }: PathStep, measure: Threshold['measure']): PathStepDocument {
  const points = improvement.gain.toFraction();
  return {
    code: score.criterion.code,
    id: score.criterion.id,
    from: score.answer.value,
    to: improvement.value,
    gain: measure === 'points' ? points : improvement.met && !score.met ? '1' : '0',
    points,
    effort,
    evidence: score.answer.evidence.some(namesDocument),
  };
}
