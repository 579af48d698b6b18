import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openInstallation, type Installation } from '../../../../test/helpers/installation.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { succeed } from '#shared/errors/result.ts';
import { digestOfContent } from '../digestOfContent.ts';

const digestOf = ({ context }: Installation) =>
  valueOf(digestOfContent(context(), { assessmentId: null })).digest;

function onlyIdOf({ context }: Installation): string {
  return valueOf(context().store.read((reader) => succeed(reader.listAssessments()[0]?.id ?? '')));
}

/** Two officers who share the work, exchange files and disagree once; every export on the way. */
async function playShare(): Promise<readonly string[]> {
  const [lan, binh] = [openInstallation('lan', 'commune'), openInstallation('binh', 'commune')];
  const ofLan = lan.create();
  lan.record(ofLan, { criterionId: 'px-004', field: 'value', value: '12' });
  const first = await lan.exportFile(ofLan);
  await binh.importAll([first]);
  const ofBinh = onlyIdOf(binh);
  binh.record(ofBinh, { criterionId: 'px-006', field: 'value', value: true });
  binh.record(ofBinh, { criterionId: 'px-004', field: 'value', value: '14' });
  lan.record(ofLan, { criterionId: 'px-004', field: 'value', value: '13' });
  const [second, third] = [await binh.exportFile(ofBinh), await lan.exportFile(ofLan)];
  await lan.importAll([second]);
  lan.record(ofLan, { criterionId: 'px-004', field: 'value', value: '14' });
  const masked = await binh.exportFile(ofBinh, { masked: true });
  lan.sign(ofLan);
  return [first, second, third, masked, await lan.exportFile(ofLan)];
}

test('whatever the order and repetition of files, the content is the same in the end', async () => {
  const files = await playShare();
  const digests = new Set<string>();
  const orders = fc.sample(
    fc.tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.array(fc.nat(4), { maxLength: 3 })),
    { numRuns: 12, seed: 4 },
  );
  for (const [index, [order, again]] of orders.entries()) {
    const office = openInstallation(`office-${String(index)}`, 'aggregator');
    const chosen = [...order, ...again].map((place) => files[place] ?? '');
    const checked = await office.check(chosen, { acceptSigners: ['all'] });
    const imported = await office.importAll(chosen, { acceptSigners: ['all'] });
    expect(imported.map(({ verdict }) => verdict)).toEqual(checked.map(({ verdict }) => verdict));
    expect(imported.map(({ changes }) => changes)).toEqual(checked.map(({ changes }) => changes));
    expect(imported.filter(({ verdict }) => verdict === 'refused')).toEqual([]);
    digests.add(digestOf(office));
    office.close();
  }
  expect(digests.size).toBe(1);
});
