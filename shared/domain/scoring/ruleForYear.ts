import type { Criterion } from '../criteria/criteriaSet.ts';
import type { Rule } from '../criteria/rule.ts';
import { toFraction, type Decimal } from '../numbers/decimal.ts';

/**
 * The criterion's rule with the target of a year in place: the largest listed year not after it, else the
 * smallest. For tiers the value replaces the first step; other steps at or above it drop out.
 */
export function ruleForYear(criterion: Criterion, year: number): Rule {
  const target = targetForYear(criterion.yearTargets, year);
  const rule = criterion.rule;
  if (target === undefined) return rule;
  switch (rule.kind) {
    case 'ratio':
    case 'count':
      return { ...rule, target };
    case 'tiers': {
      const [first, ...others] = rule.steps;
      if (!first) return rule;
      const bound = toFraction(target);
      const lower = others.filter((step) => toFraction(step.at).lt(bound));
      return { ...rule, steps: [{ ...first, at: target }, ...lower] };
    }
    default:
      return rule;
  }
}

function targetForYear(yearTargets: Readonly<Record<string, Decimal>>, year: number): Decimal | undefined {
  const years = Object.keys(yearTargets)
    .map(Number)
    .toSorted((a, b) => a - b);
  const chosen = years.findLast((listed) => listed <= year) ?? years[0];
  return chosen === undefined ? undefined : yearTargets[String(chosen)];
}
