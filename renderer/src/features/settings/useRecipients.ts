import { useState } from 'react';
import type { CallOutput } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';

export type SavedRecipient = CallOutput<'installation.read'>['recipients'][number];

type RecipientsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] };

/** The list that is offered at each export; every change of it is saved at once. */
export function useRecipients(saved: readonly SavedRecipient[], onSaved: () => void) {
  const [state, setState] = useState<RecipientsState>({ kind: 'idle' });
  const save = async (recipients: readonly SavedRecipient[]): Promise<boolean> => {
    setState({ kind: 'sending' });
    const result = await call('recipients.save', { recipients: [...recipients] });
    setState(result.ok ? { kind: 'saved' } : { kind: 'failed', errors: result.errors });
    if (result.ok) onSaved();
    return result.ok;
  };
  return {
    state,
    add: (recipient: SavedRecipient) => save([...saved, recipient]),
    remove: (recipient: SavedRecipient) => save(saved.filter((one) => one.recipient !== recipient.recipient)),
  };
}
