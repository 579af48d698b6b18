import { useCallback, useEffect, useState } from 'react';
import type { SyncProgress } from '#shared/api/syncCalls.ts';
import type { AppError, Result } from '#shared/errors/result.ts';
import { call } from '../../lib/backend.ts';
import { useSyncSession } from './syncSession.ts';

const readEvery = 500;
const lookEvery = 2000;

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

/**
 * Follows the work in the background, also a try that began by itself; `onStep` is called whenever something may have
 * changed in the lists.
 */
export function useSyncWork(onStep: () => void): SyncWork {
  const { jobId, follow: followJob, end } = useSyncSession();
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
  const forgetLast = useCallback((): void => {
    setErrors([]);
    setProgress(null);
    setIsStopping(false);
  }, []);
  const follow = useCallback(
    (id: string): void => {
      forgetLast();
      followJob(id);
    },
    [followJob, forgetLast],
  );
  useNewestWork(follow);
  const begin = useCallback(
    async (starting: Promise<Result<{ readonly id: string }>>): Promise<void> => {
      forgetLast();
      const started = await starting;
      if (started.ok) followJob(started.value.id);
      else setErrors(started.errors);
    },
    [followJob, forgetLast],
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

/** Looks, while nothing is followed, whether something was begun that was not followed yet, by itself or elsewhere. */
function useNewestWork(follow: (id: string) => void): void {
  const { jobId, seenId } = useSyncSession();
  useEffect(() => {
    if (jobId !== null) return;
    let timer = 0;
    let isWanted = true;
    const look = async (): Promise<void> => {
      const newest = await call('sync.newest', {});
      if (!isWanted) return;
      const id = newest.ok ? newest.value.id : null;
      if (id === null || id === seenId) timer = window.setTimeout(() => void look(), lookEvery);
      else follow(id);
    };
    void look();
    return () => {
      isWanted = false;
      window.clearTimeout(timer);
    };
  }, [jobId, seenId, follow]);
}

function isUnderWay({ state }: SyncProgress): boolean {
  return state === 'pulling' || state === 'sending';
}
