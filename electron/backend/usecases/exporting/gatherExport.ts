import { stagesOwnedBy, partByStage } from '#shared/domain/merge/stageOwners.ts';
import { maskLog } from '#shared/domain/merge/maskLog.ts';
import type { Change } from '#shared/domain/merge/change.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import type {
  ManifestDraft,
  PackageSubject,
  ReviewResult,
  SignatureEntry,
} from '#shared/format/package/newest.ts';
import type { StoreReader } from '../../db/store.ts';
import type { Keyring } from '../../files/keys/keyring.ts';
import { contentDigestOf } from '../contentDigest.ts';
import type { UseCaseContext } from '../context.ts';
import { readAssessment, type ReadAssessment } from '../readAssessment.ts';
import { readKeptPackages, type KeptPackage } from './keptPackages.ts';
import { findAppraiser, findSender } from './sender.ts';

/** What every manifest of one export says alike. */
export type ManifestHead = Omit<ManifestDraft, 'kind' | 'subject'>;

/** Everything that goes into a file, as it stood at one moment. */
export interface ExportMaterial {
  readonly head: ManifestHead;
  readonly subject: PackageSubject;
  /** The edits of the stages that this installation answers for, each after those it replaced; masked if asked. */
  readonly changes: readonly Change[];
  /** Every edit of what the unit declares, whoever passes it on. */
  readonly declared: readonly Change[];
  /** Of the unit itself; they travel with its own edits only. */
  readonly signatures: readonly SignatureEntry[];
  readonly isSigned: boolean;
  /** What a review gives back of the scores; null in everything else. */
  readonly result: ReviewResult | null;
  /** What others have sent, for whoever passes it on; empty in a commune. */
  readonly kept: readonly KeptPackage[];
}

export interface ExportChoice {
  readonly assessmentId: string;
  /** Leaves out names, telephone numbers and addresses of persons. */
  readonly masked: boolean;
  /** Whether the files behind the evidence travel along. */
  readonly evidenceFiles: boolean;
  /** Only what was judged here, as a `review` for the unit, without the originals. */
  readonly onlyReview?: boolean | undefined;
}

/**
 * Reads an assessment for an export in one consistent view. Errors: `assessment-unknown`, `criteria-set-unknown`,
 * `criteria-set-changed`, `export-not-yours` {unit, own} in a commune that is not the assessment's own,
 * `nothing-to-export`, those of `findAppraiser` for a review, and those of the storage.
 */
export function gatherExport(
  context: UseCaseContext,
  choice: ExportChoice,
  keyring: Keyring,
): Result<ExportMaterial> {
  const createdAt = context.now().toISOString();
  return context.store.read((reader) => {
    const found = readAssessment(reader, context.content, choice.assessmentId);
    if (!found.ok) return found;
    const { record, unit } = found.value;
    const chosen = choice.onlyReview
      ? findAppraiser(reader, context.content, record, context.now())
      : succeed(findSender(reader, record));
    if (!chosen.ok) return chosen;
    const sender = chosen.value;
    const stages = stagesOwnedBy({ role: sender.role, unitCode: sender.unit.code }, unit.code);
    if (stages.length === 0) return failWith('export-not-yours', { unit: unit.name, own: sender.unit.name });
    const log = reader.readLog(record.number);
    const { owned } = partByStage(log, stages);
    const kept =
      sender.role === 'commune' || choice.onlyReview ? [] : readKeptPackages(reader, record.number, log);
    if (owned.length === 0 && kept.length === 0) return failWith('nothing-to-export');
    return succeed({
      head: {
        createdAt,
        producer: { app: 'Thước Số', version: context.appVersion, replica: reader.replicaId },
        sender,
        introduces: listColleagues(reader, sender, keyring),
      },
      subject: describeSubject(found.value, choice),
      changes: choice.masked ? maskLog(owned) : owned,
      declared: partByStage(log, ['self']).owned,
      signatures: sender.role === 'commune' ? reader.listSignatures(record.number).map(toEntry) : [],
      isSigned: found.value.signing.state === 'signed',
      result: null,
      kept,
    });
  });
}

/** Keys that sign for the same sender as far as known here, so that whoever knows this one learns of them. */
function listColleagues(
  reader: StoreReader,
  sender: ManifestHead['sender'],
  { publicKey, siblings }: Keyring,
): string[] {
  const known = reader.listSignersOf(sender).map((signer) => signer.publicKey);
  return [...new Set([...known, ...siblings])].filter((key) => key !== publicKey).toSorted();
}

function describeSubject(
  { record, unit, period, loadedSet, answers, header, signing }: ReadAssessment,
  { masked, evidenceFiles }: ExportChoice,
): PackageSubject {
  return {
    unit,
    period: period.code,
    criteriaSet: { id: record.setId, version: record.setVersion, digest: record.setDigest },
    revision: signing.state === 'signed' ? signing.revision : 0,
    // Of the whole, also where a part is masked, so that the file can be compared with the sheet.
    contentDigest: contentDigestOf({
      unitCode: unit.code,
      period: period.code,
      setDigest: loadedSet.digest,
      answers,
      header,
    }),
    masked,
    evidenceFiles: evidenceFiles ? 'included' : 'omitted',
  };
}

function toEntry({
  id,
  revision,
  name,
  title,
  place,
  date,
  signedAt,
  digest,
  seen,
  recall,
}: SignatureEntry): SignatureEntry {
  return { id, revision, name, title, place, date, signedAt, digest, seen: { ...seen }, recall };
}
