import { packageFileName } from '#backend/usecases/exporting/packageFileName.ts';
import { toUnitSummary } from '#backend/usecases/findUnitsForPeriod.ts';
import { maskLog } from '#shared/domain/merge/maskLog.ts';
import { toAssessmentDocument } from '#shared/format/package/changeLog.ts';
import type { AssessmentDocument, ManifestDraft } from '#shared/format/package/newest.ts';
import packageFile from '../../../../package.json' with { type: 'json' };
import type { DemoFile } from './demoFile.ts';

/** A file of a demo as the writer of packages takes it. */
export interface DemoPackage {
  readonly fileName: string;
  readonly manifest: ManifestDraft;
  readonly document: AssessmentDocument;
}

export function toPackage(file: DemoFile): DemoPackage {
  const { subject, sender, introduces, signatures, contentDigest, isMasked, createdAt } = file;
  const { code, validFrom, name, ...others } = toUnitSummary(subject.version);
  const revision = signatures.length;
  const period = subject.period.code;
  return {
    fileName: packageFileName({ unitName: name, period, revision, contentDigest }),
    manifest: {
      kind: 'assessment',
      createdAt,
      producer: { app: 'Thước Số', version: packageFile.version, replica: sender.pen.replicaId },
      sender: { role: 'commune', unit: { code, validFrom, name } },
      introduces: [...introduces],
      subject: {
        unit: { code, validFrom, name, ...others },
        period,
        criteriaSet: { id: subject.set.id, version: subject.set.version, digest: subject.digest },
        revision,
        contentDigest,
        masked: isMasked,
        evidenceFiles: 'included',
      },
    },
    document: toAssessmentDocument(isMasked ? maskLog(file.changes) : file.changes, signatures),
  };
}
