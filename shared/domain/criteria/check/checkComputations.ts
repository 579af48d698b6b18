import type { SetComputations } from '../../ranking/computedFigures.ts';
import { findCriterion, listCriteria } from '../criteriaOfSet.ts';
import type { CriteriaSet } from '../criteriaSet.ts';
import { contentFault, listRepeated, type ContentFault } from './contentFault.ts';

const tag = 'computed-from-wards';
const kindOfFigure = { units: 'count', share: 'ratio' } as const;

/**
 * Everything that can be said about what a set computes from the results of another: each tagged criterion is computed
 * once, by a threshold that the other set has, into a figure that its rule takes.
 */
export function checkComputations(
  computations: SetComputations,
  findSet: (id: string) => CriteriaSet | undefined,
): readonly ContentFault[] {
  const name = `computed ${computations.set}`;
  const set = findSet(computations.set);
  const from = findSet(computations.from);
  if (!set) return [contentFault('target-set-unknown', name, { set: computations.set })];
  if (!from) return [contentFault('target-set-unknown', name, { set: computations.from })];
  const ids = computations.criteria.map(({ criterion }) => criterion);
  const forgotten = listCriteria(set).filter(({ id, tags }) => tags.includes(tag) && !ids.includes(id));
  return [
    ...listRepeated(ids).map((id) => contentFault('id-repeated', name, { id })),
    ...forgotten.map(({ id }) => contentFault('computation-missing', name, { id })),
    ...computations.criteria.flatMap(({ criterion: id, threshold, figure }) => {
      const place = `${name} ${id}`;
      const criterion = findCriterion(set, id);
      const fits = criterion?.tags.includes(tag) === true && criterion.rule.kind === kindOfFigure[figure];
      const isKnown = from.thresholds.some((one) => one.id === threshold);
      return [
        ...(fits ? [] : [contentFault('computation-not-fitting', place, { figure })]),
        ...(isKnown ? [] : [contentFault('target-threshold-unknown', place, { threshold })]),
      ];
    }),
  ];
}
