import { stagesOwnedBy, partByStage } from '#shared/domain/merge/stageOwners.ts';
import type { Change, Stage } from '#shared/domain/merge/change.ts';
import { createDotIndex } from '#shared/domain/merge/dotIndex.ts';
import { isPersonalCell } from '#shared/domain/merge/maskLog.ts';
import { mergeLogs, type MergedLogs } from '#shared/domain/merge/mergeLogs.ts';
import { appError, failWith, succeed, type AppError, type Result } from '#shared/errors/result.ts';
import type { SignatureEntry } from '#shared/format/package/newest.ts';
import type { AssessmentIdentity } from '../../db/assessmentTable.ts';
import type { Verdict } from '../../db/importTable.ts';
import { newestFirst } from '../../db/signatureTable.ts';
import { filesOfStandingCards } from '../exporting/countContent.ts';
import { filesOfEntries } from '../exporting/filesOfEntries.ts';
import { checkChanges } from './checkChanges.ts';
import { checkEvidence } from './checkEvidence.ts';
import type { SubjectFrame } from './checkSubject.ts';
import type { ImportFrame, ImportState, KnownAssessment } from './importFrame.ts';
import type { OpenedLog } from './openedLog.ts';
import { planResult, type ArrivingResult } from './planResult.ts';
import { covers, inForce, mergeSignatures, type MergedSignatures } from './mergeSignatures.ts';

/** What a file about an assessment brings. */
export interface LogPlan {
  readonly kind: 'log';
  readonly verdict: Exclude<Verdict, 'refused'>;
  readonly warnings: readonly AppError[];
  readonly subject: SubjectFrame;
  readonly identity: AssessmentIdentity;
  readonly known: KnownAssessment | undefined;
  /** Of whose edits the file may speak. */
  readonly stages: readonly Stage[];
  readonly merged: MergedLogs;
  readonly signatures: MergedSignatures;
  /** A result that is given back and was not known. */
  readonly result: ArrivingResult | null;
}

/**
 * Decides what a file about an assessment would change. Edits of stages that the sender does not own are left out
 * with a warning `stage-not-owned`. Errors: `signer-not-owner`, `stage-not-owned`, `signature-not-of-content`,
 * `assessment-signed`, `signed-without-ours`, those of `toChanges`, `checkChanges`, `checkEvidence`, `mergeLogs` and
 * `mergeSignatures`.
 */
export function planLog(
  state: ImportState,
  frame: ImportFrame,
  subject: SubjectFrame,
  given: OpenedLog,
): Result<LogPlan> {
  const owned = ownedPart(given);
  if (!owned.ok) return owned;
  const { changes, signatures: incoming, stages, warnings } = owned.value;
  const identity = identityOf(subject);
  const known = state.findKnown(identity);
  const checked = checkContent(subject, given, changes, known ? unknownOf(changes, known.log) : changes);
  if (!checked.ok) return checked;
  const signed = checkOwnSignature(given, changes, incoming);
  if (!signed.ok) return signed;
  const merged = mergeLogs(known?.log ?? [], changes, {
    ownReplica: frame.ownReplica,
    carries: carriedBy(given, stages, frame.ownReplica),
  });
  if (!merged.ok) return merged;
  const signatures = mergeSignatures(known?.signatures ?? [], incoming);
  if (!signatures.ok) return signatures;
  const allowed = checkAgainstOurs(frame, subject, known, merged.value, signatures.value);
  if (!allowed.ok) return allowed;
  // A new result, or evidence that was lacking, is something new, whatever else the file brings.
  const result = planResult(state, identity, given);
  const carriesSignatures = given.document.kind === 'assessment' && stages.includes('self');
  const verdict = verdictOf(known, merged.value, signatures.value, carriesSignatures);
  const bringsMore = () => result !== null || bringsEvidence(state, given, known);
  return succeed({
    kind: 'log',
    verdict: (verdict === 'same' || verdict === 'older') && bringsMore() ? 'newer' : verdict,
    warnings: [...subject.warnings, ...warnings],
    subject,
    identity,
    known,
    stages,
    merged: merged.value,
    signatures: signatures.value,
    result,
  });
}

interface OwnedPart {
  readonly changes: readonly Change[];
  readonly signatures: readonly SignatureEntry[];
  readonly stages: readonly Stage[];
  readonly warnings: readonly AppError[];
}

