import { useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useCall } from '../../lib/useCall.ts';

export type Backup = CallOutput<'backups.list'>[number];

export type BackupStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'creating' }
  | { readonly kind: 'created' }
  /** Asked for, not yet confirmed. */
  | { readonly kind: 'asking'; readonly backup: Backup }
  | { readonly kind: 'restoring'; readonly backup: Backup }
  | { readonly kind: 'restored'; readonly backup: Backup }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** The backups of this installation, and what is being done with them. */
export function useBackups() {
  const { state, reload } = useCall('backups.list', {});
  const [step, setStep] = useState<BackupStep>({ kind: 'idle' });
  const create = async (): Promise<void> => {
    setStep({ kind: 'creating' });
    const created = await call('backups.create', {});
    setStep(created.ok ? { kind: 'created' } : { kind: 'failed', errors: created.errors });
    reload();
  };
  const restore = async (backup: Backup): Promise<void> => {
    setStep({ kind: 'restoring', backup });
    const restored = await call('backups.restore', { name: backup.name });
    setStep(restored.ok ? { kind: 'restored', backup } : { kind: 'failed', errors: restored.errors });
    reload();
  };
  return {
    state,
    reload,
    step,
    create,
    ask: (backup: Backup): void => setStep({ kind: 'asking', backup }),
    stop: (): void => setStep({ kind: 'idle' }),
    restore,
  };
}
