import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { readDocxText } from '../../../../test/helpers/readDocx.ts';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import { codesOf, errorsOf, openTestWorkspace, valueOf } from '../../../../test/helpers/testWorkspace.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import type { Unlock } from '../../files/keys/age.ts';
import { openKeyring } from '../../files/keys/keyring.ts';
import { readPackage } from '../../files/package/readPackage.ts';
import { findExport } from '../../files/exportFolder.ts';
import type { UseCaseContext } from '../context.ts';
import { createAssessment } from '../createAssessment.ts';
import { createScorecard } from '../createScorecard.ts';
import { openAssessment } from '../openAssessment.ts';
import { saveProfile } from '../profile.ts';
import { recordAnswers } from '../recordAnswers.ts';
import { recordHeader } from '../recordHeader.ts';
import { recallSignature, signAssessment } from '../signing.ts';
import { exportPackage, type ExportInput } from './exportPackage.ts';

let folder = '';
let context: UseCaseContext;
let assessmentId = '';

const person = { contactName: 'Nguyễn Thị Ánh', contactPhone: '0905 123 456', contactEmail: 'anh@hc.vn' };

beforeEach(async () => {
  folder = makeTemporaryFolder();
  context = openTestWorkspace(folder).context;
  const choice = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
  assessmentId = valueOf(createAssessment(context, choice)).id;
  valueOf(recordHeader(context, { assessmentId, header: { address: '12 Lê Duẩn', ...person } }));
  valueOf(
    recordAnswers(context, {
      assessmentId,
      edits: [
        { criterionId: 'px-006', field: 'value', value: false },
        { criterionId: 'px-006', field: 'value', value: true },
        { criterionId: 'px-006', field: 'assignee', value: 'Trần Văn Bình' },
        {
          criterionId: 'px-006',
          field: 'evidence',
          value: [await makeCard('Kế hoạch'), await makeCard('Quyết định')],
        },
        { criterionId: 'px-002', field: 'evidence', value: [await makeCard('Kế hoạch')] },
      ],
    }),
  );
});

async function makeCard(title: string) {
  const file = path.join(makeTemporaryFolder(), `${title}.txt`);
  writeFileSync(file, title);
  const stored = valueOf(await context.evidence.add(file));
  return { number: '12/QĐ-UBND', date: '', issuer: '', title, page: '', file: { ...stored } };
}

const write = (change: Partial<ExportInput> = {}) =>
  exportPackage(context, {
    assessmentId,
    masked: false,
    evidenceFiles: true,
    passphrase: null,
    recipients: [],
    ...change,
  });

const locked: Unlock = { passphrase: null, identities: [] };

async function read(downloadId: string, unlock: Unlock = locked) {
  const { file } = valueOf(findExport(folder, downloadId));
  const opened = valueOf(await readPackage(file, { unlock, keepEvidence: null }));
  if (opened.document.kind !== 'assessment') throw new Error(opened.document.kind);
  return { ...opened, document: opened.document, changes: valueOf(toChanges(opened.document)) };
}

test('a working copy says everything that the store says, signed with the key of the installation', async () => {
  const exported = valueOf(await write());
  expect(exported).toMatchObject({
    revision: 0,
    signed: false,
    masked: false,
    encrypted: false,
    criteriaAnswered: 1,
    evidenceCards: 3,
    evidenceFiles: 2,
  });
  const opened = await read(exported.downloadId);
  expect(opened.publicKey).toBe(valueOf(context.keys()).publicKey);
  expect([opened.fileSha256, opened.fileSize]).toEqual([exported.sha256, exported.size]);
  const record = valueOf(
    context.store.read((reader) => ({ ok: true, value: reader.findAssessment(assessmentId) })),
  );
  const log = valueOf(
    context.store.read((reader) => ({ ok: true, value: reader.readLog(record?.number ?? 0) })),
  );
  expect(opened.changes).toEqual(log);
  expect(opened.manifest).toMatchObject({
    kind: 'assessment',
    producer: { app: 'Thước Số', version: '1.2.3' },
    sender: { role: 'commune', unit: { code: '20242', name: 'Phường Hải Châu' } },
    introduces: [],
    subject: { period: '2026', revision: 0, masked: false, evidenceFiles: 'included' },
  });
});

test('file, sheet and signature carry the same code and revision', async () => {
  const signatory = { name: 'Lê Văn Chính', title: 'Chủ tịch', place: 'Hải Châu', date: '2026-12-20' };
  valueOf(signAssessment(context, { assessmentId, ...signatory }));
  const exported = valueOf(await write());
  const digest = valueOf(openAssessment(context, assessmentId)).signing.signature?.digest ?? '';
  expect(exported).toMatchObject({
    signed: true,
    revision: 1,
    shortCode: digest.slice(0, 8).toUpperCase(),
    fileName: `Phuong-Hai-Chau_2026_lan1_${digest.slice(0, 8).toUpperCase()}.thuocso`,
  });
  const opened = await read(exported.downloadId);
  expect(opened.manifest.subject?.contentDigest).toBe(digest);
  expect(opened.document.signatures).toMatchObject([{ ...signatory, revision: 1, digest, recall: null }]);
  const sheet = valueOf(await createScorecard(context, assessmentId, 'vi', 'docx'));
  const printed = path.join(makeTemporaryFolder(), sheet.fileName);
  writeFileSync(printed, sheet.bytes);
  expect(readDocxText(printed)).toContain(exported.shortCode);
  valueOf(recallSignature(context, { assessmentId, reason: 'Sai số hộ' }));
  expect(valueOf(await write())).toMatchObject({ signed: false, revision: 0 });
});

