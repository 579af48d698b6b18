import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import {
  formatVersions,
  newestVersion,
  upgradeContent,
  type FormatVersion,
  type VersionedContent,
} from '#shared/format/package/versions.ts';
import { describeSample } from './describeSample.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/files');

function listSamples(version: number): readonly string[] {
  return readdirSync(path.join(folder, `v${String(version)}`)).filter((name) => name.endsWith('.thuocso'));
}

/** What is missing in a chain of versions: a number, a way to the next one, or a sample of a kind. */
function faultsOf(
  versions: readonly FormatVersion[],
  samplesOf: (version: number) => readonly string[],
): string[] {
  return versions.flatMap(({ number, upgrade, documents }, index) => {
    const isNewest = index === versions.length - 1;
    const samples = samplesOf(number);
    return [
      ...(number === index + 1 ? [] : [`version ${String(number)} is out of order`]),
      ...((upgrade === null) === isNewest ? [] : [`version ${String(number)} and its upgrade`]),
      ...Object.keys(documents)
        .filter((kind) => !samples.includes(`${kind}.thuocso`))
        .map((kind) => `version ${String(number)} lacks a sample of ${kind}`),
    ];
  });
}

test('every version has its upgrade and a sample of each of its kinds', () => {
  expect(faultsOf(formatVersions, listSamples)).toEqual([]);
  expect(newestVersion).toBe(formatVersions.at(-1)?.number);
});

test('a version without its upgrade or its samples is found', () => {
  const [first] = formatVersions;
  if (!first) throw new Error('There is no version');
  const planted = [
    { ...first, upgrade: null },
    { ...first, number: 2, upgrade: null },
  ];
  expect(faultsOf(planted, (version) => (version === 1 ? listSamples(1) : ['review.thuocso']))).toEqual([
    'version 1 and its upgrade',
    ...['assessment', 'receipt', 'criteria-set', 'bundle'].map(
      (kind) => `version 2 lacks a sample of ${kind}`,
    ),
  ]);
  expect(() => upgradeContent(1, { manifest: {}, document: {} }, planted)).toThrow('has no upgrade');
});

test('content goes up step by step, from its own version to the newest', () => {
  const [first] = formatVersions;
  if (!first) throw new Error('There is no version');
  const step = (number: number, isNewest: boolean): FormatVersion => ({
    ...first,
    number,
    upgrade: isNewest
      ? null
      : ({ manifest, document }) => ({ manifest: `${String(manifest)}${String(number + 1)}`, document }),
  });
  const versions = [step(1, false), step(2, false), step(3, true)];
  expect(upgradeContent(1, { manifest: '1', document: 0 }, versions).manifest).toBe('123');
  expect(upgradeContent(2, { manifest: '2', document: 0 }, versions).manifest).toBe('23');
  expect(upgradeContent(3, { manifest: '3', document: 0 }, versions).manifest).toBe('3');
});

const samples = formatVersions.flatMap(({ number }) =>
  listSamples(number).map((name): [string, number] => [`v${String(number)}/${name}`, number]),
);

test.each(samples)('%s says what it always said, in the shape of today', async (name, version) => {
  const file = path.join(folder, name);
  const said = JSON.parse(readFileSync(file.replace(/\.thuocso$/u, '.json'), 'utf8')) as VersionedContent;
  const { manifest, document } = upgradeContent(version, said);
  // Through JSON, which leaves out what is undefined.
  expect(JSON.parse(JSON.stringify(await describeSample(file)))).toEqual({ ...said, manifest, document });
});

test('a review of version 1 gave no result back', async () => {
  const read = await describeSample(path.join(folder, 'v1/review.thuocso'));
  expect(read).toMatchObject({ manifest: { version: 2 }, document: { kind: 'review', result: null } });
});
