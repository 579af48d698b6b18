import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import { listCriteria } from '#shared/domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../../lib/backend.ts';
import type { StepsBack } from '../useStepsBack.ts';
import type { NoteWay } from '../useWayBack.ts';

export type ComputedFigure = CallOutput<'computed.read'>['figures'][number];

/** Figures that are counted from the results of the units below. */
export interface ComputedDesk {
  readonly figures: readonly ComputedFigure[];
  readonly errors: readonly AppError[];
  readonly take: (criterionId: string) => void;
}

interface ComputedInput {
  readonly assessmentId: string;
  readonly set: CriteriaSet;
  readonly stepsBack: StepsBack;
  readonly noteWay: NoteWay;
  readonly saveNow: () => Promise<void>;
}

/** Counts when the desk opens; taking a figure over is a step that can be undone. */
export function useComputedFigures(input: ComputedInput): ComputedDesk {
  const { assessmentId, set, saveNow, noteWay } = input;
  const { take: takeStep } = input.stepsBack;
  const [figures, setFigures] = useState<readonly ComputedFigure[]>([]);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const asksForSome = useMemo(
    () => listCriteria(set).some(({ tags }) => tags.includes('computed-from-wards')),
    [set],
  );
  useEffect(() => {
    if (!asksForSome) return;
    let isWanted = true;
    void call('computed.read', { assessmentId }).then((read) => {
      if (!isWanted) return;
      if (read.ok) setFigures(read.value.figures);
      else setErrors(read.errors);
    });
    return () => {
      isWanted = false;
    };
  }, [assessmentId, asksForSome]);
  const take = useCallback(
    async (criterionId: string): Promise<void> => {
      await saveNow();
      const taken = noteWay(await call('computed.take', { assessmentId, criterionId }));
      setErrors(taken.ok ? [] : taken.errors);
      if (taken.ok) takeStep(taken.value);
    },
    [assessmentId, saveNow, noteWay, takeStep],
  );
  return useMemo(
    () => ({ figures, errors, take: (criterionId) => void take(criterionId) }),
    [figures, errors, take],
  );
}
