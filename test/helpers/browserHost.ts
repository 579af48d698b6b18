import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const mainFile = path.resolve(import.meta.dirname, '../../electron/hosts/browser/main.ts');
const addressMark = 'THUOC_SO_URL=';

/** The real browser host as a process of its own. */
export interface BrowserHost {
  readonly origin: string;
  readonly port: number;
  /** The newest address; each opens once. */
  address(): string;
  errorText(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop; its exit code. */
  stop(): Promise<number | null>;
}

/** How a host ended that did not come up. */
export interface HostRefusal {
  readonly exitCode: number | null;
  readonly errorText: string;
}

/** Starts the host and waits for its address. Throws when it ends without one. */
export async function startBrowserHost(
  dataFolder: string,
  ...words: readonly string[]
): Promise<BrowserHost> {
  const started = await launch(dataFolder, words);
  if ('origin' in started) return started;
  throw new Error(`The browser host ended with ${String(started.exitCode)}: ${started.errorText}`);
}

/** Starts the host on purpose where it must refuse. Throws when it comes up. */
export async function expectRefusal(dataFolder: string, ...words: readonly string[]): Promise<HostRefusal> {
  const started = await launch(dataFolder, words);
  if (!('origin' in started)) return started;
  await started.kill();
  throw new Error('The browser host should have refused to start');
}

async function launch(dataFolder: string, words: readonly string[]): Promise<BrowserHost | HostRefusal> {
  const child = spawn(process.execPath, [mainFile, '--data', dataFolder, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'close');
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  let address: string | null = null;
  const addressed = new Promise<void>((resolve) => {
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith(addressMark)) return;
      address = line.slice(addressMark.length);
      resolve();
    });
  });
  await Promise.race([addressed, exited]);
  if (address === null) return { exitCode: child.exitCode, errorText: errors.join('') };
  const { origin, port } = new URL(address);
  return {
    origin,
    port: Number(port),
    address: () => address ?? '',
    errorText: () => errors.join(''),
    kill: () => end(child, exited, 'SIGKILL').then(() => undefined),
    stop: () => end(child, exited, 'SIGTERM'),
  };
}

async function end(
  child: ChildProcess,
  exited: Promise<unknown>,
  signal: NodeJS.Signals,
): Promise<number | null> {
  child.kill(signal);
  await exited;
  return child.exitCode;
}
