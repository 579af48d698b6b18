import Fraction from 'fraction.js';
import type { CriteriaSet, Threshold } from '../domain/criteria/criteriaSet.ts';
import { findPaths, type Efforts, type Path } from '../domain/path/findPaths.ts';
import type { AssessmentScore } from '../domain/scoring/scoreAssessment.ts';
import type { Finding } from '../domain/selfCheck/checkBeforeSigning.ts';
import { toFraction } from '../domain/numbers/decimal.ts';
import { describeFindings, type FindingsSummary } from './describeFindings.ts';
import { formatNeed, formatNumber, formatPercent } from './formatFigure.ts';
import { buildGroupBars, type GroupBar } from './groupBars.ts';
import { criteriaBounds, pointBounds, verdictInWords } from './scorecardResult.ts';
import type { Words } from './words.ts';

/** The chairman's page: are we there, what is missing, what can still be done. Made to fit one page. */
export interface ScorecardSummary {
  readonly heading: string;
  /** One line for each threshold. */
  readonly conclusions: readonly string[];
  readonly groups: {
    readonly heading: string;
    /** Group, bar, points, percent, criteria met. */
    readonly columns: readonly [string, string, string, string, string];
    readonly bars: readonly GroupBar[];
    readonly radarCaption: string;
  };
  readonly mandatory: ShortList;
  readonly findings: FindingsSummary;
  readonly path: ShortList;
}

export interface ShortList {
  readonly heading: string;
  readonly items: readonly string[];
}

export interface SummaryInput {
  readonly set: CriteriaSet;
  readonly score: AssessmentScore;
  readonly findings: readonly Finding[];
  readonly efforts: Efforts;
}

export function buildSummary(input: SummaryInput, words: Words): ScorecardSummary {
  const { set, score } = input;
  const { translate } = words;
  return {
    heading: translate('report:summaryHeading'),
    conclusions: set.thresholds.map((threshold) => concludeOn(threshold, input, words)),
    groups: {
      heading: translate('report:summaryGroups'),
      columns: [
        translate('report:groupColumn'),
        translate('report:summaryBar'),
        translate('report:summaryPoints'),
        translate('report:groupPercent'),
        translate('report:groupMet'),
      ],
      bars: buildGroupBars(score, words),
      radarCaption: translate('report:summaryRadar'),
    },
    mandatory: mandatoryList(score, words),
    findings: describeFindings(input.findings, score, words),
    path: pathList(input, words),
  };
}

function concludeOn(threshold: Threshold, { set, score }: SummaryInput, words: Words): string {
  const { translate, language } = words;
  const { claimed } = score;
  const isPoints = threshold.measure === 'points';
  const percent = isPoints
    ? formatPercent(claimed.percent, language, pointBounds(set))
    : formatPercent(claimed.criteriaPercent, language, criteriaBounds(set));
  const state = claimed.verdicts.find((verdict) => verdict.threshold.id === threshold.id)?.state ?? 'open';
  const need = missing(threshold, score);
  const params = {
    title: threshold.title[language],
    verdict: verdictInWords(state, words),
    percent,
    need: formatNeed(need, threshold.measure, language),
  };
  if (state === 'reached') return translate('report:summaryReached', params);
  if (claimed.percent === null) return translate('report:summaryNothing', params);
  if (need.lte(0)) return translate('report:summaryMandatory', params);
  return translate(isPoints ? 'report:summaryMissingPoints' : 'report:summaryMissingCriteria', params);
}

/** What is missing to a threshold as declared, exact; not above 0 where only mandatory criteria keep it from being reached. */
function missing(threshold: Threshold, { claimed }: AssessmentScore): Fraction {
  const share = toFraction(threshold.at).div(new Fraction(100));
  return threshold.measure === 'points'
    ? share.mul(claimed.max).sub(claimed.points)
    : share.mul(new Fraction(claimed.criteriaApplicable)).sub(new Fraction(claimed.criteriaMet));
}

/** More names than these would push the rest off the page: the others stand by their codes. */
const mostMandatory = 5;

function mandatoryList({ mandatoryUnmet }: AssessmentScore, { language, translate }: Words): ShortList {
  const number = mandatoryUnmet.length;
  if (number === 0) return { heading: translate('report:mandatoryNone'), items: [] };
  const named = mandatoryUnmet
    .slice(0, number > mostMandatory ? mostMandatory - 1 : mostMandatory)
    .map(({ code, name }) => translate('report:summaryCriterion', { code, name: name[language] }));
  const others = mandatoryUnmet
    .slice(named.length)
    .map((criterion) => criterion.code)
    .join(', ');
  return {
    heading: translate('report:mandatoryUnmet', { number }),
    items: others === '' ? named : [...named, translate('report:summaryOthers', { codes: others })],
  };
}

/** What can still be done for the first threshold that is not reached: at most three plans, one line each. */
function pathList({ set, score, efforts }: SummaryInput, { language, translate }: Words): ShortList {
  const open = set.thresholds.flatMap((threshold) => {
    const answer = findPaths(score, threshold, efforts, set.policy);
    return answer.kind === 'reached' ? [] : [{ threshold, answer }];
  })[0];
  if (!open) return { heading: translate('report:pathHeadingNone'), items: [] };
  const heading = translate('report:pathHeading', { title: open.threshold.title[language] });
  if (open.answer.kind === 'out-of-reach') return { heading, items: [translate('report:pathOutOfReach')] };
  const { measure } = open.threshold;
  return {
    heading,
    items: open.answer.paths.map((path) =>
      translate(measure === 'points' ? 'report:pathPoints' : 'report:pathCriteria', {
        strategy: translate(`report:path-${path.strategy}`),
        number: path.steps.length,
        codes: listCodes(codesOf(path), translate),
        gain: formatNumber(path.gain, language),
        effort: path.effort,
      }),
    ),
  };
}

function codesOf(path: Path): readonly string[] {
  return path.steps.map((step) => step.score.criterion.code);
}

const mostCodes = 10;

function listCodes(codes: readonly string[], translate: Words['translate']): string {
  const shown = codes.slice(0, mostCodes).join(', ');
  const more = codes.length - mostCodes;
  return more <= 0 ? shown : translate('report:codesMore', { codes: shown, more });
}
