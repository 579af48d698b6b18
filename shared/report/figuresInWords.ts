import type { FigurePair, SimpleValue } from '../domain/assessment/answer.ts';
import type { SimpleRule } from '../domain/criteria/rule.ts';
import { toFraction, type Decimal } from '../domain/numbers/decimal.ts';
import { percentOf } from '../domain/scoring/pointsOfRule.ts';
import type { CriterionScore, PartScore } from '../domain/scoring/scoreCriterion.ts';
import { assertNever } from '../errors/assertNever.ts';
import { formatNumber, formatPercent, equalsSign, type ReportLanguage } from './formatFigure.ts';
import { boundsOf } from './ruleBounds.ts';
import type { Translate } from './translate.ts';

/** Figures of one answer: `brief` for a table cell ("45/50 = 90 %"), `labelled` with what each figure counts. */
export interface FiguresInWords {
  readonly brief: readonly string[];
  readonly labelled: readonly string[];
}

const nothing: FiguresInWords = { brief: [], labelled: [] };

/** The figures entered for a criterion, in words; empty while nothing is entered. */
export function figuresInWords(
  score: CriterionScore,
  language: ReportLanguage,
  translate: Translate,
): FiguresInWords {
  const value = score.answer.value;
  if (value === null || score.answer.notApplicable !== '') return nothing;
  if (score.rule.kind === 'info') {
    return typeof value === 'string' && value !== '' ? { brief: [value], labelled: [value] } : nothing;
  }
  if (score.rule.kind === 'sum') return figuresOfParts(score, language, translate);
  return figuresOfSimple(score.rule, value as SimpleValue, language, translate);
}

function figuresOfParts(
  score: CriterionScore,
  language: ReportLanguage,
  translate: Translate,
): FiguresInWords {
  const value = score.answer.value;
  if (typeof value !== 'object' || value === null || !('parts' in value)) return nothing;
  const parts = score.parts.map((part, index) => {
    const given = value.parts[index] ?? null;
    const figures = figuresOfPart(part, given, language, translate);
    return {
      brief: translate('rules:figurePart', { letter: part.part.id, figures: figures.brief.join('; ') }),
      labelled: [`${part.part.id}) ${part.part.text[language]}`, ...figures.labelled],
    };
  });
  return { brief: parts.map((part) => part.brief), labelled: parts.flatMap((part) => part.labelled) };
}

function figuresOfPart(
  part: PartScore,
  given: SimpleValue | { readonly notApplicable: string } | null,
  language: ReportLanguage,
  translate: Translate,
): FiguresInWords {
  if (given === null) return both([translate('rules:figureMissing')]);
  if (typeof given === 'object' && 'notApplicable' in given) {
    return {
      brief: [translate('rules:formulaPartNotApplicable')],
      labelled: [translate('rules:figureNotApplicable', { reason: given.notApplicable })],
    };
  }
  return figuresOfSimple(part.part.rule, given, language, translate);
}

function figuresOfSimple(
  rule: SimpleRule,
  value: SimpleValue,
  language: ReportLanguage,
  translate: Translate,
): FiguresInWords {
  switch (rule.kind) {
    case 'yes_no':
      return both([translate(value === true ? 'rules:figureYes' : 'rules:figureNo')]);
    case 'choice': {
      const chosen = rule.options.find((option) => option.id === value);
      return both([
        translate('rules:figureChoice', { letter: value as string, text: chosen?.text[language] ?? '' }),
      ]);
    }
    case 'checklist': {
      const ticked = rule.items.filter((item) => (value as readonly string[]).includes(item.id));
      const count = translate('rules:figureChecklist', { ticked: ticked.length, total: rule.items.length });
      const letters = ticked.map((item) => item.id).join(', ');
      const items = ticked.map((item) =>
        translate('rules:figureChecklistItem', { letter: item.id, text: item.text[language] }),
      );
      return { brief: [letters === '' ? count : `${count} (${letters})`], labelled: [count, ...items] };
    }
    case 'tiers':
      return rule.measure.kind === 'count'
        ? figureOfCount(value as Decimal, rule.measure.unit[language], language, translate)
        : figureOfPair({ ...rule, ...rule.measure, kind: 'tiers' }, value as FigurePair, language, translate);
    case 'ratio':
      return figureOfPair(rule, value as FigurePair, language, translate);
    case 'count':
      return figureOfCount(value as Decimal, rule.unit[language], language, translate);
    case 'manual':
      return both([translate('rules:figureManual', { points: formatNumber(value as Decimal, language) })]);
    default:
      return assertNever(rule);
  }
}

function figureOfCount(
  value: Decimal,
  unit: string,
  language: ReportLanguage,
  translate: Translate,
): FiguresInWords {
  return both([translate('rules:figureCount', { figure: formatNumber(value, language), unit })]);
}

type PairRule = Extract<SimpleRule, { kind: 'ratio' | 'tiers' }> & {
  readonly numerator: Readonly<Record<ReportLanguage, string>>;
  readonly denominator: Readonly<Record<ReportLanguage, string>>;
};

function figureOfPair(
  rule: PairRule,
  pair: FigurePair,
  language: ReportLanguage,
  translate: Translate,
): FiguresInWords {
  const missing = translate('rules:figureMissing');
  const show = (figure: Decimal | null) => (figure === null ? missing : formatNumber(figure, language));
  const figures = { numerator: show(pair.numerator), denominator: show(pair.denominator) };
  const labels = (['numerator', 'denominator'] as const).map((side) =>
    translate('rules:figureLabelled', { label: rule[side][language], figure: figures[side] }),
  );
  if (pair.numerator === null || pair.denominator === null) {
    return { brief: [translate('rules:figureRatioHalf', figures)], labelled: labels };
  }
  const bounds = boundsOf(rule).map(toFraction);
  const percent = percentOf(pair);
  const line = translate('rules:figureRatio', {
    ...figures,
    equals: equalsSign([percent], bounds),
    percent: formatPercent(percent, language, bounds),
  });
  return { brief: [line], labelled: [...labels, line] };
}

function both(lines: readonly string[]): FiguresInWords {
  return { brief: lines, labelled: lines };
}
