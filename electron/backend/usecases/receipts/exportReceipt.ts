import { hash } from 'node:crypto';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { ManifestDraft, ReceiptDocument } from '#shared/format/package/newest.ts';
import type { StoreReader } from '../../db/store.ts';
import { writePackage } from '../../files/package/writePackage.ts';
import type { UseCaseContext } from '../context.ts';
import { findAssessment } from '../editableAssessment.ts';
import { chooseEncryption, type EncryptionChoice } from '../exporting/chooseEncryption.ts';
import { readKeptContent } from '../exporting/keptContent.ts';
import { packageFileName } from '../exporting/packageFileName.ts';
import { findAppraiser } from '../exporting/sender.ts';

/** A receipt that was written, read back and verified. */
export interface ExportedReceipt {
  /** Where it lies. */
  readonly file: string;
  readonly fileName: string;
  readonly size: number;
  readonly sha256: string;
  /** What was received. */
  readonly revision: number;
  readonly contentDigest: string;
  readonly encrypted: boolean;
}

/**
 * Writes the receipt for the newest file that brought something to an assessment: which revision and content arrived
 * here, when, and what became of it. Errors: `assessment-unknown`, `nothing-received`, those of `findAppraiser`, those of `openKeyring`, of
 * `chooseEncryption` and of `writePackage`.
 */
export async function exportReceipt(
  context: UseCaseContext,
  { assessmentId, ...choice }: { readonly assessmentId: string } & EncryptionChoice,
  folder: string,
): Promise<Result<ExportedReceipt>> {
  const keyring = context.keys();
  if (!keyring.ok) return keyring;
  const encryption = chooseEncryption(choice, keyring.value);
  if (!encryption.ok) return encryption;
  const material = context.store.read((reader) => gather(context, reader, assessmentId));
  if (!material.ok) return material;
  const { manifest, document, fileName } = material.value;
  const file = path.join(folder, fileName);
  const written = await writePackage({
    target: file,
    manifest,
    document: { kind: 'receipt', ...document },
    evidence: [],
    key: keyring.value,
    encryption: encryption.value,
    unlock: { passphrase: choice.passphrase, identities: [keyring.value.identity] },
  });
  if (!written.ok) return written;
  const { sha256, size } = written.value;
  const { revision, contentDigest } = document.of;
  const encrypted = encryption.value !== null;
  return succeed({ file, fileName, sha256, size, revision, contentDigest, encrypted });
}

interface ReceiptMaterial {
  readonly manifest: ManifestDraft;
  readonly document: ReceiptDocument;
  readonly fileName: string;
}

function gather(context: UseCaseContext, reader: StoreReader, assessmentId: string): Result<ReceiptMaterial> {
  const found = findAssessment(reader, assessmentId);
  if (!found.ok) return found;
  const record = found.value;
  const received = reader
    .listPackagesOfAssessment(record.number)
    .findLast(({ kind, verdict }) => kind === 'assessment' && verdict !== 'refused');
  const content = received && readKeptContent(reader, received.number);
  const subject = content?.manifest.subject;
  if (!received || !subject || received.verdict === 'refused') return failWith('nothing-received');
  const appraiser = findAppraiser(reader, context.content, record, context.now());
  if (!appraiser.ok) return appraiser;
  const sender = appraiser.value;
  const { revision, contentDigest } = subject;
  const named = { unitName: subject.unit.name, period: subject.period, revision, contentDigest };
  return succeed({
    manifest: {
      kind: 'receipt',
      createdAt: context.now().toISOString(),
      producer: { app: 'Thước Số', version: context.appVersion, replica: reader.replicaId },
      sender,
      introduces: [],
      subject: { ...subject, evidenceFiles: 'omitted' },
    },
    document: {
      of: {
        packageSha256: received.sha256,
        manifestSha256: hash('sha256', content.manifestBytes, 'hex'),
        revision,
        contentDigest,
      },
      verdict: received.verdict,
      receivedAt: received.receivedAt,
      receiver: { role: sender.role, unit: sender.unit },
    },
    fileName: packageFileName(named, 'bien-nhan'),
  });
}
