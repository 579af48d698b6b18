import type { SimpleRule } from '../domain/criteria/rule.ts';
import type { Decimal } from '../domain/numbers/decimal.ts';

/** The figures at which a rule changes its points: a figure shown rounded must not cross one of them. */
export function boundsOf(rule: SimpleRule): readonly Decimal[] {
  switch (rule.kind) {
    case 'ratio':
      return rule.floor === undefined ? [rule.target] : [rule.target, rule.floor];
    case 'count':
      return [rule.target];
    case 'tiers':
      return rule.steps.map((step) => step.at);
    default:
      return [];
  }
}
