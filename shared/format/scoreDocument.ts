import type Fraction from 'fraction.js';
import { toFraction } from '../domain/numbers/decimal.ts';
import { hundred } from '../domain/scoring/pointsOfRule.ts';
import type {
  AssessmentScore,
  ScoringFrame,
  Standing,
  Verdict,
  VerdictState,
} from '../domain/scoring/scoreAssessment.ts';
import type { AnswerState, CriterionScore } from '../domain/scoring/scoreCriterion.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import { formatNumber, formatPercent, type ReportLanguage } from '../report/formatFigure.ts';

/** An exact reduced fraction: `"80"`, `"333/4"`. */
export type FractionText = string;

export interface VerdictDocument {
  readonly id: string;
  readonly measure: 'points' | 'criteria';
  readonly at: FractionText;
  readonly state: VerdictState;
}

export interface CriterionDocument {
  readonly code: string;
  readonly id: string;
  readonly state: AnswerState;
  readonly points: FractionText;
  readonly max: FractionText;
  readonly met: boolean;
}

/** The figures for people, in one language; never read back by machines. */
export interface ScoreDisplay {
  readonly points: string;
  readonly max: string;
  readonly percent: string;
  readonly floorPercent: string;
  readonly ceilingPercent: string;
  readonly bonus: string;
  readonly penalty: string;
  readonly total: string;
  readonly criteriaPercent: string;
  readonly band: string;
  readonly verdicts: readonly string[];
  readonly evidencedPoints: string;
  readonly evidencedPercent: string;
}

/** The score of an assessment as the command line gives it (docs/cli.md). Percentages are null where nothing counts. */
export interface ScoreDocument {
  readonly criteriaSet: string;
  readonly criteriaVersion: string;
  readonly unit: string;
  readonly period: string;
  readonly points: FractionText;
  readonly max: FractionText;
  readonly percent: FractionText | null;
  /** What is unanswered counts nothing here and fully in the ceiling. */
  readonly floorPercent: FractionText | null;
  readonly ceilingPercent: FractionText | null;
  readonly bonus: FractionText;
  readonly penalty: FractionText;
  readonly total: FractionText;
  readonly criteriaMet: number;
  readonly criteriaApplicable: number;
  readonly criteriaPercent: FractionText | null;
  readonly verdicts: readonly VerdictDocument[];
  readonly band: string | null;
  readonly mandatoryUnmet: readonly string[];
  readonly criteria: readonly CriterionDocument[];
  readonly evidenced: {
    readonly points: FractionText;
    readonly percent: FractionText | null;
    readonly verdicts: readonly VerdictDocument[];
  };
  readonly display: ScoreDisplay;
}

/** Sentences of the `cli` catalogue in the chosen language. */
export type CliTranslate = (
  key: `cli:${keyof Catalogue['cli'] & string}`,
  params?: Readonly<Record<string, string | number>>,
) => string;

/** The language in which people read the figures, with its sentences. */
export interface Wording {
  readonly language: ReportLanguage;
  readonly translate: CliTranslate;
}

export function toScoreDocument(
  frame: ScoringFrame,
  unitCode: string,
  score: AssessmentScore,
  wording: Wording,
): ScoreDocument {
  const { claimed, evidenced } = score;
  return {
    criteriaSet: frame.set.id,
    criteriaVersion: frame.set.version,
    unit: unitCode,
    period: frame.period.code,
    points: claimed.points.toFraction(),
    max: claimed.max.toFraction(),
    percent: textOrNull(claimed.percent),
    floorPercent: textOrNull(claimed.percent),
    ceilingPercent: textOrNull(claimed.ceilingPercent),
    bonus: score.bonus.toFraction(),
    penalty: score.penalty.toFraction(),
    total: score.total.toFraction(),
    criteriaMet: claimed.criteriaMet,
    criteriaApplicable: claimed.criteriaApplicable,
    criteriaPercent: textOrNull(claimed.criteriaPercent),
    verdicts: claimed.verdicts.map(toVerdictDocument),
    band: score.band?.id ?? null,
    mandatoryUnmet: score.mandatoryUnmet.map((criterion) => criterion.code),
    criteria: score.criteria.map(toCriterionDocument),
    evidenced: {
      points: evidenced.points.toFraction(),
      percent: textOrNull(evidenced.percent),
      verdicts: evidenced.verdicts.map(toVerdictDocument),
    },
    display: toDisplay(frame, score, wording),
  };
}

function toVerdictDocument({ threshold, state }: Verdict): VerdictDocument {
  return {
    id: threshold.id,
    measure: threshold.measure,
    at: toFraction(threshold.at).toFraction(),
    state,
  };
}

function toCriterionDocument(score: CriterionScore): CriterionDocument {
  return {
    code: score.criterion.code,
    id: score.criterion.id,
    state: score.state,
    points: score.points.toFraction(),
    max: score.max.toFraction(),
    met: score.met,
  };
}

function textOrNull(figure: Fraction | null): FractionText | null {
  return figure === null ? null : figure.toFraction();
}

function toDisplay(frame: ScoringFrame, score: AssessmentScore, wording: Wording): ScoreDisplay {
  const { claimed, evidenced, band } = score;
  const { language, translate } = wording;
  const bounds = boundsOf(frame, 'points');
  const number = (figure: Fraction): string => formatNumber(figure, language);
  const points = (figure: Fraction): string =>
    formatNumber(
      figure,
      language,
      bounds.map((bound) => bound.mul(claimed.max).div(hundred)),
    );
  const percent = (figure: Fraction | null): string => formatPercent(figure, language, bounds);
  return {
    points: points(claimed.points),
    max: number(claimed.max),
    percent: percent(claimed.percent),
    floorPercent: percent(claimed.percent),
    ceilingPercent: percent(claimed.ceilingPercent),
    bonus: number(score.bonus),
    penalty: number(score.penalty),
    total: number(score.total),
    criteriaPercent: formatPercent(claimed.criteriaPercent, language, boundsOf(frame, 'criteria')),
    band: band ? band.name[language] : translate('cli:bandNone'),
    verdicts: claimed.verdicts.map((verdict) => describeVerdict(frame, claimed, verdict, wording)),
    evidencedPoints: points(evidenced.points),
    evidencedPercent: percent(evidenced.percent),
  };
}

/** The figures that a percentage must not be rounded across: thresholds of its measure, and bands. */
function boundsOf(frame: ScoringFrame, measure: 'points' | 'criteria'): readonly Fraction[] {
  const thresholds = frame.set.thresholds.filter((threshold) => threshold.measure === measure);
  const bands = measure === 'points' ? frame.set.bands.steps : [];
  return [...thresholds, ...bands].map((bound) => toFraction(bound.at));
}

const verdictKeys = {
  reached: 'cli:verdictReached',
  'not-reached': 'cli:verdictNotReached',
  open: 'cli:verdictOpen',
} as const;

function describeVerdict(
  frame: ScoringFrame,
  standing: Standing,
  { threshold, state }: Verdict,
  { language, translate }: Wording,
): string {
  const figure = threshold.measure === 'points' ? standing.percent : standing.criteriaPercent;
  return translate(verdictKeys[state], {
    title: threshold.title[language],
    percent: formatPercent(figure, language, boundsOf(frame, threshold.measure)),
  });
}
