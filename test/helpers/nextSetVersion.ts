import type { CriteriaSet } from '../../shared/domain/criteria/criteriaSet.ts';
import type { SetMap } from '../../shared/domain/criteria/setMap.ts';

/** What became of criteria in the made-up version: renamed, split, merged, gone; the points are 100 again. */
const changes = [
  { from: 'px-006', to: ['px-901'], keepsValue: true },
  { from: 'px-007', to: ['px-902', 'px-903', 'px-905'], keepsValue: false },
  { from: 'px-008', to: ['px-904'], keepsValue: true },
  { from: 'px-009', to: ['px-904'], keepsValue: true },
  { from: 'px-010', to: [], keepsValue: false },
];

/** A made-up version 1.1.0 of `da-nang-phuong-xa` with its map from 1.0.0. */
export function nextSetVersion(set: CriteriaSet): { readonly set: CriteriaSet; readonly maps: SetMap[] } {
  const placed = new Set<string>();
  const groups = set.groups.map((group) => ({
    ...group,
    criteria: group.criteria.flatMap((criterion) => {
      const ids = changes.find(({ from }) => from === criterion.id)?.to ?? [criterion.id];
      const news = ids.filter((id) => !placed.has(id));
      for (const id of news) placed.add(id);
      return news.map((id) => ({
        ...criterion,
        id,
        code: id === criterion.id ? criterion.code : `${group.code}.${id.slice(3)}`,
      }));
    }),
  }));
  return { set: { ...set, version: '1.1.0', groups }, maps: [{ from: '1.0.0', changes }] };
}
