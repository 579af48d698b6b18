import { useState } from 'react';
import { useLocation } from 'wouter';
import type { SetSummary, UnitSummary } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useCall } from '../../lib/useCall.ts';
import { hasEarlierAssessment } from './earlierAssessments.ts';
import { draftForYear, periodCodeOf } from './periodDraft.ts';

/** A set and its version as one text, for choosing among several. */
export function setKeyOf(set: Pick<SetSummary, 'id' | 'version'>): string {
  return `${set.id}@${set.version}`;
}

/** The form of a new assessment: what is chosen, what is wrong with it, and what already exists. */
export function useNewAssessment(ownUnit: UnitSummary | null) {
  const { state: present } = useCall('dashboard.choices', {});
  const [, navigate] = useLocation();
  const [period, setPeriod] = useState(() => draftForYear(new Date().getFullYear()));
  const [unit, setUnitOnly] = useState(ownUnit);
  const [setKey, setSetKey] = useState<string | null>(null);
  const [startsFromPrevious, setStartsFromPrevious] = useState(true);
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [errors, setErrors] = useErrorsAbout([period, unit, setKey]);
  const periodCode = periodCodeOf(period);

  const known = present.kind === 'ready' ? present.value.choices : [];
  const hasEarlier = hasEarlierAssessment(known, setKey?.split('@')[0], periodCode);
  const setUnit = (chosen: UnitSummary | null): void => {
    if (chosen?.kind !== unit?.kind) setSetKey(null);
    setUnitOnly(chosen);
  };

  const open = (id: string): void => navigate(`/assessments/${id}`);

  const submit = async (): Promise<void> => {
    setIsChecked(true);
    const [setId, setVersion] = setKey?.split('@') ?? [];
    if (periodCode === null || unit === null || setId === undefined || setVersion === undefined || isSending)
      return;
    setIsSending(true);
    const created = await call('assessments.create', {
      unitCode: unit.code,
      unitValidFrom: unit.validFrom,
      period: periodCode,
      setId,
      setVersion,
      startFromPrevious: hasEarlier && startsFromPrevious,
    });
    setIsSending(false);
    if (created.ok) open(created.value.id);
    else setErrors(created.errors);
  };

  /** Id of the assessment that stands there already. */
  const existing = errors.find(({ code }) => code === 'assessment-exists')?.params['id'];
  return {
    period,
    setPeriod,
    periodCode,
    unit,
    setUnit,
    setKey,
    setSetKey,
    hasEarlier,
    startsFromPrevious,
    setStartsFromPrevious,
    isChecked,
    isSending,
    errors,
    existing,
    open,
    submit,
  };
}

/** What was wrong with a choice; over as soon as something else is chosen. */
function useErrorsAbout(choice: readonly unknown[]) {
  const [held, setHeld] = useState<{
    readonly choice: readonly unknown[];
    readonly errors: readonly AppError[];
  }>({ choice, errors: [] });
  const isSame = choice.every((one, index) => one === held.choice[index]);
  const setErrors = (errors: readonly AppError[]): void => setHeld({ choice, errors });
  return [isSame ? held.errors : [], setErrors] as const;
}
