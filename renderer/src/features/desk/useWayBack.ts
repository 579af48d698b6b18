import { useCallback, useState } from 'react';
import type { Result } from '#shared/errors/result.ts';

/** Whether there is something to undo and something to redo. */
export interface WayBack {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export type NoteWay = <R extends Result<WayBack>>(result: R) => R;

/** Follows what every recorded change says about the way back. */
export function useWayBack({ canUndo, canRedo }: WayBack): readonly [WayBack, NoteWay] {
  const [way, setWay] = useState<WayBack>({ canUndo, canRedo });
  const noteWay = useCallback(<R extends Result<WayBack>>(result: R): R => {
    if (result.ok) {
      const next = { canUndo: result.value.canUndo, canRedo: result.value.canRedo };
      setWay((before) =>
        before.canUndo === next.canUndo && before.canRedo === next.canRedo ? before : next,
      );
    }
    return result;
  }, []);
  return [way, noteWay];
}
