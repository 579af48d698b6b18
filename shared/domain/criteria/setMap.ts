import { z } from 'zod';
import { listCriteria } from './criteriaOfSet.ts';
import type { CriteriaSet } from './criteriaSet.ts';

/** How a criterion of an older version lives on in a newer one. A criterion not named in a map is unchanged. */
const criterionChangeSchema = z.strictObject({
  /** Id in the older version. */
  from: z.string().min(1),
  /** Ids in the newer version: none when removed, several when split. */
  to: z.array(z.string().min(1)),
  /** Only an unchanged or renamed rule lets figures be taken over; otherwise only the documents are. */
  keepsValue: z.boolean(),
});
export type CriterionChange = z.infer<typeof criterionChangeSchema>;

/** From one older version of a set to the version that the map belongs to. */
export const setMapSchema = z.strictObject({ from: z.string().min(1), changes: z.array(criterionChangeSchema) });
export type SetMap = z.infer<typeof setMapSchema>;

/** A version of a set with the maps that lead to it. */
export interface MappedVersion {
  readonly set: CriteriaSet;
  readonly maps: readonly SetMap[];
}

/**
 * How the criteria of an older version live on in a newer one. Where no map leads straight there, through the versions
 * between them: whoever writes a version maps it from the one before alone. What no map speaks of is unchanged, for ids
 * are permanent.
 * @param versions those at hand, from old to new
 */
export function changesBetween(
  older: CriteriaSet,
  newer: MappedVersion,
  versions: readonly MappedVersion[],
): readonly CriterionChange[] {
  const direct = newer.maps.find(({ from }) => from === older.version);
  if (direct) return direct.changes;
  const middle = versionBefore(older, newer, versions);
  if (!middle) return [];
  const until = changesBetween(older, middle, versions);
  const since = newer.maps.find(({ from }) => from === middle.set.version)?.changes ?? [];
  return listCriteria(older).flatMap(({ id }): CriterionChange[] => {
    const first = follow(until, id);
    const second = first.to.map((next) => follow(since, next));
    const to = [...new Set(second.flatMap((one) => one.to))];
    const keepsValue = first.keepsValue && second.every((one) => one.keepsValue);
    const isUnchanged = keepsValue && to.length === 1 && to[0] === id;
    return isUnchanged ? [] : [{ from: id, to, keepsValue }];
  });
}

/** The last version between the two from which a map leads on, else the one that a new version is written from. */
function versionBefore(
  older: CriteriaSet,
  { set, maps }: MappedVersion,
  versions: readonly MappedVersion[],
): MappedVersion | undefined {
  const own = versions.filter((one) => one.set.id === set.id);
  const [start, end] = [older, set].map(({ version }) =>
    own.findIndex((one) => one.set.version === version),
  );
  if (start === undefined || end === undefined || start === -1) return undefined;
  const between = own.slice(start + 1, Math.max(end, start + 1));
  return (
    between.findLast((one) => maps.some(({ from }) => from === one.set.version)) ??
    between.findLast((one) => one.set.status === 'official') ??
    between.at(-1)
  );
}

function follow(changes: readonly CriterionChange[], id: string): Omit<CriterionChange, 'from'> {
  return changes.find(({ from }) => from === id) ?? { to: [id], keepsValue: true };
}
