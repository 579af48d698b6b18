import { z } from 'zod';
import { criteriaSetSchema } from '../domain/criteria/criteriaSet.ts';
import { consistencyChecksSchema } from '../domain/selfCheck/consistencyChecks.ts';
import * as answers from './schemas/answers.ts';
import * as appraisals from './schemas/appraisals.ts';
import * as assessments from './schemas/assessments.ts';
import { chase, deadlineInput } from './schemas/chase.ts';
import { comparison, comparisonQuestion } from './schemas/comparison.ts';
import { computedFigures } from './schemas/computed.ts';
import * as criteria from './schemas/criteria.ts';
import * as dashboard from './schemas/dashboard.ts';
import * as imports from './schemas/imports.ts';
import * as packages from './schemas/packages.ts';
import * as updates from './schemas/updates.ts';
import * as results from './schemas/results.ts';
import {
  appearance,
  header,
  instant,
  language,
  longText,
  nothing,
  shortText,
  unitSummary,
} from './schemas/general.ts';
import { syncCalls } from './syncCalls.ts';

const ofAssessment = z.strictObject({ assessmentId: z.string() });
const file = z.object({ fileName: z.string(), base64: z.base64() });

/**
 * The one contract between screens and backend: each call once. Every call answers with a `Result`; the
 * errors are those named in `errorCodes`, besides `input-invalid` and `unexpected` which any call may give. Calls
 * that change a signed assessment answer `assessment-signed`. What is answered as saved is durable.
 */
