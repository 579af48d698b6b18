import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A real process of ours that a test may kill at any moment; its lines arrive as it writes them. */
export interface Child {
  readonly lines: readonly string[];
  /** Everything it wrote on stderr, for the message of a failing test. */
  readonly complaints: () => string;
  /** Waits for a line that starts so; throws if the process ends before. */
  waitForLine(start: string): Promise<string>;
  say(line: string): void;
  /** SIGKILL, then waits until the process is gone and everything that it wrote has been read. */
  kill(): Promise<void>;
  /** Waits for the process to end by itself. */
  ended(): Promise<number | null>;
}

/** Starts a program of this folder under the Node that runs the tests. */
export function startChild(program: string, args: readonly string[], options: SpawnOptions = {}): Child {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, program), ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(tmpdir(), 'thuoc-so-test-compile-cache') },
    ...options,
  });
  const gone = once(child, 'close').then(() => child.exitCode);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await gone;
  });
  return followLines(child, gone);
}

function followLines(child: ChildProcess, gone: Promise<number | null>): Child {
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  let unfinished = '';
  let complaints = '';
  let isGone = false;
  const wakeAll = () => waiting.forEach((wake) => wake());
  child.stdin?.on('error', () => undefined);
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const pieces = (unfinished + text).split('\n');
    unfinished = pieces.pop() ?? '';
    lines.push(...pieces);
    wakeAll();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  void gone.then(() => {
    isGone = true;
    wakeAll();
  });
  return {
    lines,
    complaints: () => complaints,
    waitForLine: async (start) => {
      for (;;) {
        const found = lines.find((line) => line.startsWith(start));
        if (found !== undefined) return found;
        if (isGone) throw new Error(`The child ended before "${start}": ${lines.join(' | ')} ${complaints}`);
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
    },
    say: (line) => void child.stdin?.write(`${line}\n`),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    ended: () => gone,
  };
}
