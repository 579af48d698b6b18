import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openInstallation, verdictsOf } from '../../../../test/helpers/installation.ts';
import { assessmentDocument, makeEvidence } from '../../../../test/helpers/samplePackage.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import {
  edit,
  keyNamed,
  logDocument,
  reviewDocument,
  writeSample,
  type SampleOptions,
} from '../../../../test/helpers/writeSample.ts';
import { valueOf } from '../../../../test/helpers/testWorkspace.ts';
import type { PackageDocument } from '#shared/format/package/newest.ts';
import { digestOfContent } from '../digestOfContent.ts';
import { importFiles } from './importFiles.ts';

const neighbour = { code: '20257', validFrom: '2025-07-01', name: 'Phường bên cạnh' };
const signed = assessmentDocument();
const altered = {
  ...signed,
  changes: 'changes' in signed ? signed.changes.map((one) => ({ ...one, author: 'khác' })) : [],
} as PackageDocument;
const later = logDocument(edit(1), edit(2, { valueText: '"13"', replaced: [['r-hai-chau', 1]] }));
const card = (file: string) =>
  `[{"date":"","file":${file},"issuer":"","number":"1/QĐ","page":"","title":""}]`;
const absent = `{"name":"a.pdf","sha256":"${'0'.repeat(64)}","size":1}`;

test.each<[string, PackageDocument, string, string, SampleOptions?]>([
  ['an unknown criterion', logDocument(edit(1, { criterionId: 'px-999' })), 'criterion-unknown', 'px-999'],
  ['an unknown field', logDocument(edit(1, { field: 'mood' })), 'field-unknown', '.mood'],
  ['a figure that is none', logDocument(edit(1, { valueText: '"mười"' })), 'number-malformed', '.value'],
  [
    'a figure as we never write it',
    logDocument(edit(1, { valueText: '12' })),
    'value-not-canonical',
    '.value',
  ],
  [
    'a text for yes or no',
    logDocument(edit(1, { criterionId: 'px-006', valueText: '"có"' })),
    'value-wrong-kind',
    '.value',
  ],
  [
    'letters in their other form',
    logDocument(edit(1, { field: 'explanation', valueText: JSON.stringify('Việt'.normalize('NFD')) })),
    'value-not-canonical',
    '.explanation',
  ],
  [
    'a card with half its fields',
    logDocument(edit(1, { field: 'evidence', valueText: '[{"number":"1"}]' })),
    'value-not-canonical',
    '.evidence',
  ],
  [
    'a card with a date that is none',
    logDocument(
      edit(1, { field: 'evidence', valueText: card(absent).replace('"date":""', '"date":"2026-02-30"') }),
    ),
    'document-invalid',
    '.evidence',
  ],
  [
    'evidence that it does not bring',
    logDocument(edit(1, { field: 'evidence', valueText: card(absent) })),
    'evidence-file-missing',
    '.evidence[0].file',
  ],
  [
    'a head with an unknown field',
    logDocument(edit(1, { criterionId: 'header', field: 'salary', valueText: '"1"' })),
    'field-unknown',
    'header.salary',
  ],
  [
    'an unknown unit',
    logDocument(edit(1)),
    'unit-unknown',
    '',
    { subject: { unit: { ...neighbour, code: '99999', kind: 'phuong', parentName: '' } } },
  ],
  ['a period that is none', logDocument(edit(1)), 'period-malformed', '', { subject: { period: '2026-13' } }],
  [
    'an edit told twice',
    logDocument(edit(1), edit(1, { criterionId: 'px-006', valueText: 'true' })),
    'history-contradicts',
    '',
  ],
  [
    'an edit without its past',
    logDocument(edit(2, { replaced: [['r-hai-chau', 1]] })),
    'history-incomplete',
    '',
  ],
  [
    'content that the signature does not cover',
    {
      ...signed,
      ...('changes' in signed && {
        changes: [
          ...signed.changes,
          ...('changes' in later
            ? later.changes.slice(0, 1).map((one) => ({ ...one, dot: [0, 9] as [number, number] }))
            : []),
        ],
      }),
    },
    'signature-not-of-content',
    '',
  ],
  [
    'another commune',
    logDocument(edit(1)),
    'signer-not-owner',
    '',
    { sender: { role: 'commune', unit: neighbour } },
  ],
  [
    'an aggregator that declares',
    logDocument(edit(1)),
    'stage-not-owned',
    '',
    { sender: { role: 'aggregator', unit: neighbour } },
  ],
])(
  'a file with %s is refused by name, and nothing is left of it',
  async (_name, document, code, place, options) => {
    const city = openInstallation('city', 'aggregator');
    const folder = makeTemporaryFolder();
    const file = await writeSample(folder, document, options);
    const empty = valueOf(digestOfContent(city.context(), { assessmentId: null }));
    const checked = await city.check([file]);
    const imported = await city.importAll([file]);
    expect(verdictsOf(checked)).toEqual([code]);
    expect(imported).toEqual(checked);
    expect(imported[0]?.errors[0]?.place ?? '').toContain(place);
    expect(valueOf(digestOfContent(city.context(), { assessmentId: null }))).toEqual(empty);
    expect(existsSync(path.join(city.folder, 'evidence'))).toBe(false);
  },
);

