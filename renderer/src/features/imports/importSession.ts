import type { ImportFile, ImportProgress } from '#shared/api/contract.ts';
import type { AppError } from '#shared/errors/result.ts';
import type { call as callBackend } from '../../lib/backend.ts';
import type { uploadPackage } from '../../lib/packageFiles.ts';

export type ImportPhase =
  'choosing' | 'sending' | 'checking' | 'checked' | 'importing' | 'done' | 'cancelled' | 'failed';

/** An import as the screen sees it. It never changes; the next one takes its place. */
export interface ImportSnapshot {
  readonly phase: ImportPhase;
  /** Of the present phase, in files. */
  readonly done: number;
  readonly total: number;
  /** By number; the same array as long as no file changes. */
  readonly files: readonly ImportFile[];
  /** Files that could not be handed over at all. */
  readonly notSent: readonly { readonly name: string; readonly errors: readonly AppError[] }[];
  /** Files that were handed over; those with a higher number came out of bundles. */
  readonly sent: number;
  /** Files in chosen folders that are no packages by their name. */
  readonly skipped: number;
  /** A passphrase has been entered, so files that are still locked need another one. */
  readonly hasPassphrase: boolean;
  /** Why the phase is `failed`, or why the last step was refused. */
  readonly errors: readonly AppError[];
}

/** What the session needs from outside. */
export interface ImportBackend {
  readonly call: typeof callBackend;
  readonly upload: typeof uploadPackage;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const sentAtOnce = 3;
const pollPause = 350;
/** A backend that is silent for longer than these attempts together is given up. */
const attempts = 6;

const beginning: ImportSnapshot = {
  phase: 'choosing',
  done: 0,
  total: 0,
  files: [],
  notSent: [],
  sent: 0,
  skipped: 0,
  hasPassphrase: false,
  errors: [],
};

/**
 * One import from the choice of files to the result: hands the files over a few at a time, asks for the dry run, and
 * follows what the backend does. It lives outside the screen, so that leaving the screen stops nothing.
 */
export class ImportSession {
  readonly #backend: ImportBackend;
  readonly #files = new Map<number, ImportFile>();
  readonly #listeners = new Set<() => void>();
  readonly #stop = new AbortController();
  #snapshot = beginning;
  #importId: string | null = null;
  #cursor = 0;

  constructor(backend: ImportBackend) {
    this.#backend = backend;
  }

  snapshot(): ImportSnapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Hands the files over; the dry run starts by itself. `skipped` is only for the screen. */
  async begin(chosen: readonly File[], skipped: number): Promise<void> {
    this.#show({ phase: 'sending', done: 0, total: chosen.length, skipped, errors: [] });
    const started = await this.#backend.call('imports.start', {});
    if (!started.ok) return this.#show({ phase: 'failed', errors: started.errors });
    this.#importId = started.value.id;
    await this.#sendAll(started.value.id, chosen);
    if (!this.#stop.signal.aborted) await this.check(null);
  }

  /** The dry run, once more with a passphrase where files need one. */
  async check(passphrase: string | null): Promise<void> {
    if (this.#importId === null) return;
    this.#show({ phase: 'checking', done: 0, errors: [], hasPassphrase: passphrase !== null });
    const asked = await this.#backend.call('imports.check', { id: this.#importId, passphrase });
    if (asked.ok) return this.#follow(this.#importId, 'checking');
    this.#show({ phase: passphrase === null ? 'failed' : 'checked', errors: asked.errors });
  }

  /** Imports files by number. `acceptSigners` are public keys that a person has accepted. */
  async commit(numbers: readonly number[], acceptSigners: readonly string[]): Promise<void> {
    if (this.#importId === null) return;
    this.#show({ phase: 'importing', done: 0, total: numbers.length, errors: [] });
    const asked = await this.#backend.call('imports.commit', {
      id: this.#importId,
      files: [...numbers],
      acceptSigners: [...acceptSigners],
    });
    if (asked.ok) return this.#follow(this.#importId, 'importing');
    this.#show({ phase: 'checked', errors: asked.errors });
  }

  /** What is imported already stays. */
  async cancel(): Promise<void> {
    if (this.#snapshot.phase === 'sending') {
      this.#stop.abort();
      this.#show({ phase: 'cancelled' });
    }
    if (this.#importId !== null) await this.#backend.call('imports.cancel', { id: this.#importId });
  }

  #show(part: Partial<ImportSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }

  async #sendAll(id: string, chosen: readonly File[]): Promise<void> {
    const waiting = [...chosen];
    const sendNext = async (): Promise<void> => {
      for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
        const sent = await this.#backend.upload(id, file, this.#stop.signal);
        if (this.#stop.signal.aborted) return;
        const failure = sent.ok ? [] : [{ name: file.name, errors: sent.errors }];
        const { done, notSent, sent: before } = this.#snapshot;
        this.#show({
          done: done + 1,
          sent: before + (sent.ok ? 1 : 0),
          notSent: [...notSent, ...failure],
        });
      }
    };
    await Promise.all(Array.from({ length: sentAtOnce }, sendNext));
  }

  /** Asks again and again until the backend has left `state`. */
  async #follow(id: string, state: 'checking' | 'importing'): Promise<void> {
    for (let failures = 0; ; await this.#backend.wait(pollPause)) {
      const read = await this.#backend.call('imports.read', { id, cursor: this.#cursor });
      if (read.ok) {
        failures = 0;
        this.#take(read.value);
        if (read.value.state !== state && !isBefore(read.value.state, state)) return;
      } else {
        failures += 1;
        if (failures >= attempts) return this.#show({ phase: 'failed', errors: read.errors });
      }
    }
  }

  #take({ state, done, total, cursor, files }: ImportProgress): void {
    this.#cursor = cursor;
    for (const file of files) this.#files.set(file.number, file);
    this.#show({
      phase: state === 'receiving' ? 'checking' : state,
      done,
      total,
      ...(files.length === 0 ? {} : { files: [...this.#files.values()].toSorted(byNumber) }),
    });
  }
}

function byNumber(a: ImportFile, b: ImportFile): number {
  return a.number - b.number;
}

/** Until the background work has begun, the state is still the one that it starts from. */
function isBefore(state: ImportProgress['state'], wanted: 'checking' | 'importing'): boolean {
  return wanted === 'checking' ? state === 'receiving' : state === 'checked';
}
