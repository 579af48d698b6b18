import { succeed, type Result } from '#shared/errors/result.ts';
import { toAssessmentDocument, toChanges, toWrittenLog } from '#shared/format/package/changeLog.ts';
import type { PackageDocument } from '#shared/format/package/newest.ts';
import type { EvidenceStore } from '../../files/evidenceStore.ts';
import type { Encryption, Unlock } from '../../files/keys/age.ts';
import type { SigningKey } from '../../files/keys/signatures.ts';
import { writePackage, type WrittenPackage } from '../../files/package/writePackage.ts';
import { attachEvidence } from './attachEvidence.ts';
import { countContent, filesOfStandingCards } from './countContent.ts';
import { filesOfEntries } from './filesOfEntries.ts';
import type { ExportMaterial } from './gatherExport.ts';

/** Where a package goes, under which signature and for whom. */
export interface ExportTarget {
  readonly file: string;
  readonly key: SigningKey;
  readonly encryption: Encryption | null;
  readonly unlock: Unlock;
}

export interface WrittenExport extends Pick<WrittenPackage, 'sha256' | 'size'> {
  /** Files of evidence that travel along, each counted once. */
  readonly evidenceFiles: number;
}

/**
 * Writes what this installation answers for: a commune its `assessment`, others their `review` of it. Errors: those
 * of `writePackage`, `evidence-file-missing`. Throws where what is read back is not what was meant.
 */
export async function writeOwnPackage(
  evidence: Pick<EvidenceStore, 'locate'>,
  material: ExportMaterial,
  { file, key, encryption, unlock }: ExportTarget,
): Promise<Result<WrittenExport>> {
  const { head, subject } = material;
  const kind = head.sender.role === 'commune' ? 'assessment' : 'review';
  const files = subject.evidenceFiles === 'included' ? filesOfStandingCards(material.changes) : [];
  const attached = attachEvidence(evidence, files);
  if (!attached.ok) return attached;
  const written = await writePackage({
    target: file,
    manifest: { ...head, kind, subject },
    document: describeOwn(material, kind),
    evidence: attached.value,
    key,
    encryption,
    unlock,
  });
  if (!written.ok) return written;
  const evidenceFiles = filesOfEntries(written.value.manifest).length;
  checkReadBack(material, written.value.document);
  if (evidenceFiles !== attached.value.length)
    throw new Error('The file holds other evidence than it should');
  return succeed({ sha256: written.value.sha256, size: written.value.size, evidenceFiles });
}

function describeOwn(
  { changes, signatures, subject, result }: ExportMaterial,
  kind: 'assessment' | 'review',
): PackageDocument {
  if (kind === 'assessment') return { kind, ...toAssessmentDocument(changes, signatures) };
  const { revision, contentDigest } = subject;
  return { kind, ...toWrittenLog(changes), signatures: [], basedOn: { revision, contentDigest }, result };
}

/** "Export silently empty or partial" is what users of other tools complain about most. */
function checkReadBack({ changes, signatures }: ExportMaterial, document: PackageDocument): void {
  if (document.kind !== 'assessment' && document.kind !== 'review')
    throw new Error('The file is of another kind');
  const read = toChanges(document);
  const counts = (log: typeof changes) => JSON.stringify([log.length, countContent(log)]);
  const isSame =
    read.ok &&
    counts(read.value) === counts(changes) &&
    (document.kind === 'review' || document.signatures.length === signatures.length);
  if (!isSame) throw new Error('The file does not hold what was to be written');
}
