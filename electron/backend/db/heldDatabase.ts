import type Database from 'better-sqlite3';
import { succeed, type Result } from '#shared/errors/result.ts';
import { leaveWal, swapInReplacement } from './replaceDatabase.ts';
import { onStorage } from './storageFailure.ts';

/** Where an exchange may be cut off. */
export type ReplaceStep = 'closed' | 'swapped';

/** An open database whose file can be exchanged for another while those who use it stay the same. */
export interface HeldDatabase<T> {
  /** Errors of the storage become the result. */
  use<R>(work: (opened: T) => Result<R>): Result<R>;
  /** See `Store.replace`. */
  replace(onStep: (step: ReplaceStep) => void): Result<null>;
  close(): void;
}

/** Opens a database and holds it until it is closed. Errors: those of `open`. */
export function holdDatabase<T extends { readonly database: Database.Database }>(
  file: string,
  open: () => Result<T>,
): Result<HeldDatabase<T>> {
  // Errors stand here only when nothing could be opened after a swap; every use then answers with them.
  let current = open();
  if (!current.ok) return current;
  const use: HeldDatabase<T>['use'] = (work) => {
    const opened = current;
    return opened.ok ? onStorage(file, () => work(opened.value)) : opened;
  };
  const close = () => {
    if (current.ok) current.value.database.close();
  };
  return succeed({
    use,
    close,
    replace: (onStep) => {
      const alone = current.ok ? use(({ database }) => leaveWal(database)) : succeed(null);
      // A log that cannot be folded into a damaged file goes with it.
      if (!alone.ok && alone.errors.every((error) => error.code !== 'database-damaged')) return alone;
      close();
      try {
        onStep('closed');
        const swapped = onStorage(file, () => succeed(swapInReplacement(file)));
        if (!swapped.ok) return swapped;
        onStep('swapped');
      } finally {
        current = onStorage(file, open);
      }
      return current.ok ? succeed(null) : current;
    },
  });
}
