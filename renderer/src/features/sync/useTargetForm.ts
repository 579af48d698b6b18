import { useState } from 'react';
import type { SyncTarget, TargetInput } from '#shared/api/syncCalls.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';

/** The form of a place, from what is known of it to what is saved; a password that is left empty stays as it is. */
export function useTargetForm(target: SyncTarget | null, onSaved: () => void) {
  const [draft, setDraft] = useState<TargetInput>({
    id: target?.id ?? null,
    kind: target?.kind ?? 'webdav',
    name: target?.name ?? '',
    address: target?.address ?? '',
    userName: target?.userName ?? '',
    password: null,
    authority: null,
    proxy: target?.proxy ?? null,
  });
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const [isSending, setIsSending] = useState(false);
  const change = (part: Partial<TargetInput>): void => setDraft((before) => ({ ...before, ...part }));
  const takeAuthority = async (file: File | null): Promise<void> => {
    change({ authority: file === null ? null : await file.text() });
  };
  const chooseFolder = async (): Promise<void> => {
    const chosen = await call('targets.chooseFolder', {});
    if (!chosen.ok) setErrors(chosen.errors);
    else if (chosen.value.folder !== null) change({ address: chosen.value.folder });
  };
  const submit = async (): Promise<void> => {
    setIsSending(true);
    const saved = await call('targets.save', draft);
    setIsSending(false);
    if (saved.ok) onSaved();
    else setErrors(saved.errors);
  };
  return { draft, change, takeAuthority, chooseFolder, submit, isSending, errors };
}
