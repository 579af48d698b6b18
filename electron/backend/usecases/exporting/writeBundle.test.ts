import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { onTestFinished, expect, test } from 'vitest';
import { makeTemporaryFolder } from '../../../../test/helpers/temporaryFolder.ts';
import {
  codesOf,
  fromRealContent,
  makeTestSurroundings,
  openTestWorkspace,
  valueOf,
} from '../../../../test/helpers/testWorkspace.ts';
import { mergeLogs } from '#shared/domain/merge/mergeLogs.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import { openWorkspace } from '../../backend.ts';
import { readBundle } from '../../files/package/readBundle.ts';
import { readPackage, type OpenedPackage } from '../../files/package/readPackage.ts';
import type { UseCaseContext } from '../context.ts';
import { createAssessment } from '../createAssessment.ts';
import { saveProfile } from '../profile.ts';
import { recordAnswers } from '../recordAnswers.ts';
import { exportInto } from './exportPackage.ts';

const subject = { unitCode: '20242', period: '2026', setId: 'da-nang-phuong-xa', setVersion: '1.0.0' };
const locked = { passphrase: null, identities: [] };
const choice = { masked: false, evidenceFiles: true, passphrase: null, recipients: [] };

/** Ids with a mark of their own: two installations must not be one replica. */
function openInstallation(mark: string): UseCaseContext {
  let ids = 0;
  const workspace = valueOf(
    openWorkspace({
      databaseFile: path.join(makeTemporaryFolder(), 'thuoc-so.sqlite'),
      ...fromRealContent(),
      ...makeTestSurroundings(),
      newId: () => `${mark}-${String((ids += 1))}`,
    }),
  );
  onTestFinished(() => workspace.close());
  return workspace.context;
}

async function makeCommune() {
  const context = openInstallation('commune');
  const { id: assessmentId } = valueOf(createAssessment(context, subject));
  const proof = path.join(makeTemporaryFolder(), 'ke-hoach.txt');
  writeFileSync(proof, 'Kế hoạch');
  const file = { ...valueOf(await context.evidence.add(proof)) };
  const card = { number: '1', date: '', issuer: '', title: 'Kế hoạch', page: '', file };
  const answer = (criterionId: string, field: 'value' | 'evidence', value: unknown) =>
    recordAnswers(context, { assessmentId, edits: [{ criterionId, field, value } as never] });
  const send = async (options: Partial<typeof choice> = {}) => {
    const exported = await exportInto(
      context,
      { assessmentId, ...choice, ...options },
      makeTemporaryFolder(),
    );
    return valueOf(exported).file;
  };
  return { answer, card, send };
}

interface Received extends OpenedPackage {
  readonly fileName: string;
}

/** Takes a package in as an import does: evidence, edits, and the package itself. */
async function receive(context: UseCaseContext, assessmentId: string, file: string): Promise<Received> {
  const opened = valueOf(await readPackage(file, { unlock: locked, keepEvidence: context.evidence }));
  const { document, manifest } = opened;
  if (document.kind !== 'assessment') throw new Error(document.kind);
  const changes = valueOf(toChanges(document));
  const taken = context.store.write((writer) => {
    const number = writer.findAssessment(assessmentId)?.number ?? 0;
    const known = writer.readLog(number);
    const merged = valueOf(mergeLogs(known, changes, { ownReplica: writer.replicaId }));
    const fromPackage = writer.insertPackage({
      import: writer.startImport(context.newId(), manifest.createdAt),
      fileName: path.basename(file),
      sha256: opened.fileSha256,
      size: opened.fileSize,
      receivedAt: manifest.createdAt,
      verdict: 'newer',
      code: null,
      kind: manifest.kind,
      unitName: null,
      period: null,
      revision: 0,
      senderName: null,
      publicKey: opened.publicKey,
      assessment: number,
      madeAssessment: false,
      log: null,
      changes: changes.length,
      content: {
        manifest: opened.manifestBytes,
        manifestSignature: opened.signatureBytes,
        document: deflateRawSync(opened.documentBytes),
      },
    });
    writer.insertArrivingChanges({ assessment: number, fromPackage, known, merged });
    return { ok: true, value: null };
  });
  valueOf(taken);
  return { ...opened, fileName: path.basename(file) };
}

function makeAggregator() {
  const context = openInstallation('aggregator');
  valueOf(saveProfile(context, { role: 'aggregator', unitCode: '48', header: {} }));
  const { id: assessmentId } = valueOf(createAssessment(context, subject));
  const appraise = () =>
    valueOf(
      context.store.write((writer) => {
        const number = writer.findAssessment(assessmentId)?.number ?? 0;
        const cell = { stage: 'appraised', criterionId: 'px-006', field: 'appraisal' } as const;
        const by = { author: 'Phòng VH', changedAt: '2026-11-21T09:00:00.000Z', batch: null };
        writer.recordChange(number, { ...cell, ...by, value: { decision: 'accepted' } });
        return { ok: true, value: null };
      }),
    );
  const write = (options: Partial<typeof choice> = {}) =>
    exportInto(context, { assessmentId, ...choice, ...options }, makeTemporaryFolder());
  return { context, assessmentId, appraise, write };
}

