import type { ErrorCode } from '#shared/errors/errorCodes.ts';
import type { AppError, Result } from '#shared/errors/result.ts';

/**
 * What is true about the officer's typing. `saved`: everything is on disk. `waiting`: typed, about to be sent.
 * `saving`: sent, no acknowledgement yet. `failed`: kept here and tried again. `refused`: the backend will not take
 * it as it stands; kept until it is changed.
 */
export type SaveStatus =
  | { readonly kind: 'saved'; readonly savedAt: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly errors: readonly AppError[] }
  | { readonly kind: 'refused'; readonly errors: readonly AppError[] };

export interface SaveSnapshot<S> {
  /** What was saved with every unsaved edit on top: what the screen shows. */
  readonly current: S;
  readonly status: SaveStatus;
}

export interface SaveQueueOptions<S, E> {
  readonly initial: S;
  readonly savedAt: string | null;
  /** What a queue before this one could not save; it lies on top of `initial`. */
  readonly unsaved?: readonly E[];
  readonly apply: (state: S, edit: E) => S;
  /** Edits with the same key replace one another: only the last one counts. */
  readonly keyOf: (edit: E) => string;
  /** Edits of one group are accepted or refused together, without holding up other groups. */
  readonly groupOf: (edit: E) => string;
  readonly send: (edits: readonly E[], leaving: boolean) => Promise<Result<{ readonly savedAt: string }>>;
  readonly timer: SaveTimer;
}

/** The clock of the queue, so that tests can own it. `start` returns what stops it. */
export interface SaveTimer {
  readonly start: (run: () => void, milliseconds: number) => () => void;
}

/** A pause in typing that counts as one; and how long steady typing may stay unsent. */
const typingPause = 400;
const longestWait = 2000;
const retryPauses = [2000, 5000, 15_000, 30_000] as const;

/** Failures of the moment: the same edits may well be taken later. Anything else is a refusal. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'backend-unreachable',
  'disk-full',
  'folder-read-only',
  'database-in-use',
  // A drive of the network or on a cable that was away.
  'file-not-writable',
  'file-unreadable',
  'file-not-found',
  'not-authorised',
  'unexpected',
]);

interface Refusal<E> {
  readonly edits: ReadonlyMap<string, E>;
  readonly errors: readonly AppError[];
}

/** How soon the screen must follow: what was chosen at once, the consequences of typing when there is time. */
export type Urgency = 'now' | 'soon';

/** Keeps every edit until the backend has acknowledged it; one request at a time, later edits after earlier ones. */
export class SaveQueue<S, E> {
  readonly #options: SaveQueueOptions<S, E>;
  readonly #listeners = new Set<(urgency: Urgency) => void>();
  readonly #refused = new Map<string, Refusal<E>>();
  #confirmed: S;
  #savedAt: string | null;
  #waiting: ReadonlyMap<string, E> = new Map();
  #sending: ReadonlyMap<string, E> = new Map();
  #failure: readonly AppError[] | null = null;
  #failures = 0;
  #running: Promise<void> | null = null;
  #stopPause = doNothing;
  #stopLongestWait: (() => void) | null = null;
  #successor: SaveQueue<S, E> | null = null;
  #isPaused = false;
  #shown: SaveSnapshot<S>;

