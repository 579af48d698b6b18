import path from 'node:path';
import { createTranslate, describeError, type Translate } from '#backend/translate.ts';
import { succeed, type AppError } from '#shared/errors/result.ts';
import { listBuiltScreens } from '../builtScreens.ts';
import { chooseDataFolder } from '../dataFolder.ts';
import { fillDemo } from '../demoSamples.ts';
import { openHostBackend, settleLanguage } from '../openHostBackend.ts';
import { readCommandLine, type HostRequest } from '../commandLine.ts';
import { openWindow, thisDesktop } from './openWindow.ts';
import { startServer, type RunningServer } from './server.ts';

const productFolder = path.resolve(import.meta.dirname, '../../..');
const screensFolder = path.join(productFolder, 'out', 'renderer');

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 stopped on request, 1 could not start, 2 wrong usage. */
async function run(words: readonly string[]): Promise<number> {
  const request = readCommandLine(words);
  if (!request.ok) {
    const t = createTranslate('vi');
    return refuse([...describeAll(t, request.errors), t('host:usage')], 2);
  }
  const startWords = createTranslate(request.value.language ?? 'vi');
  const screens = listBuiltScreens(screensFolder);
  if (screens === null) return refuse([startWords('host:notBuilt', { folder: screensFolder })], 1);
  const { dataFolder: named, demo } = request.value;
  const dataFolder = chooseDataFolder({ named, demo, programFolder: productFolder });
  // Listening from here on: a signal that comes while the host starts must close the database too.
  const stopped = waitForSignal();
  const opened = openHostBackend({
    dataFolder,
    productFolder,
    log,
    wantsRestore: () => {
      if (!request.value.restore) log(startWords('host:restoreHint'));
      return request.value.restore;
    },
    onRestored: (createdAt) => log(startWords('host:restored', { time: createdAt.toLocaleString('vi') })),
  });
  if (!opened.ok) return refuse(describeAll(startWords, opened.errors), 1);
  const filled = request.value.demo ? await fillDemo(opened.value, productFolder) : succeed(null);
  if (!filled.ok) log(describeAll(startWords, filled.errors).join('\n'));
  const t = createTranslate(await settleLanguage(opened.value, request.value.language));
  const addresses = createAddressBook(t);
  try {
    const server = await startServer({
      backend: opened.value,
      screens,
      port: request.value.port,
      sessionFile: path.join(dataFolder, 'browser-sessions'),
      signedOutText: t('host:signedOut'),
      onAddress: addresses.announce,
      log,
    });
    say(t('host:dataFolder', { folder: dataFolder }));
    await serveUntilStopped(server, request.value, { address: addresses.current(), dataFolder, stopped }, t);
    return 0;
  } catch (error) {
    if (!isPortTaken(error)) throw error;
    return refuse([t('host:portTaken', { port: request.value.port })], 1);
  } finally {
    opened.value.close();
  }
}

async function serveUntilStopped(
  server: RunningServer,
  request: HostRequest,
  { address, dataFolder, stopped }: { address: string; dataFolder: string; stopped: Promise<void> },
  t: Translate,
): Promise<void> {
  const profileFolder = path.join(dataFolder, 'browser-profile');
  const window = request.openWindow ? await openWindow(address, profileFolder, thisDesktop) : null;
  if (window !== null) say(t('host:opened'));
  await Promise.race(window === null ? [stopped] : [stopped, window.closed]);
  await server.close();
  say(t('host:stopped'));
}

/** Prints each address for people, and the line `THUOC_SO_URL=…` for programs that start the host. */
function createAddressBook(t: Translate) {
  let current: string | null = null;
  return {
    announce: (address: string) => {
      say(current === null ? t('host:address') : t('host:addressAgain'));
      say(`THUOC_SO_URL=${address}`);
      current = address;
    },
    current: () => current ?? '',
  };
}

function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function isPortTaken(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
  );
}

function describeAll(t: Translate, errors: readonly AppError[]): readonly string[] {
  return errors.map((error) => describeError(t, error));
}

function refuse(lines: readonly string[], exitCode: number): number {
  for (const line of lines) log(line);
  return exitCode;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
