import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';

/** Programs that are not npm packages. `chromium` stands for any Chromium, Chrome or Edge. */
export type SystemTool =
  'age' | 'apache2' | 'chromium' | 'openssl' | 'pdftotext' | 'postgres' | 'rclone' | 'xmllint';

const debianPackages: Readonly<Record<SystemTool, string>> = {
  age: 'age',
  // The program without the service that Debian's `apache2` sets up.
  apache2: 'apache2-bin',
  chromium: 'chromium',
  openssl: 'openssl',
  pdftotext: 'poppler-utils',
  postgres: 'postgresql',
  rclone: 'rclone',
  xmllint: 'libxml2-utils',
};

const programNames: Readonly<Record<SystemTool, readonly string[]>> = {
  age: ['age'],
  apache2: ['apache2'],
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'msedge',
  ],
  openssl: ['openssl'],
  pdftotext: ['pdftotext'],
  postgres: ['postgres'],
  rclone: ['rclone'],
  xmllint: ['xmllint'],
};

/** The machine as far as installing programs goes; passed in so that every case can be tested. */
export interface Machine {
  readonly has: (tool: SystemTool) => boolean;
  /** Whether apt-get is there and we may use it. */
  readonly mayInstall: boolean;
  /** Installs Debian packages; the reason in words when that failed, else `null`. */
  readonly install: (packages: readonly string[]) => string | null;
  readonly say: (line: string) => void;
}

/**
 * Installs the programs that are missing where we may, and says so. Returns one sentence for each that is still
 * missing, to be shown by every step that needs it.
 */
export function provideTools(
  wanted: readonly SystemTool[],
  machine: Machine,
): ReadonlyMap<SystemTool, string> {
  const missing = wanted.filter((tool) => !machine.has(tool));
  if (missing.length === 0) return new Map();
  const packages = missing.map((tool) => debianPackages[tool]);
  if (!machine.mayInstall) {
    return explain(missing, 'it cannot be installed from here (that takes root and apt-get)');
  }
  machine.say(`installing ${packages.join(' and ')} with apt-get, because the tests need them`);
  const reason = machine.install(packages);
  return explain(
    missing.filter((tool) => !machine.has(tool)),
    reason ?? 'it is still not there after installing it',
  );
}

function explain(missing: readonly SystemTool[], reason: string): ReadonlyMap<SystemTool, string> {
  return new Map(
    missing.map((tool) => [
      tool,
      `${tool} is missing and ${reason}. Install it, on Debian with: sudo apt-get install ${debianPackages[tool]}`,
    ]),
  );
}

export const thisMachine: Machine = {
  has: (tool) =>
    programPlaces(tool).some((file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true),
  mayInstall:
    process.getuid?.() === 0 && onPath('apt-get').some((file) => statSync(file, { throwIfNoEntry: false })),
  install: (packages) => {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
      const ran = spawnSync('apt-get', args, { encoding: 'utf8', env: environment });
      if (ran.status !== 0) return `apt-get ${args.join(' ')} failed:\n${ran.stdout}${ran.stderr}`;
    }
    return null;
  },
  say: (line) => process.stdout.write(`${line}\n`),
};

function programPlaces(tool: SystemTool): readonly string[] {
  return [
    ...programNames[tool].flatMap(onPath),
    ...(tool === 'chromium' ? usualBrowserPlaces() : []),
    // Not on the path of a plain user.
    ...(tool === 'apache2' ? ['/usr/sbin/apache2'] : []),
    ...(tool === 'postgres' ? debianPostgresPlaces() : []),
  ];
}

/** One folder for each version, none of them on the path. */
function debianPostgresPlaces(): readonly string[] {
  return globSync('/usr/lib/postgresql/*/bin/postgres');
}

function onPath(name: string): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name));
}

function usualBrowserPlaces(): readonly string[] {
  const windowsRoots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...windowsRoots.flatMap((folder) => [
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ]),
  ];
}
