import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { CallInput, CallName, CallOutput } from '#shared/api/contract.ts';
import type { AppError, Result } from '#shared/errors/result.ts';
import { call } from './backend.ts';

/** What a screen knows about something it asked for; exactly one of the three. */
export type Loadable<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  | { readonly kind: 'ready'; readonly value: T };

export interface Loaded<T> {
  readonly state: Loadable<T>;
  readonly reload: () => void;
}

/** Loads on the first showing and whenever `key` changes; answers that arrive too late are dropped. */
export function useLoaded<T>(key: string, load: () => Promise<Result<T>>): Loaded<T> {
  const [round, setRound] = useState(0);
  const [held, setHeld] = useState<{ readonly key: string; readonly state: Loadable<T> }>({
    key,
    state: loading,
  });
  // A new function at every rendering; `key` says what it loads.
  const loadNow = useEffectEvent(load);
  useEffect(() => {
    let isWanted = true;
    void loadNow().then((result) => {
      if (!isWanted) return;
      setHeld({
        key,
        state: result.ok ? { kind: 'ready', value: result.value } : { kind: 'failed', errors: result.errors },
      });
    });
    return () => {
      isWanted = false;
    };
  }, [key, round]);
  const reload = useCallback(() => {
    setHeld((before) => (before.state.kind === 'failed' ? { ...before, state: loading } : before));
    setRound((before) => before + 1);
  }, []);
  return { state: held.key === key ? held.state : loading, reload };
}

/** `useLoaded` for a single call of the contract. */
export function useCall<N extends CallName>(name: N, input: CallInput<N>): Loaded<CallOutput<N>> {
  return useLoaded(`${name} ${JSON.stringify(input)}`, () => call(name, input));
}

const loading = { kind: 'loading' } as const;
