import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { productFolder } from '../../../../test/helpers/content.ts';
import { errorCodes } from '#shared/errors/errorCodes.ts';
import { packageLimits } from '#shared/format/package/limits.ts';
import { newest } from '#shared/format/package/newest.ts';
import { newestVersion } from '#shared/format/package/versions.ts';
import { packageSchemas } from '#shared/format/package/packageSchemas.ts';

const page = readFileSync(path.join(productFolder, 'docs/file-format.md'), 'utf8');
const mebibyte = 1024 * 1024;

test('the page of the format names every refusal, every kind and every member of a manifest', () => {
  const codes = errorCodes.filter((code) => code.startsWith('package-'));
  const members = newest.manifest.options.flatMap((option) => Object.keys(option.shape));
  const words = [...codes, ...Object.keys(newest.documents), ...members];
  expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});

test('the page of the format gives the limits that hold', () => {
  const { file, allEvidence, evidenceFile, document, manifest, signature } = packageLimits;
  expect([file / mebibyte, allEvidence / mebibyte]).toEqual([1024, 1024]);
  const rows: readonly (readonly [string, string])[] = [
    ['file ', '1 GiB'],
    ['all evidence', '1 GiB'],
    ['entries of the zip', packageLimits.entries.toLocaleString('en')],
    ['`manifest.json`', `${String(manifest / mebibyte)} MiB`],
    ['`manifest.sig`', `${String(signature / 1024)} KiB`],
    ['`document.json`', `${String(document / mebibyte)} MiB`],
    ['one file of evidence', `${String(evidenceFile / mebibyte)} MiB`],
    ['unpacked to packed', String(packageLimits.ratio)],
    ['levels of lists', String(packageLimits.jsonDepth)],
    ['lists and objects', packageLimits.jsonContainers.toLocaleString('en')],
    ['edits', packageLimits.changes.toLocaleString('en')],
    ['replicas', packageLimits.replicas.toLocaleString('en')],
  ];
  const limits = page.slice(page.indexOf('## Limits'), page.indexOf('## Reading')).split('\n');
  for (const [what, limit] of rows) {
    const row = limits.find((line) => line.startsWith(`| ${what}`)) ?? '';
    expect(row.split('|')[2]?.trim(), what).toBe(limit);
  }
});

test('what the page of the format points to is there', () => {
  for (const [, target] of page.matchAll(/\]\((?!https:)([^)]+)\)/gu)) {
    expect(existsSync(path.join(productFolder, 'docs', target ?? '')), target).toBe(true);
  }
  for (const name of Object.keys(packageSchemas)) {
    expect(existsSync(path.join(productFolder, `criteria/schema/${name}.schema.json`)), name).toBe(true);
  }
  const samples = path.join(productFolder, `test/fixtures/files/v${String(newestVersion)}`);
  for (const [, name] of page.matchAll(/\$SAMPLES\/([a-z-]+\.thuocso)/gu)) {
    expect(hash('sha256', readFileSync(path.join(samples, name ?? '')))).toMatch(/^[0-9a-f]{64}$/u);
  }
});
