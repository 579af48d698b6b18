import type { CallName, CallOutput, ParsedInput } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { openAppraisals } from './usecases/appraisal/openAppraisals.ts';
import { recordAppraisals } from './usecases/appraisal/recordAppraisals.ts';
import { chooseAppearance } from './usecases/appearance.ts';
import { previewCarryOver } from './usecases/carryOver.ts';
import { createBackup, listBackups, restoreBackup } from './usecases/backups.ts';
import { listConflicts } from './usecases/conflicts/listConflicts.ts';
import { readLineage } from './usecases/conflicts/readLineage.ts';
import { resolveConflicts } from './usecases/conflicts/resolveConflicts.ts';
import type { UseCaseContext } from './usecases/context.ts';
import { saveDeadline } from './usecases/chase/deadline.ts';
import { keepFiguresOfPeriod } from './usecases/dashboard/keepFigures.ts';
import { readChase } from './usecases/chase/readChase.ts';
import { createAssessment } from './usecases/createAssessment.ts';
import { listDashboardChoices } from './usecases/dashboard/listChoices.ts';
import { readComparison } from './usecases/dashboard/readComparison.ts';
import { readCriterionOverUnits } from './usecases/dashboard/readCriterion.ts';
import { readDashboard } from './usecases/dashboard/readDashboard.ts';
import { readTrend } from './usecases/dashboard/readTrend.ts';
import { saveEfforts } from './usecases/efforts.ts';
import { readEvidenceUsage } from './usecases/evidenceUsage.ts';
import { findUnitsForPeriod } from './usecases/findUnitsForPeriod.ts';
import type { ImportJobs } from './usecases/imports/importJobs.ts';
import { findImportedFiles } from './usecases/imports/findImportedFiles.ts';
import { readImportPage } from './usecases/imports/listImports.ts';
import { listQuarantined } from './usecases/imports/quarantine.ts';
import { readInstallation, saveRecipients } from './usecases/installation.ts';
import { chooseLanguage } from './usecases/language.ts';
import { readComputedFigures, takeComputedFigure } from './usecases/computedFigures.ts';
import { findAssessments } from './usecases/listAssessments.ts';
import { listHistory } from './usecases/listHistory.ts';
import type { Answered, Handlers } from './handler.ts';
import { listSets } from './usecases/listSets.ts';
import { moveStep } from './usecases/moveStep.ts';
import { openAssessment } from './usecases/openAssessment.ts';
import { openSet } from './usecases/openSet.ts';
import { findPrevious } from './usecases/previousAssessment.ts';
import { readProfile, saveProfile } from './usecases/profile.ts';
import { readStatus } from './usecases/readStatus.ts';
import { recordAnswers } from './usecases/recordAnswers.ts';
import { recordHeader } from './usecases/recordHeader.ts';
import type { CardJobs } from './usecases/reporting/cardJobs.ts';
import { listSigners } from './usecases/signers.ts';
import { recallSignature, signAssessment } from './usecases/signing.ts';
import { createSupportBundle } from './usecases/supportBundle.ts';
import { checkTarget } from './usecases/sync/checkTarget.ts';
import { listOutbox, removeFromOutbox } from './usecases/sync/outbox.ts';
import type { SyncJobs } from './usecases/sync/syncJobs.ts';
import { listTargets, removeTarget, saveTarget } from './usecases/sync/targets.ts';
import { listSuggestions, settleSuggestions } from './usecases/suggestions.ts';
import type { UpdateDesk } from './usecases/updates/updateDesk.ts';
import { updateHandlers } from './usecases/updates/updateHandlers.ts';

