import os from 'node:os';
import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import {
  openTestBackend,
  openTestWorkspace,
  realContent,
  valueOf,
} from '../../../test/helpers/testWorkspace.ts';
import { migrations } from '../db/migrations.ts';
import { createAssessment } from './createAssessment.ts';
import { saveProfile } from './profile.ts';
import { recordHeader } from './recordHeader.ts';
import { createSupportBundle } from './supportBundle.ts';

const personal = {
  contactName: 'Trần Thị Bích Hằng',
  contactPhone: '0905 111 222',
  contactEmail: 'hang@haichau.gov.vn',
  address: 'số 5 đường Ông Ích Khiêm',
};

test('the bundle says what a helper needs and nothing that was entered', async () => {
  const folder = makeTemporaryFolder();
  const { backend } = openTestBackend(folder);
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const { id } = valueOf(await backend.call('assessments.create', choice)) as { id: string };
  valueOf(await backend.call('header.record', { assessmentId: id, header: personal }));
  const edits = [
    { criterionId: 'px-006', field: 'explanation', value: 'giải trình riêng của phường' },
    { criterionId: 'px-006', field: 'assignee', value: 'lâm' },
  ];
  valueOf(await backend.call('answers.record', { assessmentId: id, edits }));
  const { fileName, base64 } = valueOf(await backend.call('support.createBundle', {})) as {
    fileName: string;
    base64: string;
  };
  expect(fileName).toBe('thuoc-so-support-2026-11-21.json');
  const text = Buffer.from(base64, 'base64').toString('utf8');
  for (const secret of [...Object.values(personal), 'giải trình riêng', 'lâm', folder, os.homedir()]) {
    expect(text).not.toContain(secret);
  }
  expect(JSON.parse(text)).toMatchObject({
    format: 'thuoc-so-support',
    app: { version: '1.2.3', language: 'vi' },
    machine: { node: process.version, platform: process.platform },
    content: {
      sets: realContent().sets.map(({ set, digest }) => ({ id: set.id, version: set.version, digest })),
    },
    database: {
      schemaVersion: migrations.length,
      integrity: 'ok',
      brokenReferences: 0,
      journalMode: 'wal',
      rows: { assessment: 1, replica: 1 },
    },
    evidence: { files: 0, bytes: 0 },
  });
});

test('the last lines of the log come along with the people of the data masked', () => {
  const { context } = openTestWorkspace(makeTemporaryFolder());
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  const { id } = valueOf(createAssessment(context, choice));
  valueOf(recordHeader(context, { assessmentId: id, header: { contactName: 'hằng tổ một' } }));
  const header = { contactPosition: 'trưởng ban tám' };
  valueOf(saveProfile(context, { role: 'commune', unitCode: '20242', header }));
  const lines = [
    '1a2b3c4d answers.record: Error: hằng tổ một, trưởng ban tám',
    'at save (file:///app/store.ts:1:2)',
  ];
  const { base64 } = valueOf(createSupportBundle(context, '1.2.3', lines));
  const { log } = JSON.parse(Buffer.from(base64, 'base64').toString('utf8')) as { log: unknown };
  expect(log).toEqual(['1a2b3c4d answers.record: Error: [***], [***]', 'at save (file:///app/store.ts:1:2)']);
});
