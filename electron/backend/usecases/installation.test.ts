import { expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../test/helpers/temporaryFolder.ts';
import {
  errorsOf,
  openTestBackend,
  openTestWorkspace,
  valueOf,
} from '../../../test/helpers/testWorkspace.ts';
import { contract } from '#shared/api/contract.ts';
import { readInstallation, saveRecipients } from './installation.ts';
import { listSigners } from './signers.ts';

test('an installation tells by which keys others know it, and keeps whom it writes to', () => {
  const folder = makeTemporaryFolder();
  const workspace = openTestWorkspace(folder);
  const read = () => valueOf(readInstallation(workspace.context));
  const before = read();
  expect(before).toMatchObject({ recipients: [], publicKey: valueOf(workspace.context.keys()).publicKey });
  expect(before.words).toHaveLength(8);
  expect(contract['installation.read'].output.safeParse(before).success).toBe(true);
  const { recipient } = valueOf(openTestWorkspace(makeTemporaryFolder()).context.keys());
  valueOf(
    saveRecipients(workspace.context, { recipients: [{ name: ' Sở KH&CN ', recipient: ` ${recipient} ` }] }),
  );
  expect(read()).toEqual({ ...before, recipients: [{ name: 'Sở KH&CN', recipient }] });
  const list = [
    { name: 'Sở', recipient },
    { name: 'Quận', recipient: `${recipient}x` },
  ];
  expect(errorsOf(saveRecipients(workspace.context, { recipients: list }))).toMatchObject([
    { code: 'recipient-malformed', place: 'recipients.1' },
  ]);
  expect(read().recipients).toHaveLength(1);
  valueOf(saveRecipients(workspace.context, { recipients: [] }));
  expect(read().recipients).toEqual([]);
});

test('the keys that signed what came in are listed with their words', () => {
  const { context } = openTestWorkspace(makeTemporaryFolder());
  expect(valueOf(listSigners(context))).toEqual([]);
  const { publicKey } = valueOf(context.keys());
  const unit = { code: '20242', validFrom: '2025-07-01', name: 'Phường Hải Châu' };
  const since = '2026-11-21T08:00:00.000Z';
  const taught = context.store.write((writer) => {
    const number = writer.insertPackage({
      import: writer.startImport('i-1', since),
      fileName: 'a.thuocso',
      sha256: 'ab'.repeat(32),
      size: 1,
      receivedAt: since,
      verdict: 'same',
      code: null,
      kind: 'assessment',
      unitName: unit.name,
      period: '2026',
      revision: 0,
      senderName: unit.name,
      publicKey,
      assessment: null,
      madeAssessment: false,
      changes: 0,
      content: null,
      log: null,
    });
    writer.insertSigner({ publicKey, role: 'commune', unit, known: 'first', since }, number);
    return { ok: true, value: null };
  });
  valueOf(taught);
  const signers = valueOf(listSigners(context));
  expect(signers).toMatchObject([{ publicKey, role: 'commune', unit, known: 'first', since }]);
  expect(signers[0]?.words).toHaveLength(8);
  expect(contract['signers.list'].output.safeParse(signers).success).toBe(true);
});

test('a backend hands exported files out until it is opened anew', async () => {
  const folder = makeTemporaryFolder();
  const { backend } = openTestBackend(folder);
  expect(errorsOf(await backend.findExport('../secret'))).toEqual([{ code: 'export-gone', params: {} }]);
  const created = valueOf(
    await backend.call('assessments.create', {
      unitCode: '20242',
      period: '2026',
      setId: 'da-nang-phuong-xa',
      setVersion: '1.0.0',
    }),
  );
  const assessmentId = contract['assessments.create'].output.parse(created).id;
  const edits = [{ criterionId: 'px-006', field: 'value', value: true }];
  valueOf(await backend.call('answers.record', { assessmentId, edits }));
  const input = { assessmentId, masked: false, evidenceFiles: true, passphrase: null, recipients: [] };
  const exported = contract['packages.export'].output.parse(
    valueOf(await backend.call('packages.export', input)),
  );
  const ready = valueOf(await backend.findExport(exported.downloadId));
  expect([ready.name, ready.size]).toEqual([exported.fileName, exported.size]);
  backend.close();
  const { backend: reopened } = openTestBackend(folder);
  expect(errorsOf(await reopened.findExport(exported.downloadId))).toMatchObject([{ code: 'export-gone' }]);
});
