import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { importFiles } from '#backend/usecases/imports/importFiles.ts';
import { formatVersions } from '#shared/format/package/versions.ts';
import { makeTemporaryFolder } from '../helpers/temporaryFolder.ts';
import { openTestWorkspace, valueOf } from '../helpers/testWorkspace.ts';
import { samplePassphrase } from './contents.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures/files');

test.each(formatVersions.map(({ number }) => number))(
  'the samples of version %i can be imported',
  async (version) => {
    const { context } = openTestWorkspace(makeTemporaryFolder());
    const ofVersion = path.join(folder, `v${String(version)}`);
    const names = readdirSync(ofVersion).filter((name) => name.endsWith('.thuocso'));
    const files = names.map((name) => ({ path: path.join(ofVersion, name), name }));
    const outcome = valueOf(await importFiles(context, files, { passphrase: samplePassphrase }));
    expect(outcome.files.map(({ name, verdict, errors }) => [name, verdict, errors[0]?.code])).toEqual([
      ['assessment-masked.thuocso', 'new', undefined],
      ['assessment-passphrase.thuocso', 'newer', undefined],
      // For a key that is not this installation's.
      ['assessment-recipient.thuocso', 'refused', 'not-a-recipient'],
      ['assessment.thuocso', 'same', undefined],
      ['bundle.thuocso', 'same', undefined],
      ['criteria-set.thuocso', 'new', undefined],
      ['receipt.thuocso', 'new', undefined],
      ['review.thuocso', 'newer', undefined],
      ['bundle.thuocso/assessment.thuocso', 'same', undefined],
      ['bundle.thuocso/review.thuocso', 'same', undefined],
    ]);
  },
);
