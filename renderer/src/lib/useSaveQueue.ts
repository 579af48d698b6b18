import { startTransition, useEffect, useState, useSyncExternalStore } from 'react';
import { heldQueues } from './heldQueues.ts';
import { SaveQueue, type SaveQueueOptions, type SaveStatus, type Urgency } from './saveQueue.ts';

/** Where a save line learns how things stand; nobody else needs to be drawn again for it. */
export type SaveStatusSource = Pick<SaveQueue<unknown, never>, 'subscribe' | 'status'>;

/** In milliseconds: how long the screen may lag behind typing that leaves no time for it. */
const longestDelay = 300;

/** At one place there are edits of one kind only. */
function queueAt<S, E>(place: string): SaveQueue<S, E> | undefined {
  return heldQueues.get(place) as SaveQueue<S, E> | undefined;
}

interface SavePlace {
  /** What is saved here, unique on this machine: a screen that comes back goes on with what it could not save. */
  readonly place: string;
  /** Nothing can be saved now; what is unsaved waits. */
  readonly isFrozen: boolean;
}

/**
 * A save queue that lives as long as the screen and lets nothing get lost when the page or screen goes away.
 * `current` follows choices at once and typing when the browser has nothing else to do: a field that is typed in shows
 * its own text.
 */
export function useSaveQueue<S, E>(
  { place, isFrozen }: SavePlace,
  options: Omit<SaveQueueOptions<S, E>, 'timer' | 'unsaved'>,
): { readonly queue: SaveQueue<S, E>; readonly current: S } {
  const [queue] = useState(() => {
    const unsaved = isFrozen ? [] : (queueAt<S, E>(place)?.unsaved() ?? []);
    return new SaveQueue<S, E>({ ...options, unsaved, timer: { start: startTimer } });
  });
  const [current, setCurrent] = useState(() => queue.snapshot().current);

  useEffect(() => {
    let waiting: number | null = null;
    const followNow = (): void => setCurrent(queue.snapshot().current);
    const followSoon = (): void => {
      waiting = null;
      startTransition(followNow);
    };
    const follow = (urgency: Urgency): void => {
      if (urgency === 'now') followNow();
      else waiting ??= requestIdleCallback(followSoon, { timeout: longestDelay });
    };
    followNow();
    const stop = queue.subscribe(follow);
    return () => {
      stop();
      if (waiting !== null) cancelIdleCallback(waiting);
    };
  }, [queue]);

  useEffect(() => {
    if (isFrozen) return;
    const before = queueAt<S, E>(place);
    heldQueues.set(place, queue);
    if (before && before !== queue) before.handOver(queue);
    void queue.flush();
    return () => void queue.flush();
  }, [queue, place, isFrozen]);

  useEffect(() => {
    const flushWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') void queue.flush();
    };
    const flushOnLeave = (): void => queue.flushOnLeave();
    const warn = (event: BeforeUnloadEvent): void => {
      if (queue.status().kind !== 'saved' && !queue.isPaused()) event.preventDefault();
    };
    document.addEventListener('visibilitychange', flushWhenHidden);
    window.addEventListener('pagehide', flushOnLeave);
    window.addEventListener('beforeunload', warn);
    return () => {
      document.removeEventListener('visibilitychange', flushWhenHidden);
      window.removeEventListener('pagehide', flushOnLeave);
      window.removeEventListener('beforeunload', warn);
    };
  }, [queue]);

  return { queue, current };
}

/** How saving stands, for the line that says so. */
export function useSaveStatus(source: SaveStatusSource): SaveStatus {
  return useSyncExternalStore(source.subscribe, source.status);
}

function startTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