/** What of a file its sender may say. */
function ownedPart({ opened, document, subject }: OpenedLog): Result<OwnedPart> {
  const all = document.changes;
  if (!all.ok) return all;
  const { role, unit } = opened.manifest.sender;
  const stages = stagesOwnedBy({ role, unitCode: unit.code }, subject.unit.code);
  if (stages.length === 0) {
    return failWith('signer-not-owner', { sender: unit.name, unit: subject.unit.name });
  }
  const { owned, foreign } = partByStage(all.value, stages);
  const speaksBeyond =
    document.kind === 'review' && document.result && !stages.includes(document.result.stage);
  if (speaksBeyond || (foreign.length > 0 && owned.length === 0)) {
    return failWith('stage-not-owned', { sender: unit.name });
  }
  return succeed({
    changes: owned,
    signatures: stages.includes('self') ? document.signatures : [],
    stages,
    warnings:
      foreign.length === 0 ? [] : [appError('stage-not-owned', { sender: unit.name, count: foreign.length })],
  });
}

/** What is known already was checked when it came; what contradicts it is told by its own fault first. */
function unknownOf(changes: readonly Change[], log: readonly Change[]): readonly Change[] {
  const known = createDotIndex<string>();
  for (const { dot, valueText } of log) known.set(dot, valueText);
  return changes.filter(({ dot, valueText }) => known.get(dot) !== valueText);
}

/** @param news the edits whose content is to be checked */
function checkContent(
  { loadedSet, unit }: SubjectFrame,
  { opened, subject }: OpenedLog,
  changes: readonly Change[],
  news: readonly Change[],
): Result<null> {
  const checked = checkChanges({ set: loadedSet.set, unitKind: unit.kind }, news);
  if (!checked.ok || subject.evidenceFiles === 'omitted') return checked;
  return checkEvidence(loadedSet.set, changes, opened.manifest.entries);
}

/** A file that carries a signature in force says what was signed, all of it and nothing else. */
function checkOwnSignature(
  { subject, document }: OpenedLog,
  changes: readonly Change[],
  signatures: readonly SignatureEntry[],
): Result<null> {
  const signature = inForce(signatures.toSorted(newestFirst));
  if (!signature) return succeed(null);
  const { revision } = signature;
  const isWhole = covers(signature, changes) && (subject.masked || document.digest === signature.digest);
  return isWhole ? succeed(null) : failWith('signature-not-of-content', { revision });
}

/** What a unit has signed changes only after a recall; those above it take in whatever comes. */
function checkAgainstOurs(
  frame: ImportFrame,
  { unit }: SubjectFrame,
  known: KnownAssessment | undefined,
  merged: MergedLogs,
  signatures: MergedSignatures,
): Result<null> {
  const signature = inForce(signatures.all);
  if (!known || !signature || !isOurs(frame, unit.code, known)) return succeed(null);
  if (covers(signature, merged.added) && covers(signature, known.log)) return succeed(null);
  return known.signatures.some(({ id }) => id === signature.id)
    ? failWith('assessment-signed', { revision: signature.revision })
    : failWith('signed-without-ours', { revision: signature.revision });
}

/** Before anybody has said who works here, an assessment is ours when something in it was entered here. */
function isOurs({ profile, ownReplica }: ImportFrame, unitCode: string, { log }: KnownAssessment): boolean {
  if (profile) return profile.role === 'commune' && profile.unit.code === unitCode;
  return log.some(({ dot: [replicaId] }) => replicaId === ownReplica);
}

/**
 * Which edits make a file that lacks them an older one: those in the cells of its sender's stages, of a masked one
 * not in those about persons, and not what was decided here, which its sender cannot know.
 */
function carriedBy(
  { subject: { masked } }: OpenedLog,
  stages: readonly Stage[],
  ownReplica: string,
): (change: Change) => boolean {
  return (change) =>
    stages.includes(change.stage) && change.dot[0] !== ownReplica && !(masked && isPersonalCell(change));
}

function verdictOf(
  known: KnownAssessment | undefined,
  { added, newConflicts, lacks }: MergedLogs,
  signatures: MergedSignatures,
  carriesSignatures: boolean,
): LogPlan['verdict'] {
  if (!known) return 'new';
  if (newConflicts.length > 0) return 'conflict';
  if (added.length + signatures.added.length + signatures.recalls.length > 0) return 'newer';
  return lacks || (carriesSignatures && signatures.lacks) ? 'older' : 'same';
}

/** Whether a file of a card that stands is lacking here and comes now, after a package that came without. */
function bringsEvidence(
  state: Pick<ImportState, 'hasEvidence'>,
  { opened }: OpenedLog,
  known: KnownAssessment | undefined,
): boolean {
  const news = filesOfEntries(opened.manifest).filter((file) => !state.hasEvidence(file));
  if (news.length === 0) return false;
  const onCards = new Set(filesOfStandingCards(known?.log ?? []).map(({ sha256 }) => sha256));
  return news.some(({ sha256 }) => onCards.has(sha256));
}

function identityOf({ unit, period, loadedSet: { set } }: SubjectFrame): AssessmentIdentity {
  return {
    unitCode: unit.code,
    unitValidFrom: unit.validFrom,
    period: period.code,
    setId: set.id,
    setVersion: set.version,
  };
}