test('authors do not belong to what was signed, and one that is known stays', async () => {
  const city = openInstallation('city', 'aggregator');
  const folder = makeTemporaryFolder();
  const files = [await writeSample(folder, signed), await writeSample(folder, altered)];
  expect(verdictsOf(await city.importAll(files))).toEqual(['new', 'history-contradicts']);
});

test('of a file that oversteps only in part the rest is taken in, with a warning', async () => {
  const city = openInstallation('city', 'city');
  const folder = makeTemporaryFolder();
  const answerDigest = createHash('sha256').update('answer').digest('hex');
  const judgement = `{"answerDigest":"${answerDigest}","decision":"accepted","points":null,"reason":""}`;
  const file = await writeSample(
    folder,
    reviewDocument(edit(1), edit(2, { stage: 'appraised', field: 'appraisal', valueText: judgement })),
    { key: keyNamed('aggregator'), sender: { role: 'aggregator', unit: neighbour } },
  );
  const [one] = await city.importAll([file]);
  expect(one).toMatchObject({ verdict: 'new', changes: 1, warnings: [{ code: 'stage-not-owned' }] });
});

async function writeWithEvidence() {
  const folder = makeTemporaryFolder();
  const attached = makeEvidence(folder, 'a.pdf', Buffer.from('%PDF nội dung'));
  const { sha256, size } = attached;
  const cards = card(`{"name":"a.pdf","sha256":"${sha256}","size":${String(size)}}`);
  const document = logDocument(edit(1, { field: 'evidence', valueText: cards }));
  const file = await writeSample(folder, document, { evidence: [attached] });
  return { file, sha256, size };
}

test('evidence that a file brings is in the store before the edits that name it', async () => {
  const city = openInstallation('city', 'aggregator');
  const { file, sha256, size } = await writeWithEvidence();
  expect(verdictsOf(await city.check([file]))).toEqual(['new']);
  expect(city.context().evidence.locate({ sha256, size, name: '' }).ok).toBe(false);
  expect(verdictsOf(await city.importAll([file]))).toEqual(['new']);
  expect(city.context().evidence.locate({ sha256, size, name: '' }).ok).toBe(true);
});

test('a file is judged again when somebody wrote while its evidence was being kept', async () => {
  const city = openInstallation('city', 'aggregator');
  const { file } = await writeWithEvidence();
  const context = city.context();
  const { evidence } = context;
  const meanwhile = {
    ...context,
    evidence: {
      ...evidence,
      addBytes: async (...[name, bytes]: Parameters<typeof evidence.addBytes>) => {
        expect(verdictsOf(await city.importAll([file]))).toEqual(['new']);
        return evidence.addBytes(name, bytes);
      },
    },
  };
  const { files } = valueOf(await importFiles(meanwhile, [{ path: file, name: 'a.thuocso' }]));
  expect(verdictsOf(files)).toEqual(['same']);
});
