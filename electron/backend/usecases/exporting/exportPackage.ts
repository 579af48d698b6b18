import path from 'node:path';
import type { CallInput, ExportedPackage } from '#shared/api/contract.ts';
import { fail, succeed, type Result } from '#shared/errors/result.ts';
import { shortCode } from '#shared/report/scorecardCode.ts';
import type { UseCaseContext } from '../context.ts';
import { chooseEncryption, type EncryptionChoice } from './chooseEncryption.ts';
import { countContent } from './countContent.ts';
import { exportToDownload } from './exportToDownload.ts';
import { gatherExport, type ExportMaterial } from './gatherExport.ts';
import { packageFileName } from './packageFileName.ts';
import { writeBundle } from './writeBundle.ts';
import { writeOwnPackage } from './writeOwnPackage.ts';

export type ExportInput = Omit<CallInput<'packages.export'>, keyof EncryptionChoice> & EncryptionChoice;

/** A finished export where the caller wanted it. */
export interface PlacedExport extends Omit<ExportedPackage, 'downloadId'> {
  /** Where it lies. */
  readonly file: string;
}

/**
 * Exports an assessment as a file that can be downloaded until the next start. Errors: those of `exportInto`.
 */
export async function exportPackage(
  context: UseCaseContext,
  input: ExportInput,
): Promise<Result<ExportedPackage>> {
  const exported = await exportToDownload(context, (folder) => exportInto(context, input, folder));
  if (!exported.ok) return exported;
  const { file: _, ...told } = exported.value;
  return succeed(told);
}

/**
 * Writes an assessment into a folder that is there: a commune its own stage as a package of kind `assessment`;
 * whoever stands above the originals that it received as a `bundle`, with a `review` of what it decided itself, or
 * that review alone. What was written has been read back, and its counts are those of the store. Errors: those of
 * `openKeyring`, `gatherExport` and `writePackage`, `originals-not-maskable`,
 * `evidence-file-missing` for each file that is gone, those of `chooseEncryption`.
 */
export async function exportInto(
  context: UseCaseContext,
  input: ExportInput,
  folder: string,
): Promise<Result<PlacedExport>> {
  const keyring = context.keys();
  if (!keyring.ok) return keyring;
  const encryption = chooseEncryption(input, keyring.value);
  if (!encryption.ok) return encryption;
  const gathered = gatherExport(context, input, keyring.value);
  if (!gathered.ok) return gathered;
  const material = gathered.value;
  const name = nameOf(material);
  const target = {
    file: path.join(folder, name),
    key: keyring.value,
    encryption: encryption.value,
    unlock: { passphrase: input.passphrase, identities: [keyring.value.identity] },
  };
  const write = material.kept.length > 0 ? writeBundle : writeOwnPackage;
  const written = await write(context.evidence, material, target);
  if (!written.ok) return fail(written.errors);
  const { sha256, size, evidenceFiles } = written.value;
  const { subject, isSigned, declared } = material;
  return succeed({
    file: target.file,
    fileName: name,
    size,
    sha256,
    shortCode: shortCode(subject.contentDigest),
    revision: subject.revision,
    signed: isSigned,
    masked: input.masked,
    encrypted: encryption.value !== null,
    ...countContent(declared),
    evidenceFiles,
  });
}

function nameOf({ head, subject }: ExportMaterial): string {
  const part = { commune: null, aggregator: 'tham-dinh', city: 'chot' } as const;
  return packageFileName(
    {
      unitName: subject.unit.name,
      period: subject.period,
      revision: subject.revision,
      contentDigest: subject.contentDigest,
    },
    part[head.sender.role],
  );
}