async function unpack(file: string): Promise<readonly OpenedPackage[]> {
  const bundle = valueOf(await readBundle(file, { unlock: locked }));
  onTestFinished(() => bundle.discard());
  return await Promise.all(
    bundle.files.map(async (one) =>
      valueOf(await readPackage(one.file, { unlock: locked, keepEvidence: null })),
    ),
  );
}

test('the originals travel on under their own signatures, with what was decided here beside them', async () => {
  const commune = await makeCommune();
  const aggregator = makeAggregator();
  valueOf(commune.answer('px-006', 'value', true));
  valueOf(commune.answer('px-006', 'evidence', [commune.card]));
  const original = await receive(aggregator.context, aggregator.assessmentId, await commune.send());
  aggregator.appraise();
  const exported = valueOf(await aggregator.write());
  expect(exported).toMatchObject({ criteriaAnswered: 1, evidenceCards: 1, evidenceFiles: 1, revision: 0 });
  expect(exported.fileName).toMatch(/^Phuong-Hai-Chau_2026_lan0_tham-dinh_[0-9A-F]{8}\.thuocso$/u);
  const [first, review, ...others] = await unpack(exported.file);
  expect(others).toEqual([]);
  for (const part of ['manifestBytes', 'signatureBytes', 'documentBytes'] as const)
    expect(first?.[part].equals(original[part])).toBe(true);
  expect(first?.publicKey).toBe(original.publicKey);
  expect(review).toMatchObject({
    publicKey: valueOf(aggregator.context.keys()).publicKey,
    manifest: { kind: 'review', sender: { role: 'aggregator' } },
    document: { signatures: [], changes: [{ stage: 'appraised', value: { decision: 'accepted' } }] },
  });
  expect(exported.sha256).toBe(createHash('sha256').update(readFileSync(exported.file)).digest('hex'));
});

test('of the originals only those travel without which something would be lacking', async () => {
  const commune = await makeCommune();
  const aggregator = makeAggregator();
  valueOf(commune.answer('px-006', 'value', true));
  await receive(aggregator.context, aggregator.assessmentId, await commune.send());
  valueOf(commune.answer('px-006', 'value', false));
  const newest = await receive(aggregator.context, aggregator.assessmentId, await commune.send());
  const parts = await unpack(valueOf(await aggregator.write()).file);
  expect(parts.map(({ manifestSha256 }) => manifestSha256)).toEqual([newest.manifestSha256]);
});

test('an original travels too where only it brought the files of evidence', async () => {
  const commune = await makeCommune();
  const aggregator = makeAggregator();
  valueOf(commune.answer('px-006', 'value', true));
  valueOf(commune.answer('px-006', 'evidence', [commune.card]));
  await receive(aggregator.context, aggregator.assessmentId, await commune.send());
  valueOf(commune.answer('px-006', 'value', false));
  await receive(aggregator.context, aggregator.assessmentId, await commune.send({ evidenceFiles: false }));
  const exported = valueOf(await aggregator.write());
  expect(exported).toMatchObject({ evidenceCards: 1, evidenceFiles: 1 });
  expect(await unpack(exported.file)).toHaveLength(2);
  valueOf(commune.answer('px-006', 'evidence', []));
  await receive(aggregator.context, aggregator.assessmentId, await commune.send());
  expect(await unpack(valueOf(await aggregator.write()).file)).toHaveLength(1);
});

test('where there are only decisions a review travels alone, and where there is nothing no file is made', async () => {
  const aggregator = makeAggregator();
  expect(codesOf(await aggregator.write())).toEqual(['nothing-to-export']);
  aggregator.appraise();
  const exported = valueOf(await aggregator.write());
  const opened = valueOf(await readPackage(exported.file, { unlock: locked, keepEvidence: null }));
  expect(opened.manifest).toMatchObject({ kind: 'review', subject: { revision: 0, period: '2026' } });
});

test('signed originals cannot be masked; masked ones travel as they came', async () => {
  const commune = await makeCommune();
  const aggregator = makeAggregator();
  valueOf(commune.answer('px-006', 'value', true));
  await receive(aggregator.context, aggregator.assessmentId, await commune.send({ masked: true }));
  expect(valueOf(await aggregator.write({ masked: true })).masked).toBe(true);
  valueOf(commune.answer('px-006', 'value', false));
  await receive(aggregator.context, aggregator.assessmentId, await commune.send());
  expect(codesOf(await aggregator.write({ masked: true }))).toEqual(['originals-not-maskable']);
});

test('a bundle is encrypted as a whole', async () => {
  const commune = await makeCommune();
  const aggregator = makeAggregator();
  valueOf(commune.answer('px-006', 'value', true));
  await receive(aggregator.context, aggregator.assessmentId, await commune.send());
  const city = valueOf(openTestWorkspace(makeTemporaryFolder()).context.keys());
  const exported = valueOf(await aggregator.write({ recipients: [city.recipient] as never }));
  const opened = await readPackage(exported.file, {
    unlock: { passphrase: null, identities: [city.identity] },
    keepEvidence: null,
  });
  expect(valueOf(opened).manifest.kind).toBe('bundle');
  expect(codesOf(await readBundle(exported.file, { unlock: locked }))).toEqual(['not-a-recipient']);
});