test('a masked file names nobody who filled it in, and its edits still merge with the whole', async () => {
  valueOf(saveProfile(context, { role: 'commune', unitCode: '20242', header: person }));
  valueOf(
    recordAnswers(context, {
      assessmentId,
      edits: [{ criterionId: 'px-006', field: 'explanation', value: 'Có' }],
    }),
  );
  const whole = await read(valueOf(await write()).downloadId);
  const exported = valueOf(await write({ masked: true }));
  const masked = await read(exported.downloadId);
  const text = masked.documentBytes.toString('utf8');
  for (const secret of [...Object.values(person), 'Trần Văn Bình']) {
    expect(whole.documentBytes.toString('utf8')).toContain(secret);
    expect(text).not.toContain(secret);
  }
  expect(text).toContain('12 Lê Duẩn');
  expect(exported).toMatchObject({ masked: true, criteriaAnswered: 1, evidenceCards: 3 });
  expect(masked.manifest.subject).toEqual({ ...whole.manifest.subject, masked: true });
  const byDot = new Map(whole.changes.map((change) => [change.dot.join(), { ...change, author: '' }]));
  expect(masked.changes).toEqual(masked.changes.map((change) => byDot.get(change.dot.join())));
  expect(whole.changes.length - masked.changes.length).toBe(4);
});

test('files of evidence stay behind where they are not wanted', async () => {
  const exported = valueOf(await write({ evidenceFiles: false }));
  expect(exported).toMatchObject({ evidenceFiles: 0, evidenceCards: 3 });
  expect((await read(exported.downloadId)).manifest.entries.map((entry) => entry.path)).toEqual([
    'document.json',
  ]);
});

test('a file of evidence that is gone is named, and nothing half-finished is left', async () => {
  const digest = createHash('sha256').update('Quyết định').digest('hex');
  rmSync(path.join(folder, 'evidence', digest.slice(0, 2), digest));
  expect(errorsOf(await write())).toEqual([
    { code: 'evidence-file-missing', params: { path: 'Quyết định.txt' } },
  ]);
  expect(readdirSync(path.join(folder, 'exports'))).toEqual([]);
  expect(valueOf(await write({ evidenceFiles: false })).evidenceFiles).toBe(0);
});

test('encrypted for others it opens for them and for this installation, whatever else is tried', async () => {
  const district = valueOf(openKeyring(makeTemporaryFolder(), null));
  const exported = valueOf(await write({ recipients: [` ${district.recipient} `] }));
  expect(exported).toMatchObject({ encrypted: true, criteriaAnswered: 1, evidenceFiles: 2 });
  for (const { identity } of [district, valueOf(context.keys())]) {
    const opened = await read(exported.downloadId, { passphrase: null, identities: [identity] });
    expect([opened.wasEncrypted, opened.changes.length > 0]).toEqual([true, true]);
  }
  const { file } = valueOf(findExport(folder, exported.downloadId));
  const tried = await readPackage(file, { unlock: { ...locked, passphrase: 'x' }, keepEvidence: null });
  expect(codesOf(tried)).toEqual(['not-a-recipient']);
  const plainTraces = readdirSync(path.dirname(file));
  expect(plainTraces).toEqual([exported.fileName]);
});

test('encrypted with a passphrase it opens with that one only', async () => {
  const exported = valueOf(await write({ passphrase: 'mật khẩu', evidenceFiles: false }));
  const opened = await read(exported.downloadId, { passphrase: 'mật khẩu', identities: [] });
  expect([opened.fileSha256, opened.wasEncrypted]).toEqual([exported.sha256, true]);
});

test('what cannot be meant is refused before anything is written', async () => {
  const { recipient } = valueOf(context.keys());
  expect(codesOf(await write({ passphrase: 'x', recipients: [recipient] }))).toEqual(['input-invalid']);
  expect(codesOf(await write({ passphrase: '' }))).toEqual(['passphrase-missing']);
  expect(codesOf(await write({ recipients: ['age1nonsense'] }))).toEqual(['recipient-malformed']);
  expect(codesOf(await write({ assessmentId: 'nobody' }))).toEqual(['assessment-unknown']);
  expect(existsSync(path.join(folder, 'exports'))).toBe(true);
  expect(readdirSync(path.join(folder, 'exports'))).toEqual([]);
});

test('a commune exports no assessment of another unit', async () => {
  valueOf(saveProfile(context, { role: 'commune', unitCode: '20314', header: {} }));
  expect(errorsOf(await write())).toMatchObject([
    { code: 'export-not-yours', params: { unit: 'Phường Hải Châu' } },
  ]);
});

test('an unreadable key is said before a new one signs', async () => {
  const keyFolder = path.join(folder, 'keys');
  mkdirSync(keyFolder);
  writeFileSync(path.join(keyFolder, 'installation.json'), '{');
  expect(codesOf(await write())).toEqual(['signing-key-unreadable']);
  valueOf(await write({ evidenceFiles: false }));
});
