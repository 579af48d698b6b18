import { checkHistory } from '#shared/domain/merge/checkHistory.ts';
import { fail, failWith, succeed, type Result } from '#shared/errors/result.ts';
import { toChanges } from '#shared/format/package/changeLog.ts';
import type {
  AssessmentDocument,
  PackageKind,
  PackageSender,
  PackageSubject,
} from '#shared/format/package/newest.ts';
import { shortCode } from '#shared/report/scorecardCode.ts';
import type { Unlock } from '../files/keys/age.ts';
import { wordsOfKey } from '../files/keys/words.ts';
import { readBundle } from '../files/package/readBundle.ts';
import { readPackage, type OpenedPackage } from '../files/package/readPackage.ts';
import { digestOfLog } from './imports/digestOfLog.ts';
import { covers, inForce } from './imports/mergeSignatures.ts';

/** A package that is whole and signed; whether its signer may be trusted is for whoever knows the words. */
export interface VerifiedFile {
  readonly kind: PackageKind;
  readonly createdAt: string;
  readonly sender: PackageSender;
  readonly signer: { readonly publicKey: string; readonly words: readonly string[] };
  /** Null for criteria sets and bundles. */
  readonly subject: PackageSubject | null;
  /** The code that the printed sheet shows too; null where there is no subject. */
  readonly shortCode: string | null;
  /** Edits in the file, and signatures below the form. */
  readonly changes: number;
  readonly signatures: number;
  /** In bytes, as is `size`. */
  readonly evidence: { readonly files: number; readonly size: number };
  /** Of the whole file. */
  readonly sha256: string;
  readonly size: number;
  readonly encrypted: boolean;
  /** The packages of a bundle. */
  readonly packages: readonly (VerifiedFile & { readonly fileName: string })[];
}

/**
 * Reads a package without a data folder: digests, signature, shape, that its history is whole and that the signature
 * below the form is of this content. Errors: those of `readPackage` and `readBundle`, `history-contradicts`,
 * `history-incomplete`, `signature-not-of-content`; of a package in a bundle with its name as place.
 */
export async function verifyPackage(file: string, unlock: Unlock): Promise<Result<VerifiedFile>> {
  const read = await readPackage(file, { unlock, keepEvidence: null });
  if (!read.ok) return read;
  const { document } = read.value;
  if (document.kind === 'assessment' || document.kind === 'review') {
    const whole = checkLog(read.value, document);
    if (!whole.ok) return whole;
    const { changes, signatures } = document;
    return succeed({ ...describe(read.value), changes: changes.length, signatures: signatures.length });
  }
  if (document.kind !== 'bundle') return succeed(describe(read.value));
  const packages = await verifyBundle(file, unlock);
  return packages.ok ? succeed({ ...describe(read.value), packages: packages.value }) : packages;
}

function checkLog(
  { manifest: { subject } }: OpenedPackage,
  document: Pick<AssessmentDocument, 'replicas' | 'changes' | 'signatures'>,
): Result<null> {
  const changes = toChanges(document);
  if (!changes.ok) return changes;
  const history = checkHistory(changes.value);
  if (!history.ok) return history;
  const newestFirst = document.signatures.toSorted((a, b) => b.revision - a.revision);
  const signature = inForce(newestFirst);
  if (!signature || !subject) return succeed(null);
  const { unit, period, criteriaSet } = subject;
  const frame = { unitCode: unit.code, period, setDigest: criteriaSet.digest };
  const isWhole =
    covers(signature, changes.value) &&
    (subject.masked || digestOfLog(frame, changes.value) === signature.digest);
  return isWhole ? succeed(null) : failWith('signature-not-of-content', { revision: signature.revision });
}

async function verifyBundle(file: string, unlock: Unlock): Promise<Result<VerifiedFile['packages']>> {
  const bundle = await readBundle(file, { unlock });
  if (!bundle.ok) return bundle;
  try {
    const packages: VerifiedFile['packages'][number][] = [];
    for (const { file: inner, fileName } of bundle.value.files) {
      const verified = await verifyPackage(inner, { passphrase: null, identities: [] });
      if (!verified.ok) return fail(verified.errors.map((error) => ({ ...error, place: fileName })));
      packages.push({ ...verified.value, fileName });
    }
    return succeed(packages);
  } finally {
    await bundle.value.discard();
  }
}

function describe(opened: OpenedPackage): VerifiedFile {
  const { kind, createdAt, sender, subject, entries } = opened.manifest;
  const evidence = entries.filter(({ path }) => path.startsWith('evidence/'));
  return {
    kind,
    createdAt,
    sender,
    signer: { publicKey: opened.publicKey, words: wordsOfKey(opened.publicKey) },
    subject,
    shortCode: subject && shortCode(subject.contentDigest),
    changes: 0,
    signatures: 0,
    evidence: { files: evidence.length, size: evidence.reduce((sum, { size }) => sum + size, 0) },
    sha256: opened.fileSha256,
    size: opened.fileSize,
    encrypted: opened.wasEncrypted,
    packages: [],
  };
}
