import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { addFileToOutbox } from '#backend/usecases/sync/addToOutbox.ts';
import { makeRandom } from '../fault/seededRandom.ts';
import { chooseFaults } from '../fuzz/chooseFaults.ts';
import { faultsAt, listPackagesAt } from '../fuzz/judgeServer.ts';
import { openInstallation, type Installation } from '../helpers/installation.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { valueOf } from '../helpers/testWorkspace.ts';
import { exchange, outboxOf, targetAt } from './exchange.ts';
import { listOf, openCommune } from './office.ts';
import { openApachePlace, openFolderPlace, type Place } from './places.ts';

/** The form of a commune, and another file about it, on a stick. */
async function writeFiles(): Promise<readonly string[]> {
  const commune = openCommune('20242', '3');
  const id = listOf(commune)[0]?.id ?? '';
  const stick = makeTemporaryFolder();
  const files = [await commune.exportFile(id), await commune.exportFile(id, { masked: true })];
  return files.map((file, index) => {
    const copy = path.join(stick, `${String(index)}.thuocso`);
    cpSync(file, copy);
    return copy;
  });
}

async function queue(machine: Installation, place: Place, files: readonly string[]): Promise<void> {
  const targetId = targetAt(machine, place);
  for (const file of files) valueOf(await addFileToOutbox(machine.context(), file, { targetId }));
}

test.each(['Apache', 'a folder'])(
  'machines that send the same files at once through %s put each there once, and all of them know',
  async (name) => {
    const place = name === 'Apache' ? await openApachePlace() : openFolderPlace();
    place.setFaults(chooseFaults(makeRandom(4711), 8, () => undefined));
    const files = await writeFiles();
    const machines = ['mot', 'hai', 'ba'].map((machine) => openInstallation(machine, 'commune'));
    for (const machine of machines) await queue(machine, place, files);
    const patience = { runs: 60, stallMilliseconds: 400 };
    await Promise.all(machines.map((machine) => exchange(machine, place, { pull: false }, patience)));
    const sent = machines.flatMap(outboxOf);
    expect(sent.map(({ state }) => state.kind)).toEqual(Array.from({ length: 6 }, () => 'sent'));
    const meant = new Map(sent.map(({ remotePath, sha256 }) => [remotePath, sha256]));
    expect(meant.size).toBe(2);
    expect(faultsAt(place.folder, meant)).toEqual([]);
    expect(listPackagesAt(place.folder)).toHaveLength(2);
  },
);
