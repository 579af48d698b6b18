import Fraction from 'fraction.js';
import type { FigurePair, SimpleValue } from '../domain/assessment/answer.ts';
import type { Comparator, SimpleRule } from '../domain/criteria/rule.ts';
import { toFraction, type Decimal } from '../domain/numbers/decimal.ts';
import { holds, percentOf } from '../domain/scoring/pointsOfRule.ts';
import type { CriterionScore, PartScore } from '../domain/scoring/scoreCriterion.ts';
import { assertNever } from '../errors/assertNever.ts';
import { formatNumber, formatPercent, equalsSign, type ReportLanguage } from './formatFigure.ts';
import { boundsOf } from './ruleBounds.ts';
import type { Translate } from './translate.ts';

/** How the points of a criterion came about, with its numbers put in; one line per part of a `sum`. */
export function formulaInWords(
  score: CriterionScore,
  language: ReportLanguage,
  translate: Translate,
): string {
  if (score.state === 'not-applicable') return translate('rules:formulaNotApplicable');
  if (score.rule.kind === 'info') return translate('rules:formulaInfo');
  if (score.rule.kind === 'sum') return formulaOfParts(score, language, translate);
  if (score.state === 'unanswered') return translate('rules:formulaUnanswered');
  return formulaOfSimple(score.rule, score.answer.value as SimpleValue, score, { language, translate });
}

interface Words {
  readonly language: ReportLanguage;
  readonly translate: Translate;
}

interface Worth {
  readonly points: Fraction;
  readonly max: Fraction;
}

function formulaOfParts(score: CriterionScore, language: ReportLanguage, translate: Translate): string {
  const value = score.answer.value;
  const given = typeof value === 'object' && value !== null && 'parts' in value ? value.parts : [];
  const lines = score.parts.map((part, index) =>
    translate('rules:formulaPart', {
      letter: part.part.id,
      formula: formulaOfPart(part, given[index] as SimpleValue | null, { language, translate }),
    }),
  );
  if (score.state === 'unanswered') return [...lines, translate('rules:formulaUnanswered')].join('\n');
  const terms = score.parts.filter((part) => part.state === 'answered').map((part) => part.points);
  return [...lines, sumInWords(terms, score.points, { language, translate })].join('\n');
}

function formulaOfPart(part: PartScore, value: SimpleValue | null, words: Words): string {
  if (part.state === 'not-applicable') return words.translate('rules:formulaPartNotApplicable');
  if (part.state === 'unanswered' || value === null) return words.translate('rules:formulaPartUnanswered');
  return formulaOfSimple(part.part.rule, value, part, words);
}

function formulaOfSimple(rule: SimpleRule, value: SimpleValue, worth: Worth, words: Words): string {
  const { language, translate } = words;
  const points = formatNumber(worth.points, language, [worth.max]);
  switch (rule.kind) {
    case 'yes_no':
      return translate(value === true ? 'rules:formulaYes' : 'rules:formulaNo', { points });
    case 'choice':
      return translate('rules:formulaChoice', { letter: value as string, points });
    case 'checklist': {
      const ticked = rule.items.filter((item) => (value as readonly string[]).includes(item.id));
      if (ticked.length === 0) return translate('rules:formulaNothingTicked');
      return sumInWords(
        ticked.map((item) => toFraction(item.points)),
        worth.points,
        words,
      );
    }
    case 'tiers':
      return formulaOfTiers(rule, value as Decimal | FigurePair, worth, words);
    case 'ratio':
    case 'count':
      return formulaOfTarget(rule, value as Decimal | FigurePair, worth, words);
    case 'manual':
      return translate('rules:formulaManual', { points });
    default:
      return assertNever(rule);
  }
}

function sumInWords(terms: readonly Fraction[], points: Fraction, words: Words): string {
  const { language, translate } = words;
  const sum = terms.reduce((total, term) => total.add(term), new Fraction(0));
  const params = {
    terms: terms.map((term) => formatNumber(term, language)).join(' + '),
    points: formatNumber(points, language),
    equals: equalsSign([...terms, sum]),
  };
  return sum.gt(points)
    ? translate('rules:formulaSumCapped', { ...params, sum: formatNumber(sum, language) })
    : translate('rules:formulaSum', params);
}