export const contract = {
  'app.status': {
    input: nothing,
    output: z.object({ version: z.string(), language, appearance, dataFolder: z.string() }),
  },
  'app.setLanguage': { input: z.strictObject({ language }), output: nothing },
  'app.setAppearance': { input: z.strictObject({ appearance }), output: nothing },
  /** `profile` is null until the first run is over. */
  'profile.read': { input: nothing, output: z.object({ profile: assessments.profile.nullable() }) },
  'profile.save': { input: assessments.profileInput, output: nothing },
  /** Official ones first, those that step back behind one last. */
  'criteria.list': { input: nothing, output: z.array(criteria.setSummary) },
  /** The workbook in which a set is written on. */
  'criteria.template': {
    input: z.strictObject({ id: z.string(), version: z.string(), language }),
    output: file,
  },
  /** Reads a workbook, says everything that is wrong and what it changes; nothing is kept. */
  'criteria.examine': { input: criteria.workbookToRead, output: criteria.examinedSet },
  /** Signs the set of a workbook as a package to be saved, and installs it here. */
  'criteria.publish': { input: criteria.setToPublish, output: criteria.publishedSet },
  'criteria.get': {
    input: z.strictObject({ id: z.string(), version: z.string() }),
    output: z.object({
      set: criteriaSetSchema,
      digest: z.string(),
      checks: consistencyChecksSchema.nullable(),
    }),
  },
  'units.find': {
    input: z.strictObject({ text: shortText, period: z.string(), limit: z.int().max(100) }),
    output: z.array(unitSummary),
  },
  /** Newest first: at most `limit` of the `found` ones whose unit answers to the text, of `total` on this machine. */
  'assessments.list': {
    input: z.strictObject({ text: shortText.default(''), limit: z.int().min(1).max(1000).default(50) }),
    output: z.object({
      total: z.int(),
      found: z.int(),
      /** In all assessments together. */
      conflicts: z.int(),
      assessments: z.array(assessments.listedAssessment),
    }),
  },
  'assessments.create': {
    input: z.strictObject({
      unitCode: z.string(),
      /** Since when the unit that was chosen stands: before a reform its code may have been another unit's. */
      unitValidFrom: z.string().nullable().optional(),
      period: z.string(),
      setId: z.string(),
      setVersion: z.string(),
      /** Offers the answers of the newest earlier assessment as suggestions. */
      startFromPrevious: z.boolean().optional(),
    }),
    output: z.object({ id: z.string() }),
  },
  'assessments.open': { input: z.strictObject({ id: z.string() }), output: assessments.openedAssessment },
  /** The newest earlier assessment of the same unit by the same set, for comparison. */
  'assessments.previous': {
    input: z.strictObject({ id: z.string() }),
    output: z.object({ id: z.string().nullable() }),
  },
  /** What becomes of each criterion in the newest version of the set; carrying over is `assessments.create`. */
  'assessments.previewCarryOver': {
    input: z.strictObject({ id: z.string() }),
    output: assessments.carryOverPreview,
  },
  'answers.record': {
    input: z.strictObject({ assessmentId: z.string(), edits: z.array(answers.answerEdit).min(1).max(2000) }),
    output: answers.recordedAnswers,
  },
  /** Newest first. */
  'answers.history': {
    input: z.strictObject({ assessmentId: z.string(), criterionId: z.string() }),
    output: z.array(answers.historyEntry),
  },
  'header.record': {
    input: z.strictObject({ assessmentId: z.string(), header }),
    output: answers.recordedHeader,
  },
  /** One step back: one call that recorded something, or one `suggestions.settle`. */
  'edits.undo': { input: ofAssessment, output: answers.recordedStep },
  'edits.redo': { input: ofAssessment, output: answers.recordedStep },
  /** Those not yet settled, in printed order. */
  'suggestions.list': { input: ofAssessment, output: z.array(answers.suggestion) },
  /** Criterion ids. What is accepted adds to the documents that stand there and keeps an explanation that stands. */
  'suggestions.settle': {
    input: z
      .strictObject({
        assessmentId: z.string(),
        accept: z.array(z.string()).max(2000),
        dismiss: z.array(z.string()).max(2000),
      })
      .refine(({ accept, dismiss }) => !accept.some((id) => dismiss.includes(id))),
    output: answers.recordedAnswers,
  },
  /** Replaces all efforts of the assessment. */
  'efforts.save': {
    input: z.strictObject({ assessmentId: z.string(), efforts: assessments.efforts }),
    output: nothing,
  },
  'signing.sign': { input: assessments.signatureInput, output: assessments.signing },
  'signing.recall': {
    input: z.strictObject({ assessmentId: z.string(), reason: longText }),
    output: assessments.signing,
  },
  'appraisals.read': { input: ofAssessment, output: appraisals.appraisals },
  /** All of them or none. A decision speaks about the answer as it stands at this moment. */
  'appraisals.record': { input: appraisals.appraisalsToRecord, output: z.object({ savedAt: instant }) },
  'evidence.usage': { input: ofAssessment, output: answers.evidenceUsage },
  'scorecard.create': {
    input: z.strictObject({
      assessmentId: z.string(),
      language,
      format: z.enum(['pdf', 'docx']).default('pdf'),
    }),
    output: file,
  },
  /** Writes, reads back and verifies a package; `GET /files/packages/<downloadId>` gives it out. */
  'packages.export': { input: packages.exportInput, output: packages.exportedPackage },
  /** For the newest file that brought something to an assessment. */
  'receipts.export': { input: packages.receiptWish, output: packages.exportedReceipt },
  /** Gives appraised and final scores back, with each unit's place: one review, or a bundle of them. */
  'results.export': { input: results.resultsWish, output: results.exportedResults },
  /** Where each unit below the aggregator's or city's own stands in a period. */
  'chase.read': { input: z.strictObject({ period: z.string(), setId: z.string() }), output: chase },
  /** The last day for sending, for one period. */
  'chase.saveDeadline': { input: deadlineInput, output: nothing },
  /** Figures of the city's own assessment, counted from the units below it; none elsewhere. */
  'computed.read': { input: ofAssessment, output: computedFigures },
  /** Records one as the answer, with the calculation as explanation. */
  'computed.take': {
    input: z.strictObject({ assessmentId: z.string(), criterionId: z.string() }),
    output: answers.recordedAnswers,
  },
  'dashboard.choices': { input: nothing, output: dashboard.dashboardChoices },
  /** All units below the aggregator's or city's own in one period; on a commune's machine all that is here. */
  'dashboard.read': { input: dashboard.dashboardQuestion, output: dashboard.dashboard },
  'dashboard.criterion': { input: dashboard.criterionQuestion, output: dashboard.criterionOverUnits },
  'dashboard.trend': { input: dashboard.trendQuestion, output: dashboard.trend },
  'dashboard.compare': { input: comparisonQuestion, output: comparison },
  'reports.create': { input: dashboard.reportWish, output: dashboard.createdReport },
  /** The official announcement of a period's final scores. */
  'reports.announce': { input: dashboard.announcementWish, output: dashboard.createdReport },
  /** Prints in the background, one batch at a time. */
  'cards.start': { input: results.cardsWish, output: z.object({ id: z.string() }) },
  'cards.read': { input: z.strictObject({ id: z.string() }), output: results.cardsProgress },
  /** Stops between two cards; nothing is kept of the batch. */
  'cards.cancel': { input: z.strictObject({ id: z.string() }), output: nothing },
  'installation.read': { input: nothing, output: packages.installation },
  /** Replaces the list that is offered at each export. */
  'recipients.save': {
    input: z.strictObject({ recipients: z.array(packages.savedRecipient).max(50) }),
    output: nothing,
  },
  'signers.list': { input: nothing, output: z.array(packages.knownSigner) },
  /** An import that takes files in by `POST /files/packages`; then `check`, then `commit`. */
  'imports.start': { input: nothing, output: z.object({ id: z.string() }) },
  /** The dry run, in the background; `passphrase` and this installation's own key open encrypted files. */
  'imports.check': {
    input: z.strictObject({ id: z.string(), passphrase: z.string().max(1000).nullable() }),
    output: nothing,
  },
  'imports.read': {
    input: z.strictObject({ id: z.string(), cursor: z.int() }),
    output: imports.importProgress,
  },
  /** Imports the chosen files in the background; `acceptSigners` are public keys that a person has accepted. */
  'imports.commit': {
    input: z.strictObject({
      id: z.string(),
      files: z.array(z.int()),
      acceptSigners: z.array(z.string()).max(10_000),
    }),
    output: nothing,
  },
  /** Stops after the present file; what was imported stays. */
  'imports.cancel': { input: z.strictObject({ id: z.string() }), output: nothing },
  /** Newest first. */
  'imports.list': { input: imports.importPage, output: imports.importRecords },
  'imports.files': { input: imports.importedFilesQuestion, output: imports.importedFiles },
  'imports.undo': { input: z.strictObject({ id: z.string() }), output: nothing },
  'imports.quarantine': { input: nothing, output: z.array(imports.quarantinedFile) },
  'conflicts.list': {
    input: z.strictObject({ assessmentId: z.string().nullable() }),
    output: z.array(imports.conflict),
  },
  /** All of them or none. A decision is an edit that took the place of all that stood in its cell. */
  'conflicts.resolve': {
    input: z.strictObject({ decisions: z.array(imports.decision).min(1).max(10_000) }),
    output: z.object({ resolved: z.int() }),
  },
  /** Newest first; every edit that ever stood in the cell. */
  'lineage.read': { input: imports.lineageQuestion, output: z.array(imports.lineageEntry) },
  ...syncCalls,
  /** Newest first. */
  'backups.list': { input: nothing, output: z.array(assessments.backup) },
  'backups.create': { input: nothing, output: nothing },
  'backups.restore': { input: z.strictObject({ name: z.string() }), output: nothing },
  'updates.read': { input: nothing, output: updates.updateState },
  /** Opens the system's dialog and checks the file; null where none was chosen. Nothing is installed yet. */
  'updates.choose': { input: nothing, output: z.object({ update: updates.chosenUpdate.nullable() }) },
  /** Installs what was checked last, after a backup; the app ends and starts again. */
  'updates.install': { input: nothing, output: nothing },
  /** Starts the version before the last update; data go back to their copy only where it could not read them. */
  'updates.goBack': { input: nothing, output: nothing },
  'support.createBundle': { input: nothing, output: file },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives, after parsing. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;
export type Language = z.infer<typeof language>;
export type Appearance = z.infer<typeof appearance>;
export type AnswerEdit = z.infer<typeof answers.answerEdit>;
export type HistoryEntry = z.infer<typeof answers.historyEntry>;
export type AssessmentSummary = z.infer<typeof assessments.assessmentSummary>;
export type ListedAssessment = z.infer<typeof assessments.listedAssessment>;
export type Profile = z.infer<typeof assessments.profile>;
export type Receipt = z.infer<typeof assessments.receipt>;
export type CarryOverPreview = z.infer<typeof assessments.carryOverPreview>;
export type Signing = z.infer<typeof assessments.signing>;
export type CriterionAppraisals = z.infer<typeof appraisals.appraisals>;
export type ImportFile = z.infer<typeof imports.importFile>;
export type ImportProgress = z.infer<typeof imports.importProgress>;
export type ImportVerdict = z.infer<typeof imports.importVerdict>;
export type ImportRecord = z.infer<typeof imports.importRecord>;
export type Conflict = z.infer<typeof imports.conflict>;
export type LineageEntry = z.infer<typeof imports.lineageEntry>;
export type ExportedPackage = z.infer<typeof packages.exportedPackage>;
export type PackageKind = z.infer<typeof imports.packageKind>;
export type ReturnedResult = z.infer<typeof results.returnedResult>;
export type ExportedResults = z.infer<typeof results.exportedResults>;
export type CardsProgress = z.infer<typeof results.cardsProgress>;
export type Dashboard = z.infer<typeof dashboard.dashboard>;
export type DashboardComparison = z.infer<typeof comparison>;
export type DashboardTrend = z.infer<typeof dashboard.trend>;
export type UnitSummary = z.infer<typeof unitSummary>;
export type SetSummary = z.infer<typeof criteria.setSummary>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
