import { useCallback, useEffect, useState } from 'react';
import type { SyncProgress } from '#shared/api/syncCalls.ts';
import type { AppError, Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useSyncSession } from './syncSession.ts';

const readEvery = 500;

/** What is being sent or fetched, and how the last time ended. */
export interface SyncWork {
  /** Null before anything was begun. */
  readonly progress: SyncProgress | null;
  readonly isRunning: boolean;
  /** Somebody wants it stopped; the file under way is finished first. */
  readonly isStopping: boolean;
  /** Why it could not be begun, or not be followed any more. */
  readonly errors: readonly AppError[];
  readonly synchronise: (targetId: string) => void;
  readonly send: (ids: readonly string[]) => void;
  readonly cancel: () => void;
}

/** Follows the work in the background; `onStep` is called whenever something may have changed in the lists. */
export function useSyncWork(onStep: () => void): SyncWork {
  const { jobId, follow, end } = useSyncSession();
  const [progress, setProgress] = useState<SyncProgress | null>(null);
  const [errors, setErrors] = useState<readonly AppError[]>([]);
  const [isStopping, setIsStopping] = useState(false);
  useEffect(() => {
    if (jobId === null) return;
    let timer = 0;
    let isWanted = true;
    const read = async (): Promise<void> => {
      const now = await call('sync.read', { id: jobId });
      if (!isWanted) return;
      if (now.ok) setProgress(now.value);
      else setErrors(now.errors);
      onStep();
      if (now.ok && isUnderWay(now.value)) timer = window.setTimeout(() => void read(), readEvery);
      else end();
    };
    void read();
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [jobId, end, onStep]);
  const begin = useCallback(
    async (starting: Promise<Result<{ readonly id: string }>>): Promise<void> => {
      setErrors([]);
      setProgress(null);
      setIsStopping(false);
      const started = await starting;
      if (started.ok) follow(started.value.id);
      else setErrors(started.errors);
    },
    [follow],
  );
  return {
    progress,
    isRunning: jobId !== null,
    isStopping,
    errors,
    synchronise: (targetId) => void begin(call('sync.start', { targetId, pull: true, push: true })),
    send: (ids) => void begin(call('outbox.send', { ids: [...ids] })),
    cancel: () => {
      setIsStopping(true);
      if (jobId !== null) void call('sync.cancel', { id: jobId });
    },
  };
}

function isUnderWay({ state }: SyncProgress): boolean {
  return state === 'pulling' || state === 'sending';
}
