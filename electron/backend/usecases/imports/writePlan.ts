import type { AssessmentRecord } from '../../db/assessmentTable.ts';
import type { NewReceivedPackage } from '../../db/importTable.ts';
import type { StoreWriter } from '../../db/store.ts';
import type { ArrivedPackage } from './arrivedPackage.ts';
import type { ImportedFile } from './importedFile.ts';
import type { LearntSigner } from './judgeSigner.ts';
import type { Plan } from './judgePackage.ts';
import type { LogPlan } from './planLog.ts';

/** Where and when a file enters the store. */
export interface Arrival {
  /** The row's number in `import`. */
  readonly importNumber: number;
  /** ISO instant. */
  readonly receivedAt: string;
  readonly newId: () => string;
}

/** Writes what was decided about a file; returns the assessment's id where there is one. */
export function writePlan(
  writer: StoreWriter,
  arrival: Arrival,
  file: ImportedFile,
  opened: ArrivedPackage,
  { plan, learns }: { readonly plan: Plan; readonly learns: readonly LearntSigner[] },
): string | null {
  const assessment = assessmentOf(writer, arrival, plan);
  const brings = plan.verdict !== 'same' && plan.verdict !== 'older';
  const received = writer.insertPackage({
    ...summarise(arrival, file, opened),
    assessment: assessment?.number ?? null,
    madeAssessment: plan.kind === 'log' && !plan.known,
    content: brings ? opened.content : null,
    log: begunLog(plan),
  });
  for (const signer of learns) writer.insertSigner({ ...signer, since: arrival.receivedAt }, received);
  if (learns.some(({ known }) => known !== 'first')) fetchRefusedAgain(writer);
  if (plan.kind === 'set' && brings) writer.insertImportedSet(plan.set, received);
  if (plan.kind === 'log' && brings && assessment) writeLog(writer, assessment.number, received, plan);
  return assessment?.id ?? null;
}

/** Notes that a file was refused. */
export function writeRefusal(
  writer: StoreWriter,
  arrival: Arrival,
  file: ImportedFile,
  opened: ArrivedPackage | undefined,
): void {
  writer.insertPackage({
    ...summarise(arrival, file, opened),
    assessment: null,
    madeAssessment: false,
    content: null,
    log: null,
  });
}

/** What places hold of a key that is known from now on has been fetched and refused before. */
function fetchRefusedAgain(writer: StoreWriter): void {
  for (const { number } of writer.listTargets()) writer.forgetRefused(number, ['signer-changed']);
}

function writeLog(
  writer: StoreWriter,
  assessment: number,
  fromPackage: number,
  { known, merged, signatures, result }: LogPlan,
): void {
  // Where nothing was known the package itself is the log; conflicts are looked for among rows.
  if (known) writer.insertArrivingChanges({ assessment, fromPackage, known: known.log, merged });
  else writer.unpackCells(assessment, merged.newConflicts);
  for (const signature of signatures.added)
    writer.insertImportedSignature(assessment, signature, fromPackage);
  for (const { id, recall } of signatures.recalls)
    writer.insertImportedRecall(assessment, id, recall, fromPackage);
  if (result) writer.insertReturnedResult({ ...result, assessment }, fromPackage);
  if (known) writer.closeSteps(assessment);
}

function begunLog(plan: Plan): NewReceivedPackage['log'] {
  if (plan.kind !== 'log' || plan.known) return null;
  return { stages: plan.stages, lastEditAt: plan.merged.added.at(-1)?.changedAt ?? null };
}

function assessmentOf(
  writer: StoreWriter,
  { newId, receivedAt }: Arrival,
  plan: Plan,
): Pick<AssessmentRecord, 'id' | 'number'> | undefined {
  if (plan.kind === 'receipt') return plan.known.record;
  if (plan.kind !== 'log') return undefined;
  if (plan.known) return plan.known.record;
  const { unit, period, loadedSet } = plan.subject;
  const id = newId();
  const number = writer.insertAssessment({
    id,
    unitCode: unit.code,
    unitValidFrom: unit.validFrom,
    unitName: unit.name,
    unitKind: unit.kind,
    unitParentName: unit.parentName,
    period: period.code,
    setId: loadedSet.set.id,
    setVersion: loadedSet.set.version,
    setDigest: loadedSet.digest,
    createdAt: receivedAt,
  });
  return { id, number };
}

function summarise(
  { importNumber, receivedAt }: Arrival,
  file: ImportedFile,
  opened: ArrivedPackage | undefined,
): Omit<NewReceivedPackage, 'assessment' | 'madeAssessment' | 'content' | 'log'> {
  return {
    import: importNumber,
    receivedAt,
    fileName: file.name,
    sha256: file.sha256,
    size: file.size,
    verdict: file.verdict,
    code: file.errors[0]?.code ?? null,
    kind: file.kind,
    unitName: file.unit?.name ?? null,
    period: file.period,
    revision: file.revision,
    senderName: opened?.manifest.sender.unit.name ?? null,
    publicKey: opened?.publicKey ?? null,
    changes: file.changes,
  };
}
