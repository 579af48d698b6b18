import { expect, test } from 'vitest';
import { openInstallation, verdictsOf } from '../../../../test/helpers/installation.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { edit, keyNamed, logDocument, writeSample } from '../../../../test/helpers/writeSample.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { wordsOfKey } from '../../files/keys/words.ts';
import { listSigners } from '../signers.ts';
import { listImports } from './listImports.ts';
import { undoImport } from './undoImport.ts';

const [lan, binh] = [keyNamed('lan'), keyNamed('binh')];
const folder = () => makeTemporaryFolder();
const ofLan = (options = {}) => writeSample(folder(), logDocument(edit(1)), { key: lan, ...options });
const ofBinh = (options = {}) =>
  writeSample(
    folder(),
    logDocument(edit(1, { dot: ['r-binh', 1], criterionId: 'px-006', valueText: 'true' })),
    {
      key: binh,
      ...options,
    },
  );
const openCity = () => openInstallation('city', 'aggregator');
const knownTo = ({ context }: ReturnType<typeof openCity>) =>
  valueOf(listSigners(context())).map(({ publicKey, known }) => [publicKey, known]);

test('the first key of a unit is learnt, another one waits for a person', async () => {
  const city = openCity();
  const files = [await ofLan(), await ofBinh()];
  const checked = await city.check(files);
  expect(verdictsOf(checked)).toEqual(['new', 'signer-changed']);
  expect(checked.map(({ signer }) => signer?.standing)).toEqual(['first', 'changed']);
  expect(checked[1]?.signer).toMatchObject({ role: 'commune', unit: { code: '20242' } });
  expect(knownTo(city)).toEqual([]);
  expect(verdictsOf(await city.importAll(files))).toEqual(['new', 'signer-changed']);
  expect(knownTo(city)).toEqual([[lan.publicKey, 'first']]);
  expect((await city.check(files)).map(({ signer }) => signer?.standing)).toEqual(['known', 'changed']);
});

test.each([
  ['its public key', binh.publicKey],
  ['its words', wordsOfKey(binh.publicKey).join(' ')],
  ['all keys', 'all'],
])('a person accepts a changed key by %s', async (_name, accepted) => {
  const city = openCity();
  await city.importAll([await ofLan()]);
  const file = await ofBinh();
  expect(verdictsOf(await city.importAll([file], { acceptSigners: ['gì đó khác'] }))).toEqual([
    'signer-changed',
  ]);
  expect(verdictsOf(await city.importAll([file], { acceptSigners: [accepted] }))).toEqual(['newer']);
  expect(knownTo(city)).toContainEqual([binh.publicKey, 'accepted']);
  expect(verdictsOf(await city.importAll([file]))).toEqual(['older']);
});

test('a colleague introduced later in the same import is let in, in the dry run too', async () => {
  const city = openCity();
  await city.importAll([await ofLan()]);
  const files = [await ofBinh(), await ofLan({ introduces: [binh.publicKey] })];
  const checked = await city.check(files);
  expect(verdictsOf(checked)).toEqual(['newer', 'same']);
  expect(checked[0]?.signer?.standing).toBe('introduced');
  expect(verdictsOf(await city.importAll(files))).toEqual(['newer', 'same']);
  expect(knownTo(city)).toContainEqual([binh.publicKey, 'introduced']);
});

test('an unknown key introduces nobody, itself neither', async () => {
  const city = openCity();
  await city.importAll([await ofLan()]);
  const files = [await ofBinh({ introduces: [binh.publicKey, keyNamed('third').publicKey] })];
  expect(verdictsOf(await city.importAll(files))).toEqual(['signer-changed']);
  expect(knownTo(city)).toEqual([[lan.publicKey, 'first']]);
});

test('a key that a file introduces twice is learnt once, and the files after it come in', async () => {
  const city = openCity();
  const files = [await ofLan({ introduces: [binh.publicKey, binh.publicKey] }), await ofBinh()];
  expect(verdictsOf(await city.check(files))).toEqual(['new', 'newer']);
  expect(verdictsOf(await city.importAll(files))).toEqual(['new', 'newer']);
  expect(knownTo(city)).toHaveLength(2);
});

test('a key that is known for one unit does not speak for another', async () => {
  const city = openCity();
  await city.importAll([await ofLan()]);
  const unit = { code: '20257', validFrom: '2025-07-01', name: 'Phường khác' };
  const file = await ofLan({ sender: { role: 'commune', unit } });
  expect(verdictsOf(await city.importAll([file]))).toEqual(['signer-of-another-unit']);
});

test('what this installation signed itself is known to it', async () => {
  const commune = openInstallation('hai-chau', 'commune');
  const id = commune.create();
  commune.record(id, { criterionId: 'px-004', field: 'value', value: '12' });
  const [one] = await commune.importAll([await commune.exportFile(id)]);
  expect(one).toMatchObject({ verdict: 'same', signer: { standing: 'known' } });
  expect(valueOf(listSigners(commune.context()))).toEqual([]);
});

test('an undo forgets the keys that the import taught, unless another import met them too', async () => {
  const city = openCity();
  const first = await ofLan();
  await city.importAll([first]);
  await city.importAll([await ofLan({ introduces: [binh.publicKey] })]);
  const [second, before] = valueOf(listImports(city.context()));
  valueOf(undoImport(city.context(), second?.id ?? ''));
  expect(knownTo(city)).toEqual([[lan.publicKey, 'first']]);
  await city.importAll([first]);
  valueOf(undoImport(city.context(), before?.id ?? ''));
  expect(knownTo(city)).toEqual([[lan.publicKey, 'first']]);
});
