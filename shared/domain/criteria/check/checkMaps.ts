import { listCriteria } from '../criteriaOfSet.ts';
import type { CriteriaSet } from '../criteriaSet.ts';
import type { SetMap } from '../setMap.ts';
import { nameOfSet } from './checkCriteriaSet.ts';
import { contentFault, type ContentFault } from './contentFault.ts';

/**
 * Whether maps from older versions lead to criteria that are there. `older` are the versions at hand; what a map says of
 * others cannot be looked up.
 */
export function checkMaps(
  set: CriteriaSet,
  maps: readonly SetMap[],
  older: readonly CriteriaSet[],
): readonly ContentFault[] {
  const place = `${nameOfSet(set)} maps`;
  const known = new Set(listCriteria(set).map(({ id }) => id));
  return maps.flatMap(({ from, changes }) => {
    const before = older.find(({ id, version }) => id === set.id && version === from);
    const beforeIds = before && new Set(listCriteria(before).map(({ id }) => id));
    const unknown = changes.flatMap((change) => [
      ...change.to.filter((id) => !known.has(id)),
      ...(beforeIds && !beforeIds.has(change.from) ? [change.from] : []),
    ]);
    return [
      ...(from === set.version ? [contentFault('map-version-itself', place, { version: from })] : []),
      ...unknown.map((id) => contentFault('map-criterion-unknown', place, { id, version: from })),
    ];
  });
}
