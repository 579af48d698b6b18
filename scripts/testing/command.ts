import { spawn, type ChildProcess } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** How a program ended, with everything it wrote. */
export interface Outcome {
  /** `null` when it could not be started or was ended by a signal. */
  readonly exitCode: number | null;
  /** Without colours, whatever the program thinks of the terminal. */
  readonly output: string;
}

let running: ChildProcess | null = null;

/** Runs a program to its end, its output kept. Never throws: a program that cannot start is an outcome too. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: {
    readonly folder: string;
    readonly environment?: NodeJS.ProcessEnv;
    readonly limitMinutes: number;
  },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.folder,
      env: { ...environmentWithoutColourWishes(), ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running = child;
    const written: Buffer[] = [];
    const finish = (exitCode: number | null, remark: string) => {
      clearTimeout(limit);
      running = null;
      const output = stripVTControlCharacters(Buffer.concat(written).toString('utf8'));
      resolve({ exitCode, output: output + remark });
    };
    let remark = '';
    const limit = setTimeout(() => {
      remark = `\nstopped: it had not ended after ${options.limitMinutes} minutes\n`;
      child.kill('SIGKILL');
    }, options.limitMinutes * 60_000);
    child.stdout.on('data', (chunk: Buffer) => written.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => written.push(chunk));
    child.on('error', (error) => finish(null, `${error.message}\n`));
    child.on('close', (exitCode, signal) =>
      finish(exitCode, signal === null ? remark : `${remark}ended by ${signal}\n`),
    );
  });
}

/** Ends the program that is running, so that stopping the tests leaves nothing behind. */
export function stopRunningCommand(): void {
  running?.kill('SIGTERM');
}

/** Where one of these and `FORCE_COLOR` meet, Node warns on stderr, and Playwright sets the latter. */
function environmentWithoutColourWishes(): NodeJS.ProcessEnv {
  const { NO_COLOR: _noColor, NODE_DISABLE_COLORS: _disableColors, ...rest } = process.env;
  return rest;
}
