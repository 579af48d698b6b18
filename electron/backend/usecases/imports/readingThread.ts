import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { VerifiedPackage } from '../../files/package/openPackage.ts';
import type { ArrivedPackage } from './arrivedPackage.ts';

/** A package that was verified and prepared while others were judged and written. */
export interface ReadAhead {
  readonly arrived: ArrivedPackage;
  /** Its files of evidence, which still lie in it. */
  readonly attached: VerifiedPackage['attached'];
}

/** Null for what the import has to read itself: encrypted, refused for whatever reason, or long. */
export interface ReadingAnswer {
  readonly number: number;
  readonly read: ReadAhead | null;
}

/** The packages of one import that another thread reads ahead. */
export interface ReadingThread {
  /** Names the files that come next, the first of them soonest; those that it knows already are not read twice. */
  readonly expect: (files: readonly string[]) => void;
  /** Undefined for a file that the import has to read itself. */
  readonly take: (file: string) => Promise<ReadAhead | undefined>;
}

/**
 * Reads packages in a thread of its own, on another core. While that is not up, on a machine with one core, and in a
 * bundle without its entry nothing is read ahead, and every import is as it would be without.
 */
export function readInThread(cores = availableParallelism()): ReadingThread {
  if (cores < 2) return { expect: () => undefined, take: () => Promise.resolve(undefined) };
  const expected = new Map<string, Expected | undefined>();
  let isBehind = false;
  return {
    expect: (files) => {
      for (const file of files) {
        if (expected.has(file)) continue;
        // A thread that is behind catches up while the import reads one of the files itself.
        expected.set(file, isBehind ? undefined : ask(file));
        isBehind = false;
      }
    },
    take: async (file) => {
      const one = expected.get(file);
      expected.delete(file);
      isBehind = one?.isThere === false;
      return await one?.answer;
    },
  };
}

interface Expected {
  readonly answer: Promise<ReadAhead | undefined>;
  isThere: boolean;
}

interface Thread {
  readonly worker: Worker;
  isReady: boolean;
  /** Those who wait for an answer, by its number. */
  readonly waiting: Map<number, (read: ReadAhead | undefined) => void>;
  /** Ends the thread some time after its last answer. */
  readonly idle: NodeJS.Timeout;
}

// One for the process: starting it costs as much as a hundred packages, and it keeps nothing of any import.
let thread: Thread | undefined;
let hasFailed = false;
let asked = 0;

/** A person looks at the dry run before the import follows. */
const idleMilliseconds = 5 * 60_000;

/** Undefined while there is no thread that could be asked. */
function ask(file: string): Expected | undefined {
  thread ??= start();
  if (!thread?.isReady) return undefined;
  const { worker, waiting, idle } = thread;
  asked += 1;
  const number = asked;
  // An idle thread must not keep the process from ending; one that is asked must.
  worker.ref();
  idle.refresh();
  worker.postMessage({ number, file });
  const { promise, resolve } = Promise.withResolvers<ReadAhead | undefined>();
  const one = { answer: promise, isThere: false };
  waiting.set(number, (read) => {
    one.isThere = true;
    resolve(read);
  });
  return one;
}

function start(): Thread | undefined {
  const entry = hasFailed ? undefined : findWorkerEntry();
  if (entry === undefined) return undefined;
  const worker = new Worker(entry, { execArgv: [] });
  const waiting: Thread['waiting'] = new Map();
  const idle = setTimeout(() => void worker.terminate(), idleMilliseconds).unref();
  const started: Thread = { worker, isReady: false, waiting, idle };
  worker.on('message', (message: 'ready' | ReadingAnswer) => {
    if (message === 'ready') {
      started.isReady = true;
      return;
    }
    waiting.get(message.number)?.(message.read ?? undefined);
    waiting.delete(message.number);
    if (waiting.size === 0) worker.unref();
  });
  // What has failed once, for want of memory or whatever else, is not tried again; `exit` follows.
  worker.on('error', () => {
    hasFailed = true;
  });
  worker.on('exit', () => {
    clearTimeout(idle);
    if (thread === started) thread = undefined;
    for (const resolve of waiting.values()) resolve(undefined);
  });
  // After its listeners, of which that for messages would hold the process again.
  worker.unref();
  return started;
}

/** The source under plain Node, the built entry in a bundle; absent in a bundle that was built without it. */
function findWorkerEntry(): URL | undefined {
  return ['./readingWorker.ts', './readingWorker.js', '../readingWorker.js']
    .map((name) => new URL(name, import.meta.url))
    .find((url) => existsSync(url));
}
