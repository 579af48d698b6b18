import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { makeFilledDatabase, personNamed } from '../../../../test/helpers/filledDatabase.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { UseCaseContext } from '../context.ts';
import { readDashboard } from '../dashboard/readDashboard.ts';
import { saveProfile } from '../profile.ts';
import { createReport } from '../reporting/createReport.ts';
import { createOpenData, type OpenDataset } from './createOpenData.ts';
import { writeDataset } from './writeDataset.ts';

/** As where a virus scanner holds a file that was written a moment ago. */
const renaming = vi.hoisted(() => ({ refuse: (_from: string): boolean => false }));
vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>();
  const renameSync: typeof real.renameSync = (from, to) => {
    if (renaming.refuse(String(from))) throw Object.assign(new Error('held'), { code: 'EPERM' });
    real.renameSync(from, to);
  };
  return { ...real, renameSync };
});

const wish = { period: '2026', basis: 'claimed', language: 'vi', licence: null } as const;

/** The same data file at another time, under another version of the program. */
async function create(
  change: Partial<UseCaseContext> = {},
  database = makeFilledDatabase(),
): Promise<OpenDataset> {
  const workspace = database.open();
  const dataset = valueOf(await createOpenData({ ...workspace.context, ...change }, wish));
  workspace.close();
  return dataset;
}

function textOf({ files }: OpenDataset, name: string): string {
  const found = files.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return Buffer.from(found.bytes).toString();
}

test('equal content gives equal bytes, whenever and by whichever version it is made', async () => {
  const database = makeFilledDatabase();
  const first = await create({}, database);
  const later = await create({ now: () => new Date('2031-01-01'), appVersion: '9.9.9' }, database);
  expect(later.files.map(({ name }) => textOf(later, name))).toEqual(
    first.files.map(({ name }) => textOf(first, name)),
  );
  expect(first.files.map(({ name }) => name)).toEqual([
    'LICENSE.txt',
    'answers.csv',
    'bands.csv',
    'criteria.csv',
    'dataset.json',
    'dataset.schema.json',
    'dataset.xml',
    'dataset.xsd',
    'dcat.jsonld',
    'dictionary.csv',
    'gaps.csv',
    'groups.csv',
    'metadata.csv',
    'ranking.csv',
    'targets.csv',
    'thresholds.csv',
    'units.csv',
    'SHA256SUMS',
  ]);
});

test('nothing in it names a person', async () => {
  const dataset = await create();
  const everything = dataset.files.map(({ name }) => textOf(dataset, name)).join('\n');
  expect(everything).toContain('Phường Hải Châu');
  expect(everything).not.toContain(personNamed);
  expect(everything).not.toMatch(/contactName|contactPhone|contactEmail|explanation/u);
});

test('the figures are those of the report', async () => {
  const database = makeFilledDatabase();
  const dataset = await create({}, database);
  const workspace = database.open();
  const { context } = workspace;
  const options = { ...wish, earlier: null, isMasked: true, csvDialect: 'machine' } as const;
  const report = valueOf(await createReport(context, { period: '2026' }, { ...options, format: 'csv' }));
  workspace.close();
  for (const { name, bytes } of report.files) {
    if (name !== 'metadata.csv') expect(textOf(dataset, name), name).toBe(Buffer.from(bytes).toString());
  }
});

test('a level above that was dissolved before the period ended publishes what had come, as its dashboard shows it', async () => {
  const database = makeFilledDatabase();
  const workspace = database.open();
  const { context } = workspace;
  const then = { ...context, now: () => new Date('2025-03-01T08:00:00Z') };
  // The province of Quảng Nam, joined with Đà Nẵng in the middle of 2025.
  valueOf(saveProfile(then, { role: 'aggregator', unitCode: '49', header: {} }));
  const question = { period: '2026', setId: 'da-nang-phuong-xa', basis: 'claimed' } as const;
  const { head } = valueOf(await readDashboard(context, question));
  expect(valueOf(await createOpenData(context, wish)).units).toBe(head.units);
  workspace.close();
});

test('the JSON keeps to the schema beside it, and the schema refuses what is not the dataset', async () => {
  const dataset = await create();
  const schema = z.fromJSONSchema(
    JSON.parse(textOf(dataset, 'dataset.schema.json')) as z.core.JSONSchema.JSONSchema,
  );
  const document = JSON.parse(textOf(dataset, 'dataset.json')) as {
    tables: Record<string, { rows: Record<string, unknown>[] }>;
  };
  expect(schema.safeParse(document).success).toBe(true);
  const wrong = structuredClone(document);
  Object.assign(wrong.tables['ranking']?.rows[0] ?? {}, { points: 'nhiều' });
  expect(schema.safeParse(wrong).success).toBe(false);
  const more = structuredClone(document);
  Object.assign(more.tables['ranking']?.rows[0] ?? {}, { contactName: personNamed });
  expect(schema.safeParse(more).success).toBe(false);
});