/** Work that goes on in the background, and what the host does. */
export interface Jobs {
  readonly imports: ImportJobs;
  readonly cards: CardJobs;
  readonly sync: SyncJobs;
  readonly updates: UpdateDesk;
  /** Asks the officer for a folder; null where none was chosen. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly closeBackend: () => void;
}

/** @param lastLines the newest lines of the log, for the support bundle */
export function createHandlers(
  context: UseCaseContext,
  appVersion: string,
  { imports, cards, updates, closeBackend, ...jobs }: Jobs,
  lastLines: () => readonly string[] = () => [],
): Handlers {
  return {
    'app.status': () => readStatus(context, appVersion),
    'app.setLanguage': ({ language }) => chooseLanguage(context, language),
    'app.setAppearance': ({ appearance }) => chooseAppearance(context, appearance),
    'profile.read': () => readProfile(context),
    'profile.save': (profile) => saveProfile(context, profile),
    'criteria.list': () => succeed(listSets(context)),
    'criteria.get': (which) => openSet(context, which),
    ...criteriaHandlers(context),
    'units.find': (query) => findUnitsForPeriod(context, query),
    'assessments.list': (question) => findAssessments(context, question),
    'assessments.create': (choice) => createAssessment(context, choice),
    'assessments.open': ({ id }) => openAssessment(context, id),
    'assessments.previous': ({ id }) => findPrevious(context, id),
    'assessments.previewCarryOver': ({ id }) => previewCarryOver(context, id),
    'answers.record': (edits) => recordAnswers(context, edits),
    'answers.history': (which) => listHistory(context, which),
    'header.record': (header) => recordHeader(context, header),
    'edits.undo': (which) => moveStep(context, 'undo', which),
    'edits.redo': (which) => moveStep(context, 'redo', which),
    'suggestions.list': (which) => listSuggestions(context, which),
    'suggestions.settle': (choice) => settleSuggestions(context, choice),
    'efforts.save': (efforts) => saveEfforts(context, efforts),
    'signing.sign': (signatory) => signAssessment(context, signatory),
    'signing.recall': (recall) => recallSignature(context, recall),
    'appraisals.read': (which) => openAppraisals(context, which),
    'appraisals.record': (decided) => recordAppraisals(context, decided),
    'packages.export': (choice) => exportAssessment(context, choice),
    'computed.read': (which) => readComputedFigures(context, which),
    'computed.take': (which) => takeComputedFigure(context, which),
    ...levelAboveHandlers(context, cards),
    'installation.read': () => readInstallation(context),
    'recipients.save': (list) => saveRecipients(context, list),
    'signers.list': () => listSigners(context),
    ...importHandlers(context, imports),
    ...syncHandlers(context, jobs),
    ...updateHandlers(context, updates, closeBackend),
    'evidence.usage': (which) => readEvidenceUsage(context, which),
    'conflicts.list': (which) => listConflicts(context, which),
    'conflicts.resolve': (decided) => resolveConflicts(context, decided),
    'lineage.read': (cell) => readLineage(context, cell),
    'backups.list': () => listBackups(context),
    'backups.create': () => toNothing(createBackup(context, 'manual')),
    'backups.restore': ({ name }) => toNothing(restoreAndRejoin(context, { ...jobs, imports }, name)),
    'support.createBundle': () => createSupportBundle(context, appVersion, lastLines()),
    'scorecard.create': (which) => printScorecard(context, which),
  };
}

type ImportCall = Extract<CallName, `imports.${string}`>;

function importHandlers(context: UseCaseContext, imports: ImportJobs): Pick<Handlers, ImportCall> {
  return {
    'imports.start': () => imports.start(),
    'imports.check': ({ id, passphrase }) => imports.check(id, passphrase),
    'imports.read': ({ id, cursor }) => imports.read(id, cursor),
    'imports.commit': ({ id, ...choice }) => imports.commit(id, choice),
    'imports.cancel': ({ id }) => imports.cancel(id),
    'imports.list': (page) => readImportPage(context, page),
    'imports.files': (question) => findImportedFiles(context, question),
    'imports.undo': ({ id }) => imports.undo(id),
    'imports.quarantine': () => listQuarantined(context),
  };
}

/** Workbooks bring libraries that no start should wait for. */
function criteriaHandlers(
  context: UseCaseContext,
): Pick<Handlers, 'criteria.template' | 'criteria.examine' | 'criteria.publish'> {
  return {
    'criteria.template': async ({ id, version, language }) => {
      const { createAuthoringWorkbook } = await import('./usecases/authoring/createAuthoringWorkbook.ts');
      const choice = { setId: id, setVersion: version };
      const created = await createAuthoringWorkbook(context.content, choice, language);
      if (!created.ok) return created;
      const { fileName, bytes } = created.value;
      return succeed({ fileName, base64: Buffer.from(bytes).toString('base64') });
    },
    'criteria.examine': async ({ base64 }) => {
      const { examineWorkbook } = await import('./usecases/authoring/publishWorkbook.ts');
      return await examineWorkbook(context, base64);
    },
    'criteria.publish': async (set) => {
      const { publishWorkbook } = await import('./usecases/authoring/publishWorkbook.ts');
      return await publishWorkbook(context, set);
    },
  };
}

type SyncCall = Extract<CallName, `sync.${string}` | `outbox.${string}` | `targets.${string}`>;

function syncHandlers(
  context: UseCaseContext,
  { sync, chooseFolder }: Pick<Jobs, 'sync' | 'chooseFolder'>,
): Pick<Handlers, SyncCall> {
  return {
    'outbox.list': () => listOutbox(context, sync.isRunning()),
    'outbox.add': async (addition) => {
      const { addExportToOutbox } = await import('./usecases/sync/addToOutbox.ts');
      return await addExportToOutbox(context, addition);
    },
    'outbox.send': ({ ids }) => sync.send(ids),
    'outbox.remove': ({ id }) => removeFromOutbox(context, id, sync.isRunning()),
    'targets.chooseFolder': async () => succeed({ folder: await chooseFolder() }),
    'targets.list': () => listTargets(context),
    'targets.save': (target) => saveTarget(context, target),
    'targets.remove': ({ id }) => removeTarget(context, id, sync.isRunning()),
    'targets.check': ({ id }) => checkTarget(context, id),
    'sync.start': (wish) => sync.start(wish),
    'sync.newest': () => succeed({ id: sync.newest() }),
    'sync.read': ({ id }) => sync.read(id),
    'sync.cancel': ({ id }) => sync.cancel(id),
  };
}

type LevelAboveCall = Extract<
  CallName,
  'receipts.export' | 'results.export' | `${'reports' | 'chase' | 'dashboard' | 'cards'}.${string}`
>;

/** What only those above the communes do. */
function levelAboveHandlers(context: UseCaseContext, cards: CardJobs): Pick<Handlers, LevelAboveCall> {
  return {
    'receipts.export': (wish) => exportReceiptToDownload(context, wish),
    'results.export': (wish) => exportResultsToDownload(context, wish),
    'chase.read': (question) => describeChase(context, question),
    'chase.saveDeadline': (chosen) => saveDeadline(context, chosen),
    'dashboard.choices': () => listDashboardChoices(context),
    'dashboard.read': (question) => readDashboard(context, question),
    'dashboard.criterion': (question) => readCriterionOverUnits(context, question),
    'dashboard.trend': (question) => readTrend(context, question),
    'dashboard.compare': (question) => readComparison(context, question),
    'cards.start': (wish) => cards.start(wish),
    'cards.read': ({ id }) => cards.read(id),
    'cards.cancel': ({ id }) => cards.cancel(id),
    'reports.create': (wish) => createReportToDownload(context, wish),
    'reports.announce': (wish) => announceToDownload(context, wish),
  };
}

async function printScorecard(
  context: UseCaseContext,
  { assessmentId, language, format }: ParsedInput<'scorecard.create'>,
): Promise<Result<CallOutput<'scorecard.create'>>> {
  // The printing library is large; the first card waits for it instead of every start.
  const { createScorecard } = await import('./usecases/createScorecard.ts');
  const card = await createScorecard(context, assessmentId, language, format);
  if (!card.ok) return card;
  const { fileName, bytes } = card.value;
  return succeed({ fileName, base64: Buffer.from(bytes).toString('base64') });
}

async function exportAssessment(
  context: UseCaseContext,
  choice: ParsedInput<'packages.export'>,
): Promise<Result<CallOutput<'packages.export'>>> {
  // Zip and encryption bring libraries that no start should wait for.
  const { exportPackage } = await import('./usecases/exporting/exportPackage.ts');
  return await exportPackage(context, choice);
}

async function exportReceiptToDownload(
  context: UseCaseContext,
  wish: ParsedInput<'receipts.export'>,
): Promise<Result<CallOutput<'receipts.export'>>> {
  const { exportToDownload } = await import('./usecases/exporting/exportToDownload.ts');
  const { exportReceipt } = await import('./usecases/receipts/exportReceipt.ts');
  const exported = await exportToDownload(context, (folder) => exportReceipt(context, wish, folder));
  if (!exported.ok) return exported;
  const { downloadId, fileName, size, sha256, revision, encrypted } = exported.value;
  return succeed({ downloadId, fileName, size, sha256, revision, encrypted });
}

async function exportResultsToDownload(
  context: UseCaseContext,
  wish: ParsedInput<'results.export'>,
): Promise<Result<Answered<CallOutput<'results.export'>>>> {
  const { exportToDownload } = await import('./usecases/exporting/exportToDownload.ts');
  const { exportResults } = await import('./usecases/results/exportResults.ts');
  const exported = await exportToDownload(context, (folder) => exportResults(context, wish, folder));
  if (!exported.ok) return exported;
  const { file: _, ...told } = exported.value;
  return succeed(told);
}

async function createReportToDownload(
  context: UseCaseContext,
  wish: ParsedInput<'reports.create'>,
): Promise<Result<CallOutput<'reports.create'>>> {
  // Workbooks and print bring libraries that no start should wait for.
  const { createReportFile } = await import('./usecases/reporting/createReportFile.ts');
  return await createReportFile(context, wish);
}

async function announceToDownload(
  context: UseCaseContext,
  wish: ParsedInput<'reports.announce'>,
): Promise<Result<CallOutput<'reports.announce'>>> {
  const { createAnnouncementFile } = await import('./usecases/reporting/createAnnouncementFile.ts');
  return await createAnnouncementFile(context, wish);
}

async function describeChase(
  context: UseCaseContext,
  question: ParsedInput<'chase.read'>,
): Promise<Result<Answered<CallOutput<'chase.read'>>>> {
  await keepFiguresOfPeriod(context, question.setId, question.period);
  const read = readChase(context, question);
  return read.ok ? succeed({ ...read.value, period: read.value.period.code }) : read;
}

/** A backup may know other criteria sets than the content it takes the place of. */
function restoreAndRejoin(
  context: UseCaseContext,
  { imports, sync }: Pick<Jobs, 'imports' | 'sync'>,
  name: string,
): Result<null> {
  // They would go on in other data, and note there as taken in or sent what is not in them.
  if (imports.isRunning()) return failWith('import-busy');
  if (sync.isRunning()) return failWith('sync-busy');
  const restored = restoreBackup(context, name);
  return restored.ok ? context.rejoinContent() : restored;
}

/** Of calls that answer only that they were done. */
function toNothing(result: Result<unknown>): Result<Record<string, never>> {
  return result.ok ? succeed({}) : result;
}
