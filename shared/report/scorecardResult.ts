import Fraction from 'fraction.js';
import type { CriteriaSet } from '../domain/criteria/criteriaSet.ts';
import { toFraction } from '../domain/numbers/decimal.ts';
import type { AssessmentScore, Standing, VerdictState } from '../domain/scoring/scoreAssessment.ts';
import { boundsInPoints } from './boundsOfSet.ts';
import { formatNumber, formatPercent } from './formatFigure.ts';
import { statementInWords } from './statementInWords.ts';
import type { Words } from './words.ts';

/** One line of the result box; `claimed` and `evidenced` stand side by side. */
export interface ResultRow {
  readonly label: string;
  readonly claimed: string;
  /** Null where only one figure exists: it then belongs to both columns. */
  readonly evidenced: string | null;
  readonly kind: 'figure' | 'verdict' | 'total';
}

/** The official result: figures and verdicts, as declared and as evidenced. */
export interface ScorecardResult {
  readonly heading: string;
  readonly sentence: string;
  readonly columns: readonly [string, string, string];
  readonly rows: readonly ResultRow[];
  /** Codes of the mandatory criteria that are not met; the summary names them. */
  readonly mandatory: string;
  readonly notes: readonly string[];
}

export function buildResult(set: CriteriaSet, score: AssessmentScore, words: Words): ScorecardResult {
  const { translate, language } = words;
  const { claimed } = score;
  const params = {
    points: formatNumber(claimed.points, language, boundsInPoints(set, claimed.max)),
    max: formatNumber(claimed.max, language),
    percent: formatPercent(claimed.percent, language, pointBounds(set)),
  };
  return {
    heading: translate('report:resultHeading'),
    sentence:
      claimed.percent === null
        ? translate('report:resultNothing')
        : translate('report:resultSentence', params),
    columns: [
      translate('report:resultMeasure'),
      translate('report:resultClaimed'),
      translate('report:resultEvidenced'),
    ],
    rows: [
      ...figureRows(set, score, words),
      ...verdictRows(set, score, words),
      ...totalRows(set, score, words),
    ],
    mandatory: mandatorySentence(score, words),
    notes: notesOf(set, words),
  };
}

function figureRows(set: CriteriaSet, score: AssessmentScore, words: Words): readonly ResultRow[] {
  const { translate } = words;
  const both = (label: string, show: (standing: Standing) => string): ResultRow => ({
    label,
    claimed: show(score.claimed),
    evidenced: show(score.evidenced),
    kind: 'figure',
  });
  const bounds = pointBounds(set);
  const percent = (figure: Fraction | null) => formatPercent(figure, words.language, bounds);
  const rows = [
    both(translate('report:resultPoints'), (standing) =>
      translate('report:resultOf', {
        part: formatNumber(standing.points, words.language, boundsInPoints(set, standing.max)),
        whole: formatNumber(standing.max, words.language),
      }),
    ),
    both(translate('report:resultPercent'), (standing) => percent(standing.percent)),
  ];
  const range = both(translate('report:resultRange'), (standing) =>
    translate('report:range', {
      floor: percent(standing.percent),
      ceiling: percent(standing.ceilingPercent),
    }),
  );
  const met = both(translate('report:resultCriteria'), (standing) =>
    translate('report:resultCriteriaValue', {
      met: standing.criteriaMet,
      applicable: standing.criteriaApplicable,
      percent: formatPercent(standing.criteriaPercent, words.language, criteriaBounds(set)),
    }),
  );
  return score.claimed.criteriaOpen > 0 ? [...rows, range, met] : [...rows, met];
}

function verdictRows(set: CriteriaSet, score: AssessmentScore, words: Words): readonly ResultRow[] {
  const { translate, language } = words;
  const state = (standing: Standing, id: string): string => {
    const verdict = standing.verdicts.find((candidate) => candidate.threshold.id === id);
    return verdictInWords(verdict?.state ?? 'open', words);
  };
  return set.thresholds.map((threshold) => ({
    label:
      threshold.borrowed === undefined
        ? threshold.title[language]
        : translate('report:thresholdBorrowed', { title: threshold.title[language] }),
    claimed: state(score.claimed, threshold.id),
    evidenced: state(score.evidenced, threshold.id),
    kind: 'verdict',
  }));
}

/** A verdict as it is printed and shown, in capitals. */
export function verdictInWords(state: VerdictState, { translate }: Words): string {
  return translate(`report:verdict-${state}`);
}

function totalRows(
  set: CriteriaSet,
  score: AssessmentScore,
  { language, translate }: Words,
): readonly ResultRow[] {
  const row = (label: string, value: string): ResultRow => ({
    label,
    claimed: value,
    evidenced: null,
    kind: 'total',
  });
  const bandLabel = translate(set.bands.derived ? 'report:bandDerived' : 'report:band');
  return [
    row(bandLabel, score.band?.name[language] ?? translate('report:bandNone')),
    row(translate('report:bonus'), formatNumber(score.bonus, language)),
    row(translate('report:penalty'), formatNumber(score.penalty, language)),
    row(translate('report:total'), signedNumber(score.total, language)),
  ];
}

function signedNumber(figure: Fraction, language: Words['language']): string {
  return figure.lt(new Fraction(0))
    ? `−${formatNumber(figure.neg(), language)}`
    : formatNumber(figure, language);
}

function mandatorySentence({ mandatoryUnmet }: AssessmentScore, { translate }: Words): string {
  if (mandatoryUnmet.length === 0) return translate('report:mandatoryNone');
  return translate('report:mandatoryCodes', {
    number: mandatoryUnmet.length,
    codes: mandatoryUnmet.map((criterion) => criterion.code).join(', '),
  });
}

function notesOf(set: CriteriaSet, { language, translate }: Words): readonly string[] {
  const borrowed = set.thresholds.flatMap(({ borrowed: note }) => (note ? [note[language]] : []));
  return [
    translate('report:noteEvidenced'),
    set.bands.note[language],
    ...new Set(borrowed),
    statementInWords(set, { language, translate }),
  ];
}

/** Figures that a percentage of points must not be rounded across. */
export function pointBounds(set: CriteriaSet): readonly Fraction[] {
  const thresholds = set.thresholds.filter((threshold) => threshold.measure === 'points');
  return [...thresholds, ...set.bands.steps].map((step) => toFraction(step.at));
}

/** Figures that a percentage of criteria must not be rounded across. */
export function criteriaBounds(set: CriteriaSet): readonly Fraction[] {
  return set.thresholds
    .filter((threshold) => threshold.measure === 'criteria')
    .map((threshold) => toFraction(threshold.at));
}