test('the XML keeps to the schema beside it, and the schema refuses what is not the dataset', async () => {
  const folder = makeTemporaryFolder();
  const dataset = await create();
  const validate = (xml: string): string => {
    writeFileSync(path.join(folder, 'dataset.xsd'), textOf(dataset, 'dataset.xsd'));
    writeFileSync(path.join(folder, 'dataset.xml'), xml);
    try {
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', 'dataset.xsd', 'dataset.xml'], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      return 'valid';
    } catch (error) {
      return String((error as { readonly stderr?: unknown }).stderr);
    }
  };
  const xml = textOf(dataset, 'dataset.xml');
  expect(validate(xml)).toBe('valid');
  expect(validate(xml.replace(/<points>[^<]*</u, '<points>nhiều<'))).toContain('points');
  expect(validate(xml.replace('<row>', '<row><contactName>A</contactName>'))).toContain('contactName');
});

test('the catalogue entry names every data file with its size and sum', async () => {
  const dataset = await create();
  const entry = JSON.parse(textOf(dataset, 'dcat.jsonld')) as Record<string, unknown>;
  expect(entry).toMatchObject({
    '@type': 'dcat:Dataset',
    'dct:identifier': 'da-nang-phuong-xa_2026',
    'dct:temporal': {
      'dcat:startDate': { '@value': '2026-01-01' },
      'dcat:endDate': { '@value': '2026-12-31' },
    },
    'dct:rights': { '@type': 'dct:RightsStatement' },
  });
  const sums = new Map(
    textOf(dataset, 'SHA256SUMS')
      .trim()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
  const distributions = z.array(distributionSchema).parse(entry['dcat:distribution']);
  expect(distributions.map((one) => one['dct:title'])).toEqual(
    dataset.files.map(({ name }) => name).filter((name) => /\.(?:csv|xml)$|^dataset\.json$/u.test(name)),
  );
  for (const one of distributions) {
    expect(one['spdx:checksum']['spdx:checksumValue']['@value']).toBe(sums.get(one['dct:title']));
  }
});

const distributionSchema = z.object({
  'dct:title': z.string(),
  'spdx:checksum': z.object({ 'spdx:checksumValue': z.object({ '@value': z.string() }) }),
});

test('a folder is put in place whole, left alone when nothing has changed, and never over something else', async () => {
  const parent = makeTemporaryFolder();
  const database = makeFilledDatabase();
  const written = valueOf(writeDataset(parent, await create({}, database)));
  expect(written).toEqual({ folder: path.join(parent, 'da-nang-phuong-xa_2026'), isChanged: true });
  const before = statSync(written.folder).ino;
  expect(valueOf(writeDataset(parent, await create({}, database)))).toEqual({ ...written, isChanged: false });
  expect(statSync(written.folder).ino).toBe(before);
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: written.folder });
  writeFileSync(path.join(written.folder, 'ranking.csv'), 'changed by hand');
  expect(valueOf(writeDataset(parent, await create({}, database)))).toEqual(written);
  expect(readFileSync(path.join(written.folder, 'ranking.csv'), 'utf8')).toContain('Phường Hải Châu');
  expect(readdirSync(parent)).toEqual(['da-nang-phuong-xa_2026']);

  const other = makeTemporaryFolder();
  mkdirSync(path.join(other, 'da-nang-phuong-xa_2026'));
  writeFileSync(path.join(other, 'da-nang-phuong-xa_2026', 'letter.docx'), 'x');
  expect(codesOf(writeDataset(other, await create({}, database)))).toEqual(['open-data-folder-taken']);
  expect(readdirSync(path.join(other, 'da-nang-phuong-xa_2026'))).toEqual(['letter.docx']);
});

test('what cannot be put in place leaves what stood there, and says so by its name', async () => {
  const parent = makeTemporaryFolder();
  const dataset = await create();
  const { folder } = valueOf(writeDataset(parent, dataset));
  writeFileSync(path.join(folder, 'ranking.csv'), 'changed by hand');
  renaming.refuse = (from) => from.includes('.unfinished-');
  expect(codesOf(writeDataset(parent, dataset))).toEqual(['file-not-writable']);
  renaming.refuse = () => false;
  expect(readFileSync(path.join(folder, 'ranking.csv'), 'utf8')).toBe('changed by hand');
  expect(readdirSync(parent)).toEqual([path.basename(folder)]);
  expect(codesOf(writeDataset(path.join(parent, 'x'.repeat(300)), dataset))).toEqual(['file-not-writable']);
});
