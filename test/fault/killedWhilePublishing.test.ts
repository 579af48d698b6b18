import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '#backend/backend.ts';
import { saveProfile } from '#backend/usecases/profile.ts';
import { fillPeriod } from '../helpers/filledPeriod.ts';
import { startPostgres, type PostgresServer } from '../helpers/postgresServer.ts';
import { openPublishing } from '../helpers/publishing.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { fromRealContent, makeTestSurroundings, realContent, valueOf } from '../helpers/testWorkspace.ts';
import { startChild } from './childProcess.ts';
import { chooseSeed, makeRandom } from './seededRandom.ts';

const kills = 8;
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

function open(databaseFile: string) {
  const surroundings = { ...makeTestSurroundings(), newId: () => crypto.randomUUID() };
  return valueOf(openWorkspace({ databaseFile, ...fromRealContent(), ...surroundings }));
}

test('a publication that is killed leaves whole assessments, and the next one ends where an undisturbed one does', async () => {
  const seed = chooseSeed();
  console.log(`seed ${String(seed)}`);
  const random = makeRandom(seed);
  const folder = makeTemporaryFolder();
  const contentFile = path.join(folder, 'content.json');
  writeFileSync(contentFile, JSON.stringify(realContent()));
  const home = path.join(folder, 'city');
  const databaseFile = path.join(home, 'city.sqlite');
  mkdirSync(home);
  fill(databaseFile);
  // The data file as it was before anything was published: the folder must lie where it lay, or it would be a copy.
  const aside = path.join(folder, 'aside');
  cpSync(home, aside, { recursive: true });
  const digests = await publishWhole(databaseFile);
  let interrupted = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const where = `seed ${String(seed)}, kill ${String(kill)}`;
    rmSync(home, { recursive: true });
    cpSync(aside, `${home}-new`, { recursive: true });
    renameSync(`${home}-new`, home);
    const address = await server.createDatabase();
    // Twice in a row: what a killed run has left is what the next one begins with.
    for (let run = 1; run <= 2; run += 1) {
      const child = startChild('publishUntilKilled.ts', [databaseFile, contentFile, address]);
      await child.waitForLine('ready');
      child.say('go');
      await child.waitForLine('begins');
      if (random(3) > 0)
        await Promise.race([child.waitForLine('written'), wait(1000)]).catch(() => undefined);
      await wait(random(400));
      await child.kill();
      const told = Number(
        child.lines
          .filter((line) => line.startsWith('written'))
          .at(-1)
          ?.split(' ')[1] ?? 0,
      );
      expect(child.complaints(), where).toBe('');
      const found = await lookAt(address);
      expect(found.strays, where).toEqual([]);
      for (const [unitKey, digest] of found.digests) expect(digest, where).toBe(digests.get(unitKey));
      if (run === 1) expect(found.digests.size, where).toBeGreaterThanOrEqual(told);
      if (found.digests.size < digests.size) interrupted += 1;
      // Nobody can take half a period for a whole one.
      for (const period of found.complete) {
        expect(countOf(found.digests, period), where).toBe(countOf(digests, period));
      }
    }
    const workspace = open(databaseFile);
    const after = await openPublishing(server, { context: () => workspace.context, address });
    valueOf(await after.publish());
    const undisturbed = await openPublishing(server, { context: () => workspace.context });
    valueOf(await undisturbed.publish());
    expect(await after.dump(), where).toEqual(await undisturbed.dump());
    expect(valueOf(await after.publish()), where).toMatchObject({ written: 0, removed: 0, rows: 0 });
    workspace.close();
  }
  expect(interrupted).toBeGreaterThan(0);
});

/** Ten units in each of three periods. */
function fill(databaseFile: string): void {
  const { context, close } = open(databaseFile);
  valueOf(saveProfile(context, { role: 'city', unitCode: '48', header: {} }));
  const list = realContent().unitLists.find(({ id }) => id === 'da-nang-2025-07');
  const wards = (list?.units ?? []).filter(({ kind }) => kind === 'phuong').slice(0, 10);
  const periods = ['2025-Q4', '2026-Q1', '2026-Q2'];
  fillPeriod(
    context,
    periods.flatMap((period) => wards.map(({ code }) => ({ unitCode: code, period }))),
  );
  close();
}

/** Publishes undisturbed; answers with the digest of each unit's facts. */
async function publishWhole(databaseFile: string): Promise<ReadonlyMap<string, string>> {
  const { context, close } = open(databaseFile);
  const { address, publish } = await openPublishing(server, { context: () => context });
  valueOf(await publish());
  close();
  return (await lookAt(address)).digests;
}

function countOf(digests: ReadonlyMap<string, string>, period: string): number {
  return [...digests.keys()].filter((key) => key.startsWith(`${period} `)).length;
}

/** What is published: digests by period and unit, facts that do not belong together, periods said to be complete. */
async function lookAt(address: string) {
  const [schema] = await server.run(
    address,
    `SELECT to_regclass('thuoc_so.lineage') IS NOT NULL AS "exists"`,
  );
  if (schema?.['exists'] !== true) return { digests: new Map<string, string>(), strays: [], complete: [] };
  const rows = await server.run(
    address,
    `SELECT period_code || ' ' || unit_key AS key, digest, has_arrived,
       (SELECT count(*) FROM thuoc_so.criterion_score AS own
        WHERE (own.period_code, own.unit_key, own.set_id) = (one.period_code, one.unit_key, one.set_id))::int AS scores
     FROM thuoc_so.assessment AS one`,
  );
  const digests = new Map(rows.map(({ key, digest }) => [String(key), String(digest)]));
  const torn = rows.filter(({ has_arrived, scores }) => has_arrived === true && scores === 0);
  const strays = await server.run(
    address,
    `SELECT period_code, unit_key FROM thuoc_so.criterion_score AS one WHERE NOT EXISTS
       (SELECT FROM thuoc_so.assessment AS own
        WHERE (own.period_code, own.unit_key, own.set_id) = (one.period_code, one.unit_key, one.set_id)) LIMIT 3`,
  );
  const complete = await server.run(address, 'SELECT period_code FROM thuoc_so.comparison');
  return {
    digests,
    strays: [...torn, ...strays],
    complete: complete.map(({ period_code }) => String(period_code)),
  };
}
