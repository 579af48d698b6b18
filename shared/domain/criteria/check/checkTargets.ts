import type { SetTargets } from '../../ranking/targets.ts';
import type { CriteriaSet } from '../criteriaSet.ts';
import { checkSource } from './checkCriteriaSet.ts';
import { checkTexts } from './checkTexts.ts';
import { contentFault, listRepeated, type ContentFault } from './contentFault.ts';

/** Everything that can be said about the targets of a set against its newest version; undefined where there is none. */
export function checkTargets(targets: SetTargets, set: CriteriaSet | undefined): readonly ContentFault[] {
  const name = `targets ${targets.set}`;
  if (!set) return [contentFault('target-set-unknown', name, { set: targets.set })];
  return [
    ...listRepeated(targets.targets.map(({ id }) => id)).map((id) => contentFault('id-repeated', name, { id })),
    ...checkTexts(targets, name),
    ...targets.targets.flatMap(({ id, threshold, sources }) => {
      const place = `${name} ${id}`;
      const isKnown = set.thresholds.some((one) => one.id === threshold);
      return [
        ...(isKnown ? [] : [contentFault('target-threshold-unknown', place, { threshold })]),
        ...sources.flatMap((source) => checkSource(set, source, place)),
      ];
    }),
  ];
}
