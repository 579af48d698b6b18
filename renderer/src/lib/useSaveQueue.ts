import { useEffect, useState, useSyncExternalStore } from 'react';
import { SaveQueue, type SaveQueueOptions, type SaveSnapshot } from './saveQueue.ts';

/** A save queue that lives as long as the screen and lets nothing get lost when the page or screen goes away. */
export function useSaveQueue<S, E>(
  options: Omit<SaveQueueOptions<S, E>, 'timer'>,
): { readonly queue: SaveQueue<S, E>; readonly snapshot: SaveSnapshot<S> } {
  const [queue] = useState(() => new SaveQueue<S, E>({ ...options, timer: { start: startTimer } }));
  const snapshot = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const isUnsaved = snapshot.status.kind !== 'saved';

  useEffect(() => {
    const flushWhenHidden = (): void => {
      if (document.visibilityState === 'hidden') void queue.flush();
    };
    const flushOnLeave = (): void => queue.flushOnLeave();
    document.addEventListener('visibilitychange', flushWhenHidden);
    window.addEventListener('pagehide', flushOnLeave);
    return () => {
      document.removeEventListener('visibilitychange', flushWhenHidden);
      window.removeEventListener('pagehide', flushOnLeave);
      void queue.flush();
    };
  }, [queue]);

  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);

  return { queue, snapshot };
}

function startTimer(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}