function formulaOfTiers(
  rule: Extract<SimpleRule, { kind: 'tiers' }>,
  value: Decimal | FigurePair,
  worth: Worth,
  words: Words,
): string {
  const { language, translate } = words;
  const figure = exactFigure(value);
  const shown = figureShown(rule, value, words);
  const reached = rule.steps
    .filter((step) => holds(figure, step.op, toFraction(step.at)))
    .toSorted((a, b) => toFraction(b.points).compare(toFraction(a.points)))[0];
  if (!reached) return translate('rules:formulaNoStep', { figure: shown });
  const target = targetShown(rule, reached, words);
  return translate('rules:formulaMet', {
    figure: shown,
    target,
    points: formatNumber(worth.points, language, [worth.max]),
  });
}

function formulaOfTarget(
  rule: Extract<SimpleRule, { kind: 'ratio' | 'count' }>,
  value: Decimal | FigurePair,
  worth: Worth,
  words: Words,
): string {
  const { language, translate } = words;
  const figure = exactFigure(value);
  const points = formatNumber(worth.points, language, [worth.max]);
  const target = targetShown(rule, { op: rule.op, at: rule.target }, words);
  const shown = figureShown(rule, value, words);
  if (holds(figure, rule.op, toFraction(rule.target))) {
    return translate('rules:formulaMet', { figure: shown, target, points });
  }
  if (rule.kind === 'ratio' && rule.floor !== undefined && figure.lt(toFraction(rule.floor))) {
    return translate('rules:formulaBelowFloor', {
      figure: shown,
      floor: formatPercent(rule.floor, language),
    });
  }
  if (rule.below === 'zero') return translate('rules:formulaBelowZero', { figure: shown, target });
  const linear = {
    max: formatNumber(worth.max, language),
    target: formatNumber(rule.target, language),
    points,
    equals: equalsSign([worth.points]),
  };
  if (typeof value === 'string') {
    const params = { ...linear, figure: formatNumber(value, language) };
    return translate('rules:formulaLinearCount', params);
  }
  const params = { ...linear, ...pairShown(value, language) };
  return translate('rules:formulaLinearRatio', params);
}

function exactFigure(value: Decimal | FigurePair): Fraction {
  return typeof value === 'string' ? toFraction(value) : percentOf(value);
}

function figureShown(rule: SimpleRule, value: Decimal | FigurePair, words: Words): string {
  const { language, translate } = words;
  if (typeof value === 'string') {
    const unit = unitOf(rule, language);
    return translate('rules:figureCount', { figure: formatNumber(value, language), unit });
  }
  const bounds = boundsOf(rule).map(toFraction);
  const percent = percentOf(value);
  return translate('rules:formulaRatioFigure', {
    ...pairShown(value, language),
    equals: equalsSign([percent], bounds),
    percent: formatPercent(percent, language, bounds),
  });
}

function pairShown(pair: FigurePair, language: ReportLanguage): { numerator: string; denominator: string } {
  return {
    numerator: formatNumber(pair.numerator ?? '0', language),
    denominator: formatNumber(pair.denominator ?? '0', language),
  };
}

function targetShown(
  rule: SimpleRule,
  target: { readonly op: Comparator; readonly at: Decimal },
  words: Words,
): string {
  const { language, translate } = words;
  const counted = unitOf(rule, language) !== '';
  if (!counted && target.at === '100' && target.op === '>=') return translate('rules:targetFull');
  const at = counted ? formatNumber(target.at, language) : formatPercent(target.at, language);
  return translate(target.op === '>' ? 'rules:targetAbove' : 'rules:targetAtLeast', { at });
}

function unitOf(rule: SimpleRule, language: ReportLanguage): string {
  if (rule.kind === 'count') return rule.unit[language];
  return rule.kind === 'tiers' && rule.measure.kind === 'count' ? rule.measure.unit[language] : '';
}
