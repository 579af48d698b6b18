import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openWorkspace } from '#backend/backend.ts';
import type { Content } from '#backend/files/content.ts';
import { createAssessment } from '#backend/usecases/createAssessment.ts';
import { digestOfContent } from '#backend/usecases/digestOfContent.ts';
import { saveProfile } from '#backend/usecases/profile.ts';
import { recordAnswers } from '#backend/usecases/recordAnswers.ts';
import { queueExports } from '#backend/usecases/sync/queueExports.ts';
import { makeRandom, type RandomBelow } from '../fault/seededRandom.ts';
import { productFolder, readContent } from '../helpers/content.ts';
import { valueOf } from '../helpers/valueOf.ts';
import { exchange, outboxOf, targetAt, type Member } from '../sync/exchange.ts';
import type { Place } from '../sync/places.ts';
import { chooseFaults } from './chooseFaults.ts';
import { startHarmfulServer, type HarmfulServer } from './harmfulServer.ts';
import { faultsAt, listPackagesAt } from './judgeServer.ts';

export interface ExchangeFuzzOptions {
  readonly seed: number;
  /** Stops after so many runs or so many milliseconds, whichever is first. */
  readonly runs: number;
  readonly milliseconds: number;
  /** For the data folders; thrown away by the caller. */
  readonly folder: string;
}

export interface ExchangeFuzzReport {
  readonly runs: number;
  /** How often each fault was done to a request. */
  readonly harm: Readonly<Record<string, number>>;
  /** By how many bytes the heap in use has grown since it had settled. */
  readonly growth: number;
  /** One line each, with what is needed to see it again. */
  readonly faults: readonly string[];
}

type OpenMember = Member & { readonly close: () => void };

const unit = '20242';
const mostFaults = 10;
const settlingRuns = 5;
const growthLimit = 64 * 1024 * 1024;
const harmful = { runs: 5, stallMilliseconds: 150 };
const healed = { runs: 10, stallMilliseconds: 5000 };

/**
 * Lets a commune send what it changed to a level above, which gives receipts, through a network that does harm until it
 * stops doing so. Nothing may be lost, doubled or half-visible on the way, and in the end both know the same.
 */
