import type { KnownConflict } from './useConflictContent.ts';

/** At least one conflict. */
export type SomeConflicts = readonly [KnownConflict, ...KnownConflict[]];

/** Conflicts with the same key together, in the order of their first one. */
export function groupConflicts(
  conflicts: readonly KnownConflict[],
  keyOf: (conflict: KnownConflict) => string,
): readonly SomeConflicts[] {
  const groups = new Map<string, [KnownConflict, ...KnownConflict[]]>();
  for (const conflict of conflicts) {
    const group = groups.get(keyOf(conflict));
    if (group) group.push(conflict);
    else groups.set(keyOf(conflict), [conflict]);
  }
  return [...groups.values()];
}
