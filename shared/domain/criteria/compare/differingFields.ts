import type { Criterion } from '../criteriaSet.ts';
import type { Rule, SimpleRule } from '../rule.ts';
import { assertNever } from '../../../errors/assertNever.ts';

/** What of a criterion can differ between two versions, in the order of the form. */
export const criterionAspects = [
  'code',
  'name',
  'maxPoints',
  'rule',
  'yearTargets',
  'role',
  'appliesTo',
  'notApplicable',
  'evidenceRule',
  'evidence',
  'guidance',
  'tags',
  'source',
] as const satisfies readonly (keyof Criterion)[];
export type CriterionAspect = (typeof criterionAspects)[number];

/** In what two versions of a criterion differ. */
export function listDifferingAspects(before: Criterion, after: Criterion): readonly CriterionAspect[] {
  return criterionAspects.filter((aspect) => !isSame(before[aspect], after[aspect]));
}

/**
 * Whether a figure given for one rule says the same for the other: the same is asked for, however many points it is worth.
 * A changed target or floor changes the score of a figure, not the figure.
 */
export function asksTheSame(before: Rule, after: Rule): boolean {
  return isSame(askedBy(before), askedBy(after));
}

function askedBy(rule: Rule): unknown {
  if (rule.kind !== 'sum') return rule.kind === 'info' ? 'info' : askedBySimple(rule);
  return rule.parts.map(({ id, text, rule: own }) => [id, text.vi, askedBySimple(own)]);
}

function askedBySimple(rule: SimpleRule): unknown {
  switch (rule.kind) {
    case 'yes_no':
    case 'manual':
      return rule.kind;
    case 'choice':
      return [rule.kind, rule.options.map(({ id, text }) => [id, text.vi])];
    case 'checklist':
      return [rule.kind, rule.items.map(({ id, text }) => [id, text.vi])];
    case 'tiers':
      return [rule.kind, rule.measure.kind === 'count' ? rule.measure.unit.vi : pairOf(rule.measure)];
    case 'ratio':
      return [rule.kind, pairOf(rule)];
    case 'count':
      return [rule.kind, rule.unit.vi];
    default:
      return assertNever(rule);
  }
}

function pairOf({ numerator, denominator }: Record<'numerator' | 'denominator', { readonly vi: string }>) {
  return [numerator.vi, denominator.vi];
}

/** Both come out of one schema, which puts members in one order but for records of years. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