export async function fuzzExchange(options: ExchangeFuzzOptions): Promise<ExchangeFuzzReport> {
  const server = await startHarmfulServer();
  const content = readContent();
  const commune = openMember(options.folder, 'commune', content);
  const office = openMember(options.folder, 'aggregator', content);
  const choice = { unitCode: unit, period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const { id: assessmentId } = valueOf(createAssessment(commune.context(), choice));
  const harm: Record<string, number> = {};
  const faults: string[] = [];
  const end = performance.now() + options.milliseconds;
  let runs = 0;
  let settled = 0;
  try {
    while (runs < options.runs && performance.now() < end && faults.length < mostFaults) {
      const seed = options.seed + runs;
      const place = await server.makePlace(`run-${String(runs)}`);
      const found = await playRun({ server, place, seed, run: runs, harm, commune, office, assessmentId });
      faults.push(...found.map((fault) => `seed ${String(seed)}: ${fault}`));
      runs += 1;
      if (runs === settlingRuns) settled = measureHeap();
    }
  } finally {
    commune.close();
    office.close();
    await server.stop();
  }
  const growth = runs > settlingRuns ? measureHeap() - settled : 0;
  if (growth > growthLimit) faults.push(`memory grew by ${String(growth)} bytes in ${String(runs)} runs`);
  return { runs, harm, growth, faults };
}

/** Bytes in use when nothing waits to be collected. */
function measureHeap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

interface Play {
  readonly server: HarmfulServer;
  readonly place: Place;
  readonly seed: number;
  readonly run: number;
  readonly harm: Record<string, number>;
  readonly commune: Member;
  readonly office: Member;
  readonly assessmentId: string;
}

async function playRun(play: Play): Promise<readonly string[]> {
  const { server, place, seed, harm, commune, office } = play;
  const random = makeRandom(seed);
  await queueChanges(play, random);
  server.setFaults(chooseFaults(random, 2 + random(8), ({ kind }) => (harm[kind] = (harm[kind] ?? 0) + 1)));
  const found: string[] = [];
  const look = () => found.push(...faultsAt(place.folder, sentTo(place, commune, office)));
  try {
    for (let round = 1 + random(2); round > 0; round -= 1) {
      await exchange(commune, place, {}, harmful);
      look();
      await exchange(office, place, {}, harmful);
      look();
    }
    server.setFaults(() => null);
    for (const member of [commune, office, commune]) {
      const last = (await exchange(member, place, {}, healed)).at(-1);
      if (last && !last.result.ok) found.push(`ended with ${last.result.errors[0]?.code ?? ''}`);
      found.push(...(last?.progress.refusals ?? []).map(({ error }) => `refused as ${error.code}`));
    }
    look();
  } catch (error) {
    found.push(error instanceof Error ? (error.stack ?? '').split('\n', 4).join(' ') : String(error));
  } finally {
    server.setFaults(() => null);
  }
  return [...new Set([...found, ...faultsAtEnd(place, commune, office)])];
}

/** One to three files, each with something that the ones before did not have. */
async function queueChanges({ commune, place, run, assessmentId }: Play, random: RandomBelow): Promise<void> {
  const targetId = targetAt(commune, place);
  for (let left = 1 + random(3); left > 0; left -= 1) {
    const edit = { criterionId: 'px-004', field: 'value', value: String(run * 10 + left) } as const;
    valueOf(recordAnswers(commune.context(), { assessmentId, edits: [edit] }));
    const wish = { targetId, assessments: [assessmentId], withOriginals: false };
    valueOf(await queueExports(commune.context(), { ...wish, passphrase: null, recipients: [] }));
  }
}

function itemsAt(place: Place, member: Member) {
  const targetId = targetAt(member, place);
  return outboxOf(member).filter((item) => item.targetId === targetId);
}

function sentTo(place: Place, ...members: readonly Member[]): ReadonlyMap<string, string> {
  return new Map(
    members.flatMap((member) => itemsAt(place, member)).map(({ remotePath, sha256 }) => [remotePath, sha256]),
  );
}

/** After everybody could finish in peace. */
function faultsAtEnd(place: Place, commune: Member, office: Member): readonly string[] {
  const meant = sentTo(place, commune, office);
  const lying = new Set(listPackagesAt(place.folder).map((file) => file.path));
  const lost = [...meant.keys()].filter((one) => !lying.has(one)).map((one) => `${one} has never arrived`);
  const open = [commune, office]
    .flatMap((member) => itemsAt(place, member))
    .filter(({ state }) => state.kind !== 'sent' && state.kind !== 'received')
    .map(({ remotePath, state }) => `${remotePath} is ${state.kind} in the end`);
  const isKnown = itemsAt(place, commune).some(({ state }) => state.kind === 'received');
  const [here, there] = [commune, office].map(
    ({ context }) => valueOf(digestOfContent(context(), { assessmentId: null })).digest,
  );
  return [
    ...lost,
    ...open,
    ...(isKnown ? [] : ['no receipt has come back']),
    ...(here === there ? [] : ['the level above knows something else than the commune']),
  ];
}

function openMember(parent: string, role: 'commune' | 'aggregator', content: Content): OpenMember {
  const folder = path.join(parent, role);
  mkdirSync(folder);
  const { context, close } = valueOf(
    openWorkspace({
      databaseFile: path.join(folder, 'thuoc-so.sqlite'),
      contentFolder: path.join(productFolder, 'criteria'),
      content,
      now: () => new Date(),
      newId: randomUUID,
      appVersion: '0.0.0',
    }),
  );
  valueOf(saveProfile(context, { role, unitCode: role === 'commune' ? unit : '48', header: {} }));
  return { folder, context: () => context, close };
}
