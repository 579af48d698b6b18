import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, connect, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A server as a process of its own, on a loopback port. */
export interface ServerProcess {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface ServerCommand {
  readonly program: string;
  readonly args: readonly string[];
}

const startLimitMilliseconds = 20_000;
const attempts = 5;

/**
 * Starts a server on a free port and waits until it accepts connections. It ends with this process at the latest. Throws
 * with what the server wrote when it does not come up.
 *
 * @param commandFor what to run for a port; @param explain more about a failure than the process itself wrote
 */
export async function startServer(
  commandFor: (port: number) => ServerCommand,
  explain: () => string = () => '',
): Promise<ServerProcess> {
  // Between finding a free port and listening on it somebody else may take it.
  let failure = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = await findFreePort();
    const started = await launch(commandFor(port), port);
    if (typeof started !== 'string') return started;
    failure = started;
  }
  throw new Error(`The server did not start: ${failure} ${explain()}`);
}

async function launch({ program, args }: ServerCommand, port: number): Promise<ServerProcess | string> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'close');
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written += text));
  const killWithUs = () => void child.kill();
  process.once('exit', killWithUs);
  const state = { hasEnded: false };
  const watched = exited
    .catch((error: unknown) => (written += String(error)))
    .finally(() => {
      state.hasEnded = true;
      process.off('exit', killWithUs);
    });
  const limit = performance.now() + startLimitMilliseconds;
  while (!state.hasEnded && performance.now() < limit) {
    if (await acceptsConnections(port)) return { port, stop: () => stop() };
    await wait(20);
  }
  await stop();
  return `${program}: ${written}`;

  async function stop(): Promise<void> {
    if (!state.hasEnded) child.kill('SIGTERM');
    const killing = setTimeout(() => child.kill('SIGKILL'), 5000);
    await watched;
    clearTimeout(killing);
  }
}

/** A port of 127.0.0.1 that nobody listens on at the moment. */
async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const finish = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => finish(true)).once('error', () => finish(false));
  });
}
