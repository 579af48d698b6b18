import type { Criterion } from '../domain/criteria/criteriaSet.ts';
import type { Rule, SimpleRule, TierStep } from '../domain/criteria/rule.ts';
import type { Decimal } from '../domain/numbers/decimal.ts';
import { assertNever } from '../errors/assertNever.ts';
import { formatNumber, type ReportLanguage } from './formatFigure.ts';
import type { Translate } from './translate.ts';

/**
 * How a rule gives points, in plain words, one sentence or step per line. `max` is what the criterion is worth;
 * the rule's year-stepped target must already be in place (`ruleForYear`, or `CriterionScore.rule`).
 */
export function describeRule(
  rule: Rule,
  max: Decimal,
  language: ReportLanguage,
  translate: Translate,
): readonly string[] {
  switch (rule.kind) {
    case 'sum':
      return rule.parts.flatMap((part) => [
        translate('rules:part', {
          letter: part.id,
          max: formatNumber(part.points, language),
          text: part.text[language],
        }),
        ...describeSimple(part.rule, part.points, language, translate),
      ]);
    case 'info':
      return [translate('rules:info')];
    default:
      return describeSimple(rule, max, language, translate);
  }
}

/** What else an officer must know: the schedule of yearly targets, and that points are bonus or deducted. */
export function describeConditions(
  criterion: Criterion,
  rule: Rule,
  language: ReportLanguage,
  translate: Translate,
): readonly string[] {
  const lines: string[] = [];
  const target = targetInWords(rule, language);
  const years = Object.entries(criterion.yearTargets);
  if (target !== null && years.length > 0) {
    const steps = years.map(([year, at]) =>
      translate('rules:yearTargetStep', { year, target: withUnit(rule, at, language) }),
    );
    lines.push(translate('rules:yearTarget', { target, steps: steps.join('; ') }));
  }
  if (criterion.role !== 'ordinary') lines.push(translate(`rules:${criterion.role}`));
  return lines;
}

function describeSimple(
  rule: SimpleRule,
  max: Decimal,
  language: ReportLanguage,
  translate: Translate,
): readonly string[] {
  const number = (figure: Decimal) => formatNumber(figure, language);
  switch (rule.kind) {
    case 'yes_no':
      return [translate('rules:yesNo', { points: number(max) })];
    case 'choice':
      return [translate('rules:choice'), ...describeOptions(rule.options, language, translate)];
    case 'checklist':
      return [
        translate('rules:checklist', { max: number(max) }),
        ...describeOptions(rule.items, language, translate),
      ];
    case 'tiers':
      return describeTiers(rule, language, translate);
    case 'ratio':
      return [
        translate('rules:percentMeasure', {
          numerator: rule.numerator[language],
          denominator: rule.denominator[language],
        }),
        below(rule, ratioTarget(rule, number(max), number(rule.target), translate), translate),
        ...(rule.floor === undefined ? [] : [translate('rules:floor', { floor: number(rule.floor) })]),
      ];
    case 'count': {
      const params = { max: number(max), target: number(rule.target), unit: rule.unit[language] };
      return [
        below(
          rule,
          translate(rule.op === '>' ? 'rules:countAbove' : 'rules:countAtLeast', params),
          translate,
        ),
      ];
    }
    case 'manual':
      return [translate('rules:manual', { max: number(max), step: number(rule.step) })];
    default:
      return assertNever(rule);
  }
}

function describeOptions(
  options: Extract<Rule, { kind: 'choice' }>['options'],
  language: ReportLanguage,
  translate: Translate,
): readonly string[] {
  return options.map((option) =>
    translate('rules:option', {
      letter: option.id,
      text: option.text[language],
      points: formatNumber(option.points, language),
    }),
  );
}

function describeTiers(
  rule: Extract<SimpleRule, { kind: 'tiers' }>,
  language: ReportLanguage,
  translate: Translate,
): readonly string[] {
  const { measure } = rule;
  const head =
    measure.kind === 'count'
      ? translate('rules:countMeasure', { unit: measure.unit[language] })
      : translate('rules:percentMeasure', {
          numerator: measure.numerator[language],
          denominator: measure.denominator[language],
        });
  const steps = rule.steps.map((step) => describeStep(step, measure.kind, language, translate));
  return [head, ...steps, translate('rules:stepOtherwise')];
}

function describeStep(
  step: TierStep,
  measure: 'count' | 'percent',
  language: ReportLanguage,
  translate: Translate,
): string {
  const params = { at: formatNumber(step.at, language), points: formatNumber(step.points, language) };
  if (measure === 'count') {
    return translate(step.op === '>' ? 'rules:stepCountAbove' : 'rules:stepCountAtLeast', params);
  }
  if (step.op === '>') return translate('rules:stepPercentAbove', params);
  return translate(step.at === '100' ? 'rules:stepPercentFull' : 'rules:stepPercentAtLeast', params);
}

function ratioTarget(
  rule: Extract<SimpleRule, { kind: 'ratio' }>,
  max: string,
  target: string,
  translate: Translate,
): string {
  if (rule.op === '>') return translate('rules:ratioAbove', { max, target });
  return rule.target === '100'
    ? translate('rules:ratioFull', { max })
    : translate('rules:ratioAtLeast', { max, target });
}

function below(rule: { readonly below: 'linear' | 'zero' }, full: string, translate: Translate): string {
  return translate(rule.below === 'linear' ? 'rules:belowLinear' : 'rules:belowZero', { full });
}

function targetInWords(rule: Rule, language: ReportLanguage): string | null {
  if (rule.kind === 'ratio' || rule.kind === 'count') return withUnit(rule, rule.target, language);
  const first = rule.kind === 'tiers' ? rule.steps[0] : undefined;
  return first === undefined ? null : withUnit(rule, first.at, language);
}

function withUnit(rule: Rule, figure: Decimal, language: ReportLanguage): string {
  const number = formatNumber(figure, language);
  if (rule.kind === 'count') return `${number} ${rule.unit[language]}`;
  if (rule.kind === 'tiers' && rule.measure.kind === 'count')
    return `${number} ${rule.measure.unit[language]}`;
  return `${number} %`;
}
