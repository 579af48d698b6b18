import { fail, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { PackageSubject } from '#shared/format/package/newest.ts';
import type { AssessmentIdentity } from '../../db/assessmentTable.ts';
import type { ArrivedPackage } from './arrivedPackage.ts';
import { checkSubject, mayArrive } from './checkSubject.ts';
import type { ImportFrame, ImportState, KnownAssessment } from './importFrame.ts';
import { judgeSigner, standingOfSigner, type LearntSigner, type SignerStanding } from './judgeSigner.ts';
import { planLog, type LogPlan } from './planLog.ts';
import { planSet, type SetPlan } from './planSet.ts';

/** A receipt, which is kept with the assessment it speaks of. */
export interface ReceiptPlan {
  readonly kind: 'receipt';
  readonly verdict: 'new' | 'same';
  readonly warnings: readonly [];
  readonly known: KnownAssessment;
}

/** A bundle brings nothing itself; its packages are files of their own. */
export interface BundlePlan {
  readonly kind: 'bundle';
  readonly verdict: 'same';
  readonly warnings: readonly [];
}

export type Plan = LogPlan | SetPlan | ReceiptPlan | BundlePlan;

export interface Judgement {
  readonly decided: Result<{ readonly plan: Plan; readonly learns: readonly LearntSigner[] }>;
  readonly standing: SignerStanding;
  /** Refused for want of something that may arrive one day. */
  readonly isAwaited: boolean;
}

/**
 * Decides what a verified package would change, and changes nothing. Errors: `package-for-another-unit`,
 * `set-not-from-above`, `receipt-without-assessment`, and those of `judgeSigner`, `checkSubject`, `planLog` and `planSet`.
 */
export function judgePackage(state: ImportState, frame: ImportFrame, opened: ArrivedPackage): Judgement {
  const { publicKey, manifest } = opened;
  const standing = standingOfSigner(state, frame, publicKey, manifest.sender);
  const another = refuseForAnother(state, frame, opened);
  if (another) return { decided: another, standing, isAwaited: false };
  const signer = judgeSigner(state, frame, { publicKey, manifest });
  if (!signer.ok) return { decided: signer, standing, isAwaited: false };
  const plan = planOf(state, frame, opened);
  if (plan.ok) {
    return {
      decided: succeed({ plan: plan.value, learns: signer.value.learns }),
      standing,
      isAwaited: false,
    };
  }
  return { decided: plan, standing, isAwaited: manifest.subject !== null && mayArrive(plan.errors) };
}

/**
 * What travels back down is for one commune; another one can do nothing with it. A sheet of a period before its unit was
 * formed has the earlier unit: where the code is the same it was made and sent here, and the reply belongs here.
 */
function refuseForAnother(
  state: ImportState,
  { profile }: ImportFrame,
  { manifest: { kind, subject } }: ArrivedPackage,
): Result<never> | undefined {
  if (profile?.role !== 'commune' || !subject || (kind !== 'review' && kind !== 'receipt')) return undefined;
  const own = profile.unit;
  const isOurs =
    subject.unit.code === own.code &&
    (subject.unit.validFrom === own.validFrom || state.findKnown(identityOf(subject)) !== undefined);
  return isOurs
    ? undefined
    : failWith('package-for-another-unit', { unit: subject.unit.name, own: own.name });
}

function planOf(state: ImportState, frame: ImportFrame, opened: ArrivedPackage): Result<Plan> {
  const { document, manifest } = opened;
  if (document.kind === 'bundle') return succeed({ kind: 'bundle', verdict: 'same', warnings: [] });
  if (document.kind === 'criteria-set') {
    return manifest.sender.role === 'commune'
      ? failWith('set-not-from-above', { sender: manifest.sender.unit.name })
      : planSet(frame.content, document);
  }
  // By the schema of the manifest every other kind has a subject.
  if (!manifest.subject) return failWith('package-document-invalid', { reason: 'subject' });
  const subject = checkSubject(frame.content, manifest.subject);
  if (!subject.ok) return fail(awaitedFirst(subject.errors));
  if (document.kind !== 'receipt') {
    return planLog(state, frame, subject.value, { opened, document, subject: manifest.subject });
  }
  const { unit, period } = manifest.subject;
  const known = state.findKnown(identityOf(manifest.subject));
  if (!known) return failWith('receipt-without-assessment', { unit: unit.name, period });
  const verdict = state.hasReceipt(opened.fileSha256) ? 'same' : 'new';
  return succeed({ kind: 'receipt', verdict, warnings: [], known });
}

function identityOf({ unit, period, criteriaSet }: PackageSubject): AssessmentIdentity {
  return {
    unitCode: unit.code,
    unitValidFrom: unit.validFrom,
    period,
    setId: criteriaSet.id,
    setVersion: criteriaSet.version,
  };
}

/** The first error is the one that lists show: what the file waits for says most. */
function awaitedFirst(errors: readonly AppError[]): readonly AppError[] {
  const isAwaited = (error: AppError) => mayArrive([error]);
  return [...errors.filter(isAwaited), ...errors.filter((error) => !isAwaited(error))];
}
