import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { digestOfContent } from '#backend/usecases/digestOfContent.ts';
import { addFileToOutbox } from '#backend/usecases/sync/addToOutbox.ts';
import { listOutbox } from '#backend/usecases/sync/outbox.ts';
import { saveTarget } from '#backend/usecases/sync/targets.ts';
import { fileOfPath } from '#shared/domain/sync/remotePath.ts';
import { startApache } from '../helpers/apacheServer.ts';
import { openInstallation, type Installation } from '../helpers/installation.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { realContent, valueOf } from '../helpers/testWorkspace.ts';
import { startChild, type Child } from './childProcess.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';

const rounds = 4;
const packages = 6;

/** Every file that stands under a name of ours, with its bytes. */
function publishedIn(folder: string): ReadonlyMap<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => fileOfPath(name) !== undefined,
  );
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** Names of packages of the commune that are not one of these to the byte. */
function unlikeAnyOf(sources: readonly Buffer[], folder: string): readonly string[] {
  return [...publishedIn(folder)]
    .filter(([name]) => fileOfPath(name)?.kind === 'assessment')
    .filter(([, bytes]) => !sources.some((source) => source.equals(bytes)))
    .map(([name]) => name);
}

test('a kill while sending or fetching loses nothing, doubles nothing and shows nothing half-done', async () => {
  const seed = chooseSeed();
  console.log(`seed ${String(seed)}`);
  const random = makeRandom(seed);
  const contentFile = path.join(makeTemporaryFolder(), 'content.json');
  writeFileSync(contentFile, JSON.stringify(realContent()));
  const begin = async (installation: Installation, targetId: string): Promise<Child> => {
    installation.close();
    const databaseFile = path.join(installation.folder, 'thuoc-so.sqlite');
    const child = startChild('syncUntilKilled.ts', [databaseFile, contentFile, targetId]);
    await child.waitForLine('ready');
    child.say('go');
    await child.waitForLine('begins');
    return child;
  };
  let killedBefore = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const where = `seed ${String(seed)}, round ${String(round)}`;
    const served = await startApache();
    onTestFinished(served.stop);
    const join = (installation: Installation) =>
      valueOf(
        saveTarget(installation.context(), {
          id: null,
          kind: 'webdav',
          name: 'Máy chủ',
          address: served.url,
          userName: served.user,
          password: served.password,
          authority: readFileSync(served.caFile, 'utf8'),
        }),
      ).id;
    const commune = openInstallation(`hai-chau-${String(round)}`, 'commune');
    const target = join(commune);
    const sources = await addPackages(commune, target);
    const city = openInstallation(`thanh-pho-${String(round)}`, 'city', '48');
    const there = join(city);

    for (const [installation, id] of [
      [commune, target],
      [city, there],
    ] as const) {
      for (let kill = 0; kill < 3; kill += 1) {
        const child = await begin(installation, id);
        await wait(random(900));
        await child.kill();
        expect(child.complaints(), where).toBe('');
        if (!child.lines.includes('finished')) killedBefore += 1;
        expect(unlikeAnyOf(sources, served.folder), where).toEqual([]);
      }
      const child = await begin(installation, id);
      await child.waitForLine('finished');
      await child.ended();
      installation.restart();
    }
    const published = [...publishedIn(served.folder)];
    const sent = published.filter(([name]) => fileOfPath(name)?.kind === 'assessment');
    expect(sent, where).toHaveLength(packages);
    expect(
      readdirSync(served.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.dang-gui'),
      ),
      where,
    ).toEqual([]);
    expect(new Set(statesOf(commune)), where).toEqual(new Set(['sent']));
    expect(readdirSync(path.join(commune.folder, 'outbox')), where).toEqual([]);
    expect(digestOf(city), where).toBe(digestOf(commune));
    expect(statesOf(city), where).toEqual(published.slice(packages).map(() => 'sent'));
    expect(published.length, where).toBeGreaterThan(packages);
  }
  console.log(`${String(killedBefore)} of ${String(rounds * 6)} runs were killed before their end`);
  expect(killedBefore).toBeGreaterThan(0);
});

/** Ever newer exports of one assessment, which wait to be sent. */
async function addPackages(commune: Installation, targetId: string): Promise<readonly Buffer[]> {
  const id = commune.create();
  const sources: Buffer[] = [];
  mkdirSync(path.join(commune.folder, 'outbox'), { recursive: true });
  for (let number = 1; number <= packages; number += 1) {
    commune.record(id, { criterionId: 'px-004', field: 'value', value: String(number) });
    const file = await commune.exportFile(id);
    sources.push(readFileSync(file));
    valueOf(await addFileToOutbox(commune.context(), file, { targetId }));
  }
  return sources;
}

function statesOf(installation: Installation): readonly string[] {
  return valueOf(listOutbox(installation.context())).map(({ state }) => state.kind);
}

function digestOf(installation: Installation): string {
  return valueOf(digestOfContent(installation.context(), { assessmentId: null })).digest;
}
