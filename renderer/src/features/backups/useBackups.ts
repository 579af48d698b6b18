import { useEffect, useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { beginAnewEverywhere, holdUnsaved } from '../../lib/restoredData.ts';
import { useCall } from '../../lib/useCall.ts';

export type Backup = CallOutput<'backups.list'>[number];

export type BackupStep =
  | { readonly kind: 'idle' }
  | { readonly kind: 'creating' }
  | { readonly kind: 'created' }
  /** Asked for, not yet confirmed. */
  | { readonly kind: 'asking'; readonly backup: Backup }
  | { readonly kind: 'restoring'; readonly backup: Backup }
  /** By the window as it was before it began anew on the restored data; the ISO instant of the backup. */
  | { readonly kind: 'restored'; readonly createdAt: string }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** The backups of this installation, and what is being done with them. */
export function useBackups() {
  const { state, reload } = useCall('backups.list', {});
  const [step, setStep] = useState<BackupStep>(firstStep);
  // Said once.
  useEffect(() => history.replaceState(null, ''), []);
  const create = async (): Promise<void> => {
    setStep({ kind: 'creating' });
    const created = await call('backups.create', {});
    setStep(created.ok ? { kind: 'created' } : { kind: 'failed', errors: created.errors });
    reload();
  };
  const restore = async (backup: Backup): Promise<void> => {
    setStep({ kind: 'restoring', backup });
    const letGo = await holdUnsaved();
    const restored = await call('backups.restore', { name: backup.name });
    if (restored.ok) {
      history.replaceState({ restoredFrom: backup.createdAt }, '');
      return beginAnewEverywhere();
    }
    letGo();
    setStep({ kind: 'failed', errors: restored.errors });
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

function firstStep(): BackupStep {
  const state: unknown = history.state;
  const from = typeof state === 'object' && state !== null && 'restoredFrom' in state && state.restoredFrom;
  return typeof from === 'string' ? { kind: 'restored', createdAt: from } : { kind: 'idle' };
}
