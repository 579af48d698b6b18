import { useMemo, useRef } from 'react';
import type { Efforts } from '#shared/domain/path/findPaths.ts';
import { succeed } from '#shared/errors/result.ts';
import { call } from '../../../lib/backend.ts';
import { useSaveQueue, type SaveStatusSource } from '../../../lib/useSaveQueue.ts';
import type { DeskContent } from '../useDeskContent.ts';

interface EffortEdit {
  readonly criterionId: string;
  /** `null` goes back to the default of the rule. */
  readonly effort: number | null;
}

/** What the officer thinks each criterion costs, and its saving; lives with the desk. */
export interface EffortDesk {
  readonly values: Efforts;
  readonly saving: SaveStatusSource;
  readonly change: (criterionId: string, effort: number | null) => void;
}

export const effortLimits = { least: 1, most: 100 } as const;

export function useEffortQueue({ assessment, efforts }: DeskContent): EffortDesk {
  // The call takes all efforts at once, so what is sent is kept together here.
  const sent = useRef<Efforts>(efforts);
  // A plan can be changed after signing, too.
  const where = { place: `${assessment.id}/efforts`, isFrozen: false };
  const { queue, current } = useSaveQueue<Efforts, EffortEdit>(where, {
    initial: efforts,
    savedAt: null,
    apply: applyEffort,
    keyOf: ({ criterionId }) => criterionId,
    groupOf: () => 'efforts',
    send: async (edits, leaving) => {
      const next = edits.reduce(applyEffort, sent.current);
      const saved = await call('efforts.save', { assessmentId: assessment.id, efforts: next }, { leaving });
      if (!saved.ok) return saved;
      sent.current = next;
      return succeed({ savedAt: new Date().toISOString() });
    },
  });
  return useMemo(
    () => ({
      values: current,
      saving: queue,
      change: (criterionId, effort) => queue.record({ criterionId, effort }, 'typing'),
    }),
    [queue, current],
  );
}

function applyEffort(efforts: Efforts, { criterionId, effort }: EffortEdit): Efforts {
  const others = Object.fromEntries(Object.entries(efforts).filter(([id]) => id !== criterionId));
  return effort === null ? others : { ...others, [criterionId]: effort };
}
