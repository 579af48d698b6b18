import { expect, test } from 'vitest';
import { realContent } from '../../../test/helpers/testWorkspace.ts';
import { findCriterion } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { Rule } from '#shared/domain/criteria/rule.ts';
import { findChecks } from './content.ts';

const { sets } = realContent();

/** Whether a reference such as `px-001.b.numerator` names a figure that an answer can hold. */
function namesFigure(set: CriteriaSet, reference: string): boolean {
  const [criterionId = '', ...path] = reference.split('.');
  const rule = findCriterion(set, criterionId)?.rule;
  if (rule === undefined) return false;
  const [letter] = path;
  if (rule.kind === 'sum') {
    const part = rule.parts.find(({ id }) => id === letter);
    return part !== undefined && holdsFigure(part.rule, path.slice(1));
  }
  return holdsFigure(rule, path);
}

function holdsFigure(rule: Rule, path: readonly string[]): boolean {
  const isPair = rule.kind === 'ratio' || (rule.kind === 'tiers' && rule.measure.kind === 'percent');
  const isCount = rule.kind === 'count' || (rule.kind === 'tiers' && rule.measure.kind === 'count');
  return isPair ? /^(?:numerator|denominator)$/u.test(path.join('.')) : isCount && path.length === 0;
}

test.each(sets.map(({ set }): [string, CriteriaSet] => [set.id, set]))(
  'what is compared within %s exists there, figure by figure',
  (id, set) => {
    const checks = findChecks(realContent(), id);
    const figures = [
      ...(checks?.sameFigure ?? []).flatMap((check) => check.figures),
      ...(checks?.notAbove ?? []).flatMap((check) => [check.figure, check.bound]),
    ];
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter((reference) => !namesFigure(set, reference))).toEqual([]);
    const criteria = (checks?.separateDocuments ?? []).flatMap((check) => check.criteria);
    expect(criteria.filter((criterionId) => !findCriterion(set, criterionId))).toEqual([]);
  },
);

test('every file of checks belongs to a set', () => {
  const ids = new Set(sets.map(({ set }) => set.id));
  expect(realContent().checks.filter((checks) => !ids.has(checks.set))).toEqual([]);
});
