import { startTransition, useEffect, useState } from 'react';
import { create } from 'zustand';
import { call } from '../../lib/backend.ts';
import { uploadPackage } from '../../lib/packageFiles.ts';
import { ImportSession, type ImportBackend, type ImportSnapshot } from './importSession.ts';

const backend: ImportBackend = {
  call,
  upload: uploadPackage,
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
};

interface ImportDesk {
  readonly session: ImportSession;
  /** Which one it is, counted from 0. */
  readonly round: number;
  /** Leaves what is there and begins another. */
  readonly startOver: () => void;
}

/** The import at hand; it goes on while other screens are shown. */
export const useImportDesk = create<ImportDesk>((set, get) => ({
  session: new ImportSession(backend),
  round: 0,
  startOver: () => {
    const { session, round } = get();
    // Its files lie ready on the disk, and nobody can come back to them.
    if (session.snapshot().phase === 'checked') void session.cancel();
    set({ session: new ImportSession(backend), round: round + 1 });
  },
}));

/** Follows a session. What comes in bulk waits for whatever the person is doing. */
export function useImportSnapshot(session: ImportSession): ImportSnapshot {
  const [held, setHeld] = useState(() => ({ session, snapshot: session.snapshot() }));
  useEffect(() => {
    const take = (): void => startTransition(() => setHeld({ session, snapshot: session.snapshot() }));
    take();
    return session.subscribe(take);
  }, [session]);
  return held.session === session ? held.snapshot : session.snapshot();
}
