// Runs before anything is installed, so: plain Node 20, no dependencies, no TypeScript.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { withInstallLock } from './installLock.mjs';

/** @typedef {Partial<Record<'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides', unknown>>} PackageFile */

export const root = fileURLToPath(new URL('..', import.meta.url));
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.thuoc-so-stamp');
const wantedNode = '24';

/** Node 24 of the dev dependency; present after `ensureInstalled`. */
export const nodeBinary = path.join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Installs what `package-lock.json` names unless it is there already, and ends the process with an explanation on
 * stderr if that fails. Nothing is ever written to stdout. With nothing missing it costs a few milliseconds.
 */
export async function ensureInstalled() {
  if (isStamped()) return;
  try {
    await withInstallLock(path.join(root, '.cache', 'installing.lock'), installWhatIsMissing);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/**
 * Runs a script under Node 24 and ends this process the way the script ended.
 * @param {readonly string[]} args the script and its arguments
 */
export function runUnderNode24(args) {
  handOver(nodeBinary, args);
}

/**
 * Runs a program in the caller's folder, its streams and signals passed through, and ends this process the way the
 * program ended: same exit code, or same signal.
 * @param {string} program
 * @param {readonly string[]} args
 */
export function handOver(program, args) {
  const child = spawn(program, args, { stdio: 'inherit', env: environmentForTools() });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to the whole process group: passing it on again would look like a second press.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => {
    say(`Không chạy được ${program}: ${error.message}`, `${program} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

/** The environment in which `node` and every installed tool is ours, whatever the machine has. */
function environmentForTools() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [path.dirname(nodeBinary), path.join(modules, '.bin'), process.env[key] ?? ''];
  return {
    // Keeps what Node made of the TypeScript files: a command starts in less than half the time.
    NODE_COMPILE_CACHE: path.join(modules, '.cache', 'node-compile'),
    ...process.env,
    [key]: folders.join(path.delimiter),
  };
}

function installWhatIsMissing() {
  if (isStamped()) return;
  if (!holdsEveryLockedPackage()) {
    say('Đang cài các thư viện cần thiết, chỉ một lần…', 'Installing the libraries needed, only this once…');
    npm(['ci', '--ignore-scripts', '--loglevel=error']);
  }
  if (!nodeIsRight()) {
    // The `node` package fetches the Node of this platform in its install script, the only one we need.
    npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  }
  if (!nodeIsRight()) {
    throw new Error(
      lines(
        `Không có Node ${wantedNode} tại ${nodeBinary}. Hãy xoá thư mục node_modules rồi chạy lại.`,
        `There is no Node ${wantedNode} at ${nodeBinary}. Delete the folder node_modules and run this again.`,
      ),
    );
  }
  writeFileSync(stampFile, fingerprint());
}

function isStamped() {
  return existsSync(nodeBinary) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
}

/** Changes with the lock file, with the dependencies named in package.json, and with the platform. */
function fingerprint() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = /** @type {PackageFile} */ (
    readJson('package.json')
  );
  const named = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
  const hash = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(named);
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** Whether node_modules already is what the lock file says, for instance after an `npm install` by hand. */
function holdsEveryLockedPackage() {
  const hiddenLock = path.join('node_modules', '.package-lock.json');
  if (!existsSync(path.join(root, hiddenLock))) return false;
  const installed = readLockedPackages(hiddenLock);
  return Object.entries(readLockedPackages('package-lock.json')).every(([place, wanted]) => {
    if (place === '' || wanted.optional === true) return true;
    return (
      installed[place]?.integrity === wanted.integrity && existsSync(path.join(root, place, 'package.json'))
    );
  });
}

function nodeIsRight() {
  const found = spawnSync(nodeBinary, ['--version'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.startsWith(`v${wantedNode}.`);
}

/**
 * npm's own report goes to stderr: stdout belongs to the command that is waiting for this installation.
 * @param {readonly string[]} args
 */
function npm(args) {
  const { command, before, shell } = findNpm();
  const ran = spawnSync(command, [...before, ...args], { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (ran.status === 0) return;
  throw new Error(
    lines(
      `Lệnh "npm ${args.join(' ')}" không thành công (lý do ở trên). Hãy kiểm tra mạng và dung lượng đĩa rồi chạy lại.`,
      `"npm ${args.join(' ')}" failed (npm says why above). Check the network and the free disk space, then run this again.`,
    ),
  );
}

/** The npm that started us if there is one; else the one on PATH, which on Windows is a batch file and needs a shell. */
function findNpm() {
  const own = process.env.npm_execpath;
  if (own !== undefined && path.basename(own) === 'npm-cli.js' && existsSync(own)) {
    return { command: process.execPath, before: [own], shell: false };
  }
  return { command: 'npm', before: [], shell: process.platform === 'win32' };
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { integrity?: string, optional?: boolean }>} what lies at each place in node_modules
 */
function readLockedPackages(lockFile) {
  return (
    /** @type {{ packages?: ReturnType<typeof readLockedPackages> }} */ (readJson(lockFile)).packages ?? {}
  );
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function readJson(file) {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** @param {readonly string[]} text */
function lines(...text) {
  return text.join('\n');
}

/** @param {readonly string[]} text */
export function say(...text) {
  process.stderr.write(`${lines(...text)}\n`);
}
