import { useState } from 'react';
import { useLocation } from 'wouter';
import type { AssessmentSummary, SetSummary, UnitSummary } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { hasEarlierAssessment } from './earlierAssessments.ts';
import { draftForYear, periodCodeOf } from './periodDraft.ts';

/** A set and its version as one text, for choosing among several. */
export function setKeyOf(set: Pick<SetSummary, 'id' | 'version'>): string {
  return `${set.id}@${set.version}`;
}

/** The form of a new assessment: what is chosen, what is wrong with it, and what already exists. */
export function useNewAssessment(known: readonly AssessmentSummary[], ownUnit: UnitSummary | null) {
  const [, navigate] = useLocation();
  const [period, setPeriod] = useState(() => draftForYear(new Date().getFullYear()));
  const [unit, setUnitOnly] = useState(ownUnit);
  const [setKey, setSetKey] = useState<string | null>(null);
  const [startsFromPrevious, setStartsFromPrevious] = useState(true);
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const periodCode = periodCodeOf(period);

  const hasEarlier = hasEarlierAssessment(known, setKey?.split('@')[0], periodCode);
  const setUnit = (chosen: UnitSummary | null): void => {
    if (chosen?.kind !== unit?.kind) setSetKey(null);
    setUnitOnly(chosen);
    setErrors([]);
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
      period: periodCode,
      setId,
      setVersion,
      startFromPrevious: hasEarlier && startsFromPrevious,
    });
    setIsSending(false);
    if (created.ok) open(created.value.id);
    else setErrors(created.errors);
  };

  const isDouble = errors.some((error) => error.code === 'assessment-exists');
  const existing = isDouble ? findSame(known, unit, periodCode, setKey) : undefined;
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

function findSame(
  known: readonly AssessmentSummary[],
  unit: UnitSummary | null,
  periodCode: string | null,
  setKey: string | null,
): AssessmentSummary | undefined {
  return known.find(
    (one) =>
      one.unit.code === unit?.code &&
      one.period === periodCode &&
      setKeyOf({ id: one.setId, version: one.setVersion }) === setKey,
  );
}
