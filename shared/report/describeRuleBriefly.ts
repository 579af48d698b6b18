import type { Rule, RuleOption, SimpleRule } from '../domain/criteria/rule.ts';
import type { Decimal } from '../domain/numbers/decimal.ts';
import { describeRule } from './describeRule.ts';
import { formatNumber } from './formatFigure.ts';
import type { Words } from './words.ts';

/** The rule for a narrow column: points by letter, steps in one line, without the names of the figures. */
export function describeRuleBriefly(rule: Rule, max: Decimal, words: Words): string {
  if (rule.kind !== 'sum') return describeSimple(rule, max, words);
  const parts = rule.parts.map((part) =>
    words.translate('report:brief-part', {
      letter: part.id,
      rule: describeSimple(part.rule, part.points, words),
    }),
  );
  return parts.join('\n');
}

function describeSimple(
  rule: SimpleRule | Extract<Rule, { kind: 'info' }>,
  max: Decimal,
  words: Words,
): string {
  const { language, translate } = words;
  const lines = describeRule(rule, max, language, translate);
  switch (rule.kind) {
    case 'choice':
      return translate('report:brief-choice', { options: listOptions(rule.options, words) });
    case 'checklist':
      return translate('report:brief-checklist', { options: listOptions(rule.items, words) });
    case 'tiers':
      return translate('report:brief-tiers', { steps: joinSteps(lines.slice(1, -1)) });
    case 'ratio':
      return lines.slice(1).join(' ');
    default:
      return lines.join(' ');
  }
}

function listOptions(options: readonly RuleOption[], { language, translate }: Words): string {
  return options
    .map((option) =>
      translate('report:brief-option', { letter: option.id, points: formatNumber(option.points, language) }),
    )
    .join('; ');
}

function joinSteps(steps: readonly string[]): string {
  const lowered = steps.map((step, index) =>
    index === 0 ? step : step.slice(0, 1).toLowerCase() + step.slice(1),
  );
  return lowered.join('; ');
}
