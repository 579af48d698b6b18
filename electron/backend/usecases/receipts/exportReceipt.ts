import { hash } from 'node:crypto';
import path from 'node:path';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type { ManifestDraft, ReceiptDocument } from '#shared/format/package/newest.ts';
import type { StoreReader } from '../../db/store.ts';
import { writePackage } from '../../files/package/writePackage.ts';
import type { UseCaseContext } from '../context.ts';
import { findAssessment } from '../editableAssessment.ts';
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
}

/**
 * Writes the receipt for the newest file that brought something to an assessment: which revision and content arrived
 * here, when, and what became of it. Errors: `assessment-unknown`, `nothing-received`, those of `findAppraiser`, those of `openKeyring` and of
 * `writePackage`.
 */
export async function exportReceipt(
  context: UseCaseContext,
  assessmentId: string,
  folder: string,
): Promise<Result<ExportedReceipt>> {
  const keyring = context.keys();
  if (!keyring.ok) return keyring;
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
    encryption: null,
  });
  if (!written.ok) return written;
  const { sha256, size } = written.value;
  const { revision, contentDigest } = document.of;
  return succeed({ file, fileName, sha256, size, revision, contentDigest });
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
