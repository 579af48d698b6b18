import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Target } from '#backend/sync/target.ts';
import { openWebdavTarget } from '#backend/sync/webdavTarget.ts';
import { placePackage, type Placing } from '#backend/usecases/sync/placePackage.ts';
import { errorCodes } from '#shared/errors/errorCodes.ts';
import { fileOfPath, shortDigestOf, temporaryNameOf } from '#shared/domain/sync/remotePath.ts';
import { makeRandom, type RandomBelow } from '../fault/seededRandom.ts';
import { chooseFaults } from './chooseFaults.ts';
import { startHarmfulServer, type HarmfulServer } from './harmfulServer.ts';
import { faultsAt, listPackagesAt } from './judgeServer.ts';

export interface PlacingFuzzOptions {
  readonly seed: number;
  /** Stops after so many runs or so many milliseconds, whichever is first. */
  readonly runs: number;
  readonly milliseconds: number;
  /** For local files; thrown away by the caller. */
  readonly folder: string;
}

export interface PlacingFuzzReport {
  readonly runs: number;
  readonly attempts: number;
  /** How often each fault was done to a request. */
  readonly harm: Readonly<Record<string, number>>;
  /** How often each outcome of an attempt was seen: error codes, and `placed`. */
  readonly outcomes: Readonly<Record<string, number>>;
  /** One line each, with what is needed to see it again. */
  readonly faults: readonly string[];
}

// A machine at work may let an unharmed request wait for long: only while harm is done is nobody patient.
const hastyMilliseconds = 100;
const patientMilliseconds = 10_000;
const mostFaults = 10;
const roundsWithHarm = 7;
// What comes late in the last harmful round may still be in the way of the first without harm.
const mostRounds = roundsWithHarm + 5;

/**
 * Lets one to three machines put packages at a real server through a network that does harm, until it stops doing so.
 * At every moment there must be nothing under final names but whole packages; in the end each is there, once.
 */
export async function fuzzPlacing(options: PlacingFuzzOptions): Promise<PlacingFuzzReport> {
  const server = await startHarmfulServer();
  const targets = await openTargets(server);
  const state = { attempts: 0, harm: {} as Record<string, number>, outcomes: {} as Record<string, number> };
  const faults: string[] = [];
  const end = performance.now() + options.milliseconds;
  let runs = 0;
  try {
    while (runs < options.runs && performance.now() < end && faults.length < mostFaults) {
      const seed = options.seed + runs;
      const found = await playRun({ server, targets, seed, state, run: runs, folder: options.folder });
      faults.push(...found.map((fault) => `seed ${String(seed)}: ${fault}`));
      runs += 1;
    }
  } finally {
    for (const target of targets.flatMap(({ hasty, patient }) => [hasty, patient])) target.close();
    await server.stop();
  }
  return { runs, ...state, faults };
}

interface Play {
  readonly server: HarmfulServer;
  readonly targets: readonly MachineTargets[];
  readonly seed: number;
  readonly run: number;
  readonly folder: string;
  readonly state: { attempts: number; harm: Record<string, number>; outcomes: Record<string, number> };
}

async function playRun({ server, targets, seed, run, folder, state }: Play): Promise<readonly string[]> {
  const random = makeRandom(seed);
  const place = await server.makePlace(`all/${folderOf(run)}`);
  const packages = makePackages(path.join(folder, 'local'), random);
  const meant = new Map(packages.map(({ remotePath, sha256 }) => [remotePath, sha256]));
  const machines = targets.slice(0, 1 + random(2)).map((target, index) => ({
    target,
    left: packages
      .filter(() => index === 0 || random(2) === 0)
      .map((one) => ({
        ...one,
        remotePath: `${folderOf(run)}/${one.remotePath}`,
        temporaryName: temporaryNameOf(`r-${String(index)}`, one.sha256.slice(0, 12)),
      })),
  }));
  server.setFaults(chooseFaults(random, 1 + random(6), ({ kind }) => count(state.harm, kind)));
  const found: string[] = [];
  for (let round = 0; round < mostRounds && machines.some(({ left }) => left.length > 0); round += 1) {
    if (round === roundsWithHarm) server.setFaults(() => null);
    await Promise.all(
      machines.map(async (machine) => {
        const still: Placing[] = [];
        for (const placing of machine.left) {
          const { hasty, patient } = machine.target;
          const outcome = await attempt(round < roundsWithHarm ? hasty : patient, placing);
          state.attempts += 1;
          count(state.outcomes, outcome);
          if (!isKnown(outcome)) found.push(outcome);
          if (outcome !== 'placed') still.push(placing);
        }
        machine.left = still;
      }),
    );
    found.push(...faultsAt(place.folder, meant));
  }
  server.setFaults(() => null);
  const lying = new Set(listPackagesAt(place.folder).map((file) => file.path));
  for (const one of meant.keys()) if (!lying.has(one)) found.push(`${one} has never arrived`);
  for (const { remotePath } of machines.flatMap(({ left }) => left)) {
    found.push(`${remotePath} is not known to have arrived`);
  }
  return [...new Set(found)];
}

async function attempt(target: Target, placing: Placing): Promise<string> {
  try {
    const placed = await placePackage(target, placing);
    return placed.ok ? 'placed' : (placed.errors[0]?.code ?? '');
  } catch (error) {
    return `thrown: ${error instanceof Error ? (error.stack ?? '').split('\n', 4).join(' ') : String(error)}`;
  }
}

function isKnown(outcome: string): boolean {
  return outcome === 'placed' || errorCodes.some((code) => code === outcome && code !== 'unexpected');
}

function makePackages(folder: string, random: RandomBelow): readonly Omit<Placing, 'temporaryName'>[] {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: 1 + random(2) }, (_, index) => {
    const bytes = Buffer.alloc(1 + random(random(4) === 0 ? 300_000 : 3000), `${String(random(1e6))} `);
    const file = path.join(folder, String(index));
    writeFileSync(file, bytes);
    const sha256 = hash('sha256', bytes, 'hex');
    const remotePath = `2026/20242/20242_2026_r1_${shortDigestOf(sha256)}.thuocso`;
    if (!fileOfPath(remotePath)) throw new Error(`${remotePath} is no place for a package`);
    return { file, size: bytes.length, sha256, remotePath };
  });
}

const folderOf = (run: number) => `run-${String(run)}`;

/** One machine's, at the root of the server. */
interface MachineTargets {
  readonly hasty: Target;
  readonly patient: Target;
}

/** For all runs: to read the certificates of all authorities takes longer than to place a package. */
async function openTargets({ makePlace }: HarmfulServer): Promise<readonly MachineTargets[]> {
  const { address, user, password, authority } = await makePlace('all');
  const server = {
    address,
    userName: user,
    password,
    authority: authority ?? '',
    proxy: '',
    environment: {},
  };
  const open = (stallMilliseconds: number) => openWebdavTarget({ ...server, stallMilliseconds });
  return [1, 2].map(() => ({
    hasty: open(hastyMilliseconds),
    patient: open(patientMilliseconds),
  }));
}

function count(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}
