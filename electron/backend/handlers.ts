import type { CallName, CallOutput, ParsedInput } from '#shared/api/contract.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { chooseAppearance } from './usecases/appearance.ts';
import { createBackup, listBackups, restoreBackup } from './usecases/backups.ts';
import type { UseCaseContext } from './usecases/context.ts';
import { createAssessment } from './usecases/createAssessment.ts';
import { saveEfforts } from './usecases/efforts.ts';
import { readEvidenceUsage } from './usecases/evidenceUsage.ts';
import { findUnitsForPeriod } from './usecases/findUnitsForPeriod.ts';
import { chooseLanguage } from './usecases/language.ts';
import { listAssessments } from './usecases/listAssessments.ts';
import { listHistory } from './usecases/listHistory.ts';
import { listSets } from './usecases/listSets.ts';
import { moveStep } from './usecases/moveStep.ts';
import { openAssessment } from './usecases/openAssessment.ts';
import { openSet } from './usecases/openSet.ts';
import { findPrevious } from './usecases/previousAssessment.ts';
import { readProfile, saveProfile } from './usecases/profile.ts';
import { readStatus } from './usecases/readStatus.ts';
import { recordAnswers } from './usecases/recordAnswers.ts';
import { recordHeader } from './usecases/recordHeader.ts';
import { recallSignature, signAssessment } from './usecases/signing.ts';
import { createSupportBundle } from './usecases/supportBundle.ts';
import { listSuggestions, settleSuggestions } from './usecases/suggestions.ts';

/** What a call answers, as data that survives JSON; lists may be read-only here. */
type Answered<T> = T extends (infer Item)[]
  ? readonly Answered<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Answered<T[K]> }
    : T;

/** One handler for each call of the contract; a missing one does not compile. */
export type Handlers = {
  readonly [N in CallName]: (
    input: ParsedInput<N>,
  ) => Result<Answered<CallOutput<N>>> | Promise<Result<Answered<CallOutput<N>>>>;
};

/** @param lastLines the newest lines of the log, for the support bundle */
export function createHandlers(
  context: UseCaseContext,
  appVersion: string,
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
    'units.find': (query) => findUnitsForPeriod(context, query),
    'assessments.list': () => listAssessments(context),
    'assessments.create': (choice) => createAssessment(context, choice),
    'assessments.open': ({ id }) => openAssessment(context, id),
    'assessments.previous': ({ id }) => findPrevious(context, id),
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
    'evidence.usage': (which) => readEvidenceUsage(context, which),
    'backups.list': () => listBackups(context),
    'backups.create': () => toNothing(createBackup(context, 'manual')),
    'backups.restore': ({ name }) => toNothing(restoreBackup(context, name)),
    'support.createBundle': () => createSupportBundle(context, appVersion, lastLines()),
    'scorecard.create': (which) => printScorecard(context, which),
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

/** Of calls that answer only that they were done. */
function toNothing(result: Result<unknown>): Result<Record<string, never>> {
  return result.ok ? succeed({}) : result;
}
