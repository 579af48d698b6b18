import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../../lib/backend.ts';
import type { StepsBack } from '../useStepsBack.ts';
import type { NoteWay } from '../useWayBack.ts';

export type Suggestion = CallOutput<'suggestions.list'>[number];

/** What earlier assessments offer and nobody has decided on yet. */
export interface SuggestionDesk {
  readonly open: readonly Suggestion[];
  readonly errors: readonly AppError[];
  readonly settle: (accept: readonly string[], dismiss: readonly string[]) => void;
}

interface SuggestionsInput {
  readonly assessmentId: string;
  readonly isFrozen: boolean;
  readonly stepsBack: StepsBack;
  readonly noteWay: NoteWay;
  readonly saveNow: () => Promise<void>;
}

/** Reads them when the desk opens; accepting and dismissing are steps that can be undone. */
export function useSuggestions(input: SuggestionsInput): SuggestionDesk {
  const { assessmentId, isFrozen, saveNow, noteWay } = input;
  // An undo may open a suggestion again, so every round is read anew.
  const { take, round } = input.stepsBack;
  const [open, setOpen] = useState<readonly Suggestion[]>([]);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  useEffect(() => {
    if (isFrozen) return;
    let isWanted = true;
    void call('suggestions.list', { assessmentId }).then((listed) => {
      if (!isWanted) return;
      if (listed.ok) setOpen(listed.value);
      else setErrors(listed.errors);
    });
    return () => {
      isWanted = false;
    };
  }, [assessmentId, isFrozen, round]);
  const settle = useCallback(
    async (accept: readonly string[], dismiss: readonly string[]): Promise<void> => {
      await saveNow();
      const decided = { assessmentId, accept: [...accept], dismiss: [...dismiss] };
      const settled = noteWay(await call('suggestions.settle', decided));
      if (!settled.ok) return setErrors(settled.errors);
      setErrors([]);
      const done = new Set([...accept, ...dismiss]);
      setOpen((before) => before.filter(({ criterionId }) => !done.has(criterionId)));
      take(settled.value);
    },
    [assessmentId, saveNow, noteWay, take],
  );
  return useMemo(
    () => ({ open, errors, settle: (accept, dismiss) => void settle(accept, dismiss) }),
    [open, errors, settle],
  );
}
