import { useState } from 'react';
import type { CallOutput, Profile, UnitSummary } from '#shared/api/contract.ts';
import type { AssessmentHeader, HeaderField } from '#shared/domain/assessment/header.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';

export const roles = ['commune', 'aggregator', 'city'] as const satisfies readonly Profile['role'][];

export type ProfileFormState =
  | { readonly kind: 'editing' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

export type ReadProfile = CallOutput<'profile.read'>['profile'];

/** Who works here: chosen, checked, saved as a whole. */
export function useProfileForm(profile: ReadProfile, onSaved: () => void) {
  const [role, setRole] = useState<Profile['role']>(profile?.role ?? 'commune');
  const [unit, setUnit] = useState<UnitSummary | null>(profile?.unit ?? null);
  const [header, setHeader] = useState<AssessmentHeader>(profile?.header ?? {});
  // Units in force now: those of the present year.
  const [period] = useState(() => String(new Date().getFullYear()));
  const [isChecked, setIsChecked] = useState(false);
  const [state, setState] = useState<ProfileFormState>({ kind: 'editing' });
  const edited = (change: () => void): void => {
    change();
    setState({ kind: 'editing' });
  };
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    if (unit === null || state.kind === 'sending') return;
    setState({ kind: 'sending' });
    const saved = await call('profile.save', { role, unitCode: unit.code, header });
    if (!saved.ok) return setState({ kind: 'failed', errors: saved.errors });
    setState({ kind: 'saved' });
    onSaved();
  };
  return {
    role,
    unit,
    period,
    header,
    state,
    isUnitMissing: isChecked && unit === null,
    setRole: (text: string) => edited(() => setRole(roles.find((known) => known === text) ?? 'commune')),
    setUnit: (chosen: UnitSummary | null) => edited(() => setUnit(chosen)),
    setHeader: (field: HeaderField, text: string) =>
      edited(() => setHeader((before) => ({ ...before, [field]: text }))),
    submit,
  };
}