  constructor(options: SaveQueueOptions<S, E>) {
    this.#options = options;
    this.#confirmed = options.initial;
    this.#savedAt = options.savedAt;
    this.#waiting = this.#byKey(options.unsaved ?? []);
    this.#shown = {
      current: (options.unsaved ?? []).reduce(options.apply, options.initial),
      status: this.#presentStatus(),
    };
  }

  /** Stable functions, as `useSyncExternalStore` wants them. */
  readonly subscribe = (listener: (urgency: Urgency) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): SaveSnapshot<S> => this.#successor?.snapshot() ?? this.#shown;
  /** The same object as long as it says the same. */
  readonly status = (): SaveStatus => this.#shown.status;

  /** In the order in which it was entered, also what was refused. */
  unsaved(): readonly E[] {
    const refused = [...this.#refused.values()].flatMap(({ edits }) => [...edits.values()]);
    return [...refused, ...this.#sending.values(), ...this.#waiting.values()];
  }

  /** Where something is unsaved: criteria, say. */
  unsavedGroups(): readonly string[] {
    return [...new Set(this.unsaved().map((edit) => this.#options.groupOf(edit)))];
  }

  /** From now on the other queue sees to everything unsaved: two that tried again by turns would bring old values back. */
  handOver(successor: SaveQueue<S, E>): void {
    this.#successor = successor;
    this.#stopPause();
    this.#stopLongestWait?.();
  }

  /** Sends nothing and tries nothing again until `resume`. */
  pause(): void {
    this.#isPaused = true;
    this.#stopPause();
    this.#stopLongestWait?.();
    this.#stopLongestWait = null;
  }

  resume(): Promise<void> {
    this.#isPaused = false;
    return this.#sendNow();
  }

  isPaused(): boolean {
    return this.#isPaused;
  }

  /** Puts in place what the backend says is stored now: after an undo, say. What is unsaved stays on top. */
  replace(change: (confirmed: S) => S, savedAt: string): void {
    this.#confirmed = change(this.#confirmed);
    this.#savedAt = savedAt;
    this.#publish('now');
  }

  /** `typing` waits for a pause, `choice` is sent at once. */
  record(edit: E, pace: 'typing' | 'choice'): void {
    if (this.#successor) return this.#successor.record(edit, pace);
    const { keyOf, groupOf } = this.#options;
    const before = this.#refused.get(groupOf(edit));
    this.#refused.delete(groupOf(edit));
    const waiting = new Map([...(before?.edits ?? []), ...this.#waiting]);
    waiting.delete(keyOf(edit));
    this.#waiting = waiting.set(keyOf(edit), edit);
    this.#publish(pace === 'choice' ? 'now' : 'soon');
    if (pace === 'choice') void this.#sendNow();
    else this.#waitForPause();
  }

  /**
   * Sends what is waiting, also what failed before. Resolves when nothing more can be done now. The screen follows at
   * once: what is entered next, in the field beside, builds on what it shows.
   */
  flush(): Promise<void> {
    this.#notify('now');
    return this.#sendNow();
  }

  #sendNow(): Promise<void> {
    this.#stopPause();
    this.#stopLongestWait?.();
    this.#stopLongestWait = null;
    this.#running ??= this.#sendWaiting().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Sends everything unsaved in a request that outlives the page. */
  flushOnLeave(): void {
    const unsaved = [...this.#sending.values(), ...this.#waiting.values()];
    if (unsaved.length > 0 && !this.#isPaused) void this.#options.send(unsaved, true);
  }

  #build(): SaveSnapshot<S> {
    const status = this.#presentStatus();
    return {
      current: this.unsaved().reduce(this.#options.apply, this.#confirmed),
      status:
        status.kind === 'waiting' && this.#shown.status.kind === 'waiting' ? this.#shown.status : status,
    };
  }

  #presentStatus(): SaveStatus {
    const refusal = this.#refused.values().next().value;
    if (this.#sending.size > 0) return { kind: 'saving' };
    if (this.#failure) return { kind: 'failed', errors: this.#failure };
    if (refusal) return { kind: 'refused', errors: refusal.errors };
    return this.#waiting.size > 0 ? { kind: 'waiting' } : { kind: 'saved', savedAt: this.#savedAt };
  }

  #publish(urgency: Urgency = 'soon'): void {
    this.#shown = this.#build();
    this.#notify(urgency);
  }

  #notify(urgency: Urgency): void {
    for (const listener of this.#listeners) listener(urgency);
  }

  #waitForPause(): void {
    if (this.#isPaused) return;
    this.#schedule(typingPause);
    this.#stopLongestWait ??= this.#options.timer.start(() => void this.#sendNow(), longestWait);
  }

  #schedule(milliseconds: number): void {
    this.#stopPause();
    this.#stopPause = this.#options.timer.start(() => void this.#sendNow(), milliseconds);
  }

  async #sendWaiting(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#successor && !this.#isPaused) {
      if (await this.#send([...this.#waiting.values()])) continue;
      if (this.#successor || this.#isPaused) return;
      this.#schedule(retryPauses[Math.min(this.#failures, retryPauses.length) - 1] ?? retryPauses[0]);
      return;
    }
  }

  /** Whether the edits are settled, be it saved or refused; otherwise they wait to be tried again. */
  async #send(edits: readonly E[]): Promise<boolean> {
    this.#sending = this.#byKey(edits);
    this.#waiting = new Map([...this.#waiting].filter(([key, edit]) => this.#sending.get(key) !== edit));
    this.#publish();
    const result = await this.#options.send(edits, false);
    if (this.#successor) return false;
    this.#sending = new Map();
    if (result.ok) return this.#accept(edits, result.value.savedAt);
    const isPassing = result.errors.some((error) => passing.has(error.code));
    return isPassing ? this.#keepForLater(edits, result.errors) : this.#settleRefusal(edits, result.errors);
  }

  #accept(edits: readonly E[], savedAt: string): true {
    this.#confirmed = edits.reduce(this.#options.apply, this.#confirmed);
    this.#savedAt = savedAt;
    this.#failure = null;
    this.#failures = 0;
    this.#publish();
    return true;
  }

  #keepForLater(edits: readonly E[], errors: readonly AppError[]): false {
    this.#waiting = new Map([...this.#byKey(edits), ...this.#waiting]);
    this.#failure = errors;
    this.#failures += 1;
    this.#publish();
    return false;
  }

  /** One refused group must not keep the others from the disk: they are then sent group by group. */
  async #settleRefusal(edits: readonly E[], errors: readonly AppError[]): Promise<boolean> {
    const groups = [...Map.groupBy(edits, this.#options.groupOf)];
    this.#failure = null;
    if (groups.length > 1) {
      this.#waiting = new Map([...this.#byKey(edits), ...this.#waiting]);
      for (const [, group] of groups) if (!(await this.#send(group))) return false;
      return true;
    }
    for (const [group] of groups) this.#keepRefused(group, this.#byKey(edits), errors);
    this.#publish();
    return true;
  }

  /** What was typed into the group during the request may have mended it: then all of it is sent once more. */
  #keepRefused(group: string, edits: ReadonlyMap<string, E>, errors: readonly AppError[]): void {
    const isChanged = [...this.#waiting.values()].some((edit) => this.#options.groupOf(edit) === group);
    if (isChanged) this.#waiting = new Map([...edits, ...this.#waiting]);
    else this.#refused.set(group, { edits, errors });
  }

  #byKey(edits: readonly E[]): ReadonlyMap<string, E> {
    return new Map(edits.map((edit) => [this.#options.keyOf(edit), edit]));
  }
}

function doNothing(): void {
  // Stands in until there is a timer to stop.
}
