import { appendFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import { contentFolder } from '../../../test/helpers/testWorkspace.ts';
import { checkContent, type ContentReport } from './checkContent.ts';

const setFolder = 'sets/hoi-an-xa-phuong-thong-minh/1.0.0';
const name = 'hoi-an-xa-phuong-thong-minh@1.0.0';

/** A copy of the content with one set only, which is quick to read. */
function copyContent(): string {
  const folder = path.join(makeTemporaryFolder(), 'criteria');
  cpSync(path.join(contentFolder, setFolder), path.join(folder, setFolder), { recursive: true });
  for (const kind of ['units', 'tiers']) mkdirSync(path.join(folder, kind));
  return folder;
}

function check(folder: string, options: { publish?: boolean; sourcesFolder?: string } = {}): ContentReport {
  const { publish = false, sourcesFolder = path.join(folder, 'absent') } = options;
  const report = checkContent({ contentFolder: folder, sourcesFolder, publish });
  if (!report.ok) throw new Error(JSON.stringify(report.errors));
  return report.value;
}

function codesOf({ faults }: ContentReport): readonly string[] {
  return faults.map(({ code }) => code);
}

function edit(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

test('publishing adds the digest of a new version and never changes one', () => {
  const folder = copyContent();
  expect(check(folder).sets).toMatchObject([{ published: false }]);
  expect(check(folder, { publish: true }).sets).toMatchObject([{ published: true }]);
  const published = readFileSync(path.join(folder, 'published.json'), 'utf8');
  edit(path.join(folder, setFolder, 'set.yaml'), (text) =>
    text.replace('en: "Excellent"', 'en: "Outstanding"'),
  );
  const report = check(folder, { publish: true });
  expect(codesOf(report)).toEqual(['published-digest-differs']);
  expect(report.sets).toMatchObject([{ published: false }]);
  expect(readFileSync(path.join(folder, 'published.json'), 'utf8')).toBe(published);
});

test('the layout of a file is not its content: comments and order keep the digest', () => {
  const folder = copyContent();
  const { digest } = check(folder, { publish: true }).sets[0] ?? {};
  appendFileSync(path.join(folder, setFolder, 'set.yaml'), '\n# a comment\n');
  expect(check(folder)).toMatchObject({ sets: [{ digest, published: true }], faults: [] });
});

test('content with faults is not published', () => {
  const folder = copyContent();
  edit(path.join(folder, setFolder, 'set.yaml'), (text) => text.replace(/(id: xuat-sac\s+at:) 90/u, '$1 30'));
  expect(codesOf(check(folder, { publish: true }))).toContain('bands-not-descending');
  expect(() => readFileSync(path.join(folder, 'published.json'))).toThrow('ENOENT');
});

test('a published version that is gone is told', () => {
  const folder = copyContent();
  writeFileSync(path.join(folder, 'published.json'), JSON.stringify({ [`${name}9`]: 'a'.repeat(64) }));
  expect(codesOf(check(folder))).toEqual(['published-version-gone']);
});

test('a file typed as NFD is told although reading composes it', () => {
  const folder = copyContent();
  edit(path.join(folder, setFolder, 'groups/02-kinh-te-so.yaml'), (text) => text.normalize('NFD'));
  expect(check(folder).faults).toEqual([
    { code: 'text-not-nfc', place: `${setFolder}/groups/02-kinh-te-so.yaml`, params: {} },
  ]);
});

test('a group file that nobody lists is told', () => {
  const folder = copyContent();
  writeFileSync(path.join(folder, setFolder, 'groups/99-quen.yaml'), 'id: x\n');
  expect(codesOf(check(folder))).toEqual(['group-file-unlisted']);
});

test('a folder that is not named after its set is told', () => {
  const folder = copyContent();
  renameSync(path.join(folder, setFolder), path.join(folder, 'sets/hoi-an-xa-phuong-thong-minh/2.0.0'));
  expect(codesOf(check(folder))).toEqual(['folder-differs']);
});

test('two sets with the same permanent ids are told', () => {
  const folder = copyContent();
  cpSync(path.join(folder, setFolder), path.join(folder, 'sets/khac/1.0.0'), { recursive: true });
  edit(path.join(folder, 'sets/khac/1.0.0/set.yaml'), (text) => text.replace(/^id: .*$/mu, 'id: khac'));
  expect(codesOf(check(folder))).toEqual(['id-prefix-shared']);
});

test('quotes are compared when the folder of sources is there', () => {
  const folder = copyContent();
  expect(check(folder)).toMatchObject({ sourcesFolder: null, sets: [{ quotesChecked: 0 }] });
  const sourcesFolder = makeTemporaryFolder();
  expect(new Set(codesOf(check(folder, { sourcesFolder })))).toEqual(new Set(['source-file-missing']));
  for (const file of ['000_02edea1357175bf7.txt', '001_11b41444fbbef1bd.txt', '003_7d721ee984fe2236.txt']) {
    writeFileSync(path.join(sourcesFolder, file), 'nothing');
  }
  const report = check(folder, { sourcesFolder });
  expect(new Set(codesOf(report))).toEqual(new Set(['quote-not-found']));
  expect(report.sets[0]?.quotesChecked).toBe(55);
});

test('what cannot be read is an error with its file', () => {
  const folder = copyContent();
  rmSync(path.join(folder, setFolder, 'groups/02-kinh-te-so.yaml'));
  const report = checkContent({ contentFolder: folder, sourcesFolder: folder, publish: false });
  expect(report).toMatchObject({ ok: false, errors: [{ code: 'content-unreadable' }] });
});

test('targets of a set that is not there, or of a threshold it does not have, are told', () => {
  const folder = copyContent();
  const file = 'targets/hoi-an-xa-phuong-thong-minh.yaml';
  cpSync(path.join(contentFolder, file), path.join(folder, file));
  expect(codesOf(check(folder))).toEqual([]);
  edit(path.join(folder, file), (text) => text.replace('threshold: points-80', 'threshold: points-75'));
  expect(codesOf(check(folder))).toEqual(['target-threshold-unknown']);
  edit(path.join(folder, file), (text) => text.replace(/^set: .*$/mu, 'set: khac'));
  expect(codesOf(check(folder))).toEqual(['target-set-unknown']);
});

test('what a set computes names a criterion that takes it and a threshold that is there, and leaves none out', () => {
  const folder = copyContent();
  const file = 'computed/da-nang-cap-thanh-pho.yaml';
  for (const part of [file, 'sets/da-nang-cap-thanh-pho', 'sets/da-nang-phuong-xa']) {
    cpSync(path.join(contentFolder, part), path.join(folder, part), { recursive: true });
  }
  expect(codesOf(check(folder))).toEqual([]);
  edit(path.join(folder, file), (text) =>
    text.replace('tp-035, threshold: points-80', 'tp-052, threshold: points-85'),
  );
  edit(path.join(folder, file), (text) =>
    text.replace('tp-053, threshold: points-90', 'tp-001, threshold: points-90'),
  );
  expect(new Set(codesOf(check(folder)))).toEqual(
    new Set(['id-repeated', 'computation-missing', 'computation-not-fitting', 'target-threshold-unknown']),
  );
  edit(path.join(folder, file), (text) => text.replace(/^from: .*$/mu, 'from: khac'));
  expect(codesOf(check(folder))).toEqual(['target-set-unknown']);
});
