import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '#backend/backend.ts';
import { createAssessment } from '#backend/usecases/createAssessment.ts';
import { digestOfContent } from '#backend/usecases/digestOfContent.ts';
import { saveProfile } from '#backend/usecases/profile.ts';
import { recordAnswers } from '#backend/usecases/recordAnswers.ts';
import { listOutbox } from '#backend/usecases/sync/outbox.ts';
import { queueExports } from '#backend/usecases/sync/queueExports.ts';
import { faultsAt, listPackagesAt } from '../fuzz/judgeServer.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { fromRealContent, realContent, valueOf } from '../helpers/testWorkspace.ts';
import { targetAt } from '../sync/exchange.ts';
import { openApachePlace, openFolderPlace, type Place } from '../sync/places.ts';
import { startChild } from './childProcess.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';

const kills = 12;
const files = 3;

interface Member {
  readonly databaseFile: string;
  readonly targetId: string;
}

test.each(['a folder', 'Apache'])(
  'a kill while sending to %s or fetching from it loses nothing, doubles nothing, and shows nothing half',
  async (name) => {
    const seed = chooseSeed();
    const random = makeRandom(seed);
    const place = name === 'Apache' ? await openApachePlace() : openFolderPlace();
    const contentFile = path.join(makeTemporaryFolder(), 'content.json');
    writeFileSync(contentFile, JSON.stringify(realContent()));
    const members = [makeMember('commune', place), makeMember('aggregator', place)] as const;
    const [commune, office] = members;
    const assessmentId = at(commune, (context) => {
      const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
      return Promise.resolve(valueOf(createAssessment(context, choice)).id);
    });
    let interrupted = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      await queueFiles(commune, await assessmentId, kill);
      const where = `seed ${String(seed)}, kill ${String(kill)}`;
      for (const member of members) {
        const child = startChild('syncUntilKilled.ts', argumentsFor(member, contentFile, place));
        await child.waitForLine('ready');
        child.say('go');
        await child.waitForLine('begins');
        await wait(random(160));
        await child.kill();
        if (!child.lines.includes('finished')) interrupted += 1;
        expect(child.complaints(), where).toBe('');
        expect(faultsAt(place.folder, await sentBy(members)), where).toEqual([]);
      }
    }
    for (const member of [commune, office, commune]) {
      const child = startChild('syncUntilKilled.ts', argumentsFor(member, contentFile, place));
      await child.waitForLine('ready');
      child.say('go');
      await child.waitForLine('finished');
      await child.ended();
    }
    expect(interrupted).toBeGreaterThan(0);
    const meant = await sentBy(members);
    expect(meant.size).toBeGreaterThan(kills * files);
    expect(listPackagesAt(place.folder)).toHaveLength(meant.size);
    expect(await statesOf(commune)).not.toContain('waiting');
    expect(await statesOf(commune)).not.toContain('sending');
    const digests = members.map((member) =>
      at(member, (context) =>
        Promise.resolve(valueOf(digestOfContent(context, { assessmentId: null })).digest),
      ),
    );
    expect(await digests[0]).toBe(await digests[1]);
  },
);

function argumentsFor(
  { databaseFile, targetId }: Member,
  contentFile: string,
  { password }: Place,
): readonly string[] {
  return [databaseFile, contentFile, targetId, password];
}

function open(databaseFile: string): Workspace {
  const surroundings = { now: () => new Date(), newId: randomUUID, appVersion: '1.2.3' };
  return valueOf(openWorkspace({ databaseFile, ...fromRealContent(), ...surroundings }));
}

/** Opens the data folder for a moment, as it lies there after a kill. */
async function at<T>(
  { databaseFile }: Pick<Member, 'databaseFile'>,
  use: (context: Workspace['context']) => Promise<T>,
): Promise<T> {
  const workspace = open(databaseFile);
  try {
    return await use(workspace.context);
  } finally {
    workspace.close();
  }
}

function makeMember(role: 'commune' | 'aggregator', place: Place): Member {
  const folder = path.join(makeTemporaryFolder(), role);
  mkdirSync(folder);
  const databaseFile = path.join(folder, 'thuoc-so.sqlite');
  const { context, close } = open(databaseFile);
  valueOf(saveProfile(context, { role, unitCode: role === 'commune' ? '20242' : '48', header: {} }));
  const targetId = targetAt({ folder, context: () => context }, place);
  close();
  return { databaseFile, targetId };
}

async function queueFiles(commune: Member, assessmentId: string, kill: number): Promise<void> {
  await at(commune, async (context) => {
    for (let index = 0; index < files; index += 1) {
      const value = String(kill * files + index);
      valueOf(
        recordAnswers(context, { assessmentId, edits: [{ criterionId: 'px-004', field: 'value', value }] }),
      );
      const wish = { targetId: commune.targetId, assessments: [assessmentId], withOriginals: false };
      valueOf(await queueExports(context, { ...wish, passphrase: null, recipients: [] }));
    }
  });
}

async function sentBy(members: readonly Member[]): Promise<ReadonlyMap<string, string>> {
  const meant = new Map<string, string>();
  for (const member of members) {
    await at(member, (context) => {
      for (const { remotePath, sha256 } of valueOf(listOutbox(context))) meant.set(remotePath, sha256);
      return Promise.resolve();
    });
  }
  return meant;
}

function statesOf(member: Member): Promise<readonly string[]> {
  return at(member, (context) =>
    Promise.resolve(valueOf(listOutbox(context)).map(({ state }) => state.kind)),
  );
}
