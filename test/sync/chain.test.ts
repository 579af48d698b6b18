import { expect, test } from 'vitest';
import { addFileToOutbox } from '#backend/usecases/sync/addToOutbox.ts';
import { queueResults } from '#backend/usecases/sync/queueExports.ts';
import { makeRandom } from '../fault/seededRandom.ts';
import { chooseFaults } from '../fuzz/chooseFaults.ts';
import { faultsAt, listPackagesAt } from '../fuzz/judgeServer.ts';
import { openInstallation, type Installation } from '../helpers/installation.ts';
import { valueOf } from '../helpers/testWorkspace.ts';
import { exchange, outboxOf, targetAt, type Patience } from './exchange.ts';
import { judge, listOf, openCommune, queueAll, sourcesOf, unsealed } from './office.ts';
import { openApachePlace, openFolderPlace, openRclonePlace, type Place } from './places.ts';

const units = ['20242', '20257', '20308'] as const;
const question = { period: '2026', setId: 'da-nang-phuong-xa' };

interface Way {
  readonly open: () => Place | Promise<Place>;
  readonly patience: Patience;
}

const throughHarm: Way = {
  open: async () => {
    const place = await openApachePlace();
    place.setFaults(chooseFaults(makeRandom(20_261_122), 6, () => undefined));
    return place;
  },
  patience: { runs: 60, stallMilliseconds: 400 },
};
const atOnce: Patience = { runs: 1 };
const ways: Readonly<Record<string, Way>> = {
  'Apache behind a network that does harm': throughHarm,
  'a folder': { open: openFolderPlace, patience: atOnce },
  rclone: { open: openRclonePlace, patience: atOnce },
};

/** Exchanges until nothing is left; nothing may be refused. */
async function meet(member: Installation, place: Place, patience: Patience): Promise<void> {
  const outcomes = await exchange(member, place, {}, patience);
  const last = outcomes.at(-1);
  expect(last?.result).toEqual({ ok: true, value: null });
  expect(last?.progress.counts).toMatchObject({ failed: 0, postponed: 0 });
  expect(outcomes.flatMap(({ progress }) => progress.refusals)).toEqual([]);
}

test.each(Object.keys(ways))(
  'forms, receipts, reviews and results go from three communes to the city and back through %s',
  async (name) => {
    const { open, patience } = ways[name]!;
    const place = await open();
    const communes = units.map((unit, index) => openCommune(unit, String(3 + index)));
    const aggregator = openInstallation('cap-tong-hop', 'aggregator', '48');
    const city = openInstallation('thanh-pho', 'city', '48');

    for (const commune of communes) {
      expect(await queueAll(commune, place)).toBe(1);
      expect(await queueAll(commune, place)).toBe(0);
      await meet(commune, place, patience);
    }
    await meet(aggregator, place, patience);
    for (const commune of communes) {
      await meet(commune, place, patience);
      expect(outboxOf(commune).map(({ state }) => state.kind)).toEqual(['received']);
      expect(listOf(commune)[0]?.receipt).not.toBeNull();
    }

    for (const unit of units) judge(aggregator, unit, 'appraised', '0,5');
    expect(await queueAll(aggregator, place)).toBe(3);
    expect(await queueAll(aggregator, place)).toBe(0);
    for (const member of [aggregator, city, ...communes]) await meet(member, place, patience);
    for (const commune of communes) expect(listOf(commune)[0]?.appraisal?.criteriaJudged).toBe(2);

    const lying = listPackagesAt(place.folder).map(({ sha256 }) => sha256);
    const sources = sourcesOf(city);
    expect(sources.length).toBeGreaterThan(units.length * 4);
    for (const source of sources) expect(lying).toContain(source);

    for (const unit of units) judge(city, unit, 'final', '0,25');
    const targetId = targetAt(city, place);
    expect(valueOf(await queueResults(city.context(), { ...question, ...unsealed, targetId }))).toBe(3);
    for (const member of [city, aggregator, ...communes]) await meet(member, place, patience);
    for (const commune of communes) {
      expect(listOf(commune)[0]?.result).toMatchObject({ stage: 'final', isCurrent: true });
    }

    const sent = [...communes, aggregator, city].flatMap(outboxOf);
    for (const { state } of sent) expect(['sent', 'received']).toContain(state.kind);
    const meant = new Map(sent.map(({ remotePath, sha256 }) => [remotePath, sha256]));
    expect(faultsAt(place.folder, meant)).toEqual([]);
    expect(listPackagesAt(place.folder)).toHaveLength(meant.size);
  },
);

test('a city that sees only the place of the aggregator gets the originals, and its receipts say so', async () => {
  const below = openFolderPlace();
  const above = await throughHarm.open();
  const communes = units.map((unit) => openCommune(unit, '5'));
  for (const commune of communes) {
    await queueAll(commune, below);
    await meet(commune, below, atOnce);
  }
  const aggregator = openInstallation('cap-tong-hop', 'aggregator', '48');
  await meet(aggregator, below, atOnce);
  for (const unit of units) judge(aggregator, unit, 'appraised', '0,5');
  expect(await queueAll(aggregator, above, true)).toBe(3);
  expect(await queueAll(aggregator, above, true)).toBe(0);
  await meet(aggregator, above, throughHarm.patience);
  const city = openInstallation('thanh-pho', 'city', '48');
  await meet(city, above, throughHarm.patience);
  const originals = communes.flatMap(outboxOf).map(({ sha256 }) => sha256);
  const sources = new Set(sourcesOf(city));
  expect(sources).not.toContain(null);
  for (const original of originals) expect(sources).toContain(original);
  await meet(aggregator, above, throughHarm.patience);
  const passedOn = outboxOf(aggregator).filter(({ kind }) => kind === 'bundle');
  expect(passedOn.map(({ state }) => state.kind)).toEqual(['received', 'received', 'received']);
});

test('a signature without a further edit is passed on too', async () => {
  const [below, above] = [openFolderPlace(), openFolderPlace()];
  const commune = openInstallation('hai-chau', 'commune');
  const aggregator = openInstallation('cap-tong-hop', 'aggregator', '48');
  const city = openInstallation('thanh-pho', 'city', '48');
  const passOn = async (): Promise<number> => {
    await meet(commune, below, atOnce);
    await meet(aggregator, below, atOnce);
    const queued = await queueAll(aggregator, above, true);
    await meet(aggregator, above, atOnce);
    await meet(city, above, atOnce);
    return queued;
  };
  const id = commune.create();
  commune.record(id, { criterionId: 'px-006', field: 'value', value: true });
  const file = await commune.exportFile(id);
  valueOf(await addFileToOutbox(commune.context(), file, { targetId: targetAt(commune, below) }));
  expect([await passOn(), await passOn()]).toEqual([1, 0]);
  expect(listOf(city)[0]?.signingState).toBe('open');
  commune.sign(id);
  expect(await queueAll(commune, below)).toBe(1);
  expect([await passOn(), await passOn()]).toEqual([1, 0]);
  expect(listOf(city)[0]?.signingState).toBe('signed');
});
