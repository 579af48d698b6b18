import path from 'node:path';
import type { CallName, CallOutput, ParsedInput } from '#shared/api/contract.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { findSet } from './files/content.ts';
import { chooseAppearance, readAppearance } from './usecases/appearance.ts';
import type { UseCaseContext } from './usecases/context.ts';
import { createAssessment } from './usecases/createAssessment.ts';
import { findUnitsForPeriod } from './usecases/findUnitsForPeriod.ts';
import { chooseLanguage, readLanguage } from './usecases/language.ts';
import { listAssessments } from './usecases/listAssessments.ts';
import { listSets } from './usecases/listSets.ts';
import { openAssessment } from './usecases/openAssessment.ts';
import { recordAnswers } from './usecases/recordAnswers.ts';
import { recordHeader } from './usecases/recordHeader.ts';

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

export function createHandlers(context: UseCaseContext, appVersion: string): Handlers {
  const dataFolder = path.dirname(context.store.file);
  return {
    'app.status': () => {
      const language = readLanguage(context);
      if (!language.ok) return language;
      const appearance = readAppearance(context);
      if (!appearance.ok) return appearance;
      return succeed({
        version: appVersion,
        language: language.value,
        appearance: appearance.value,
        dataFolder,
      });
    },
    'profile.read': () => succeed({ profile: null }),
    'profile.save': () => failWith('call-unknown', { name: 'profile.save' }),
    'app.setLanguage': ({ language }) => chooseLanguage(context, language),
    'app.setAppearance': ({ appearance }) => chooseAppearance(context, appearance),
    'criteria.list': () => succeed(listSets(context)),
    'criteria.get': ({ id, version }) => {
      const found = findSet(context.content, id, version);
      return found.ok ? succeed({ ...found.value, checks: null }) : found;
    },
    'units.find': (query) => findUnitsForPeriod(context, query),
    'assessments.list': () => listAssessments(context),
    'assessments.create': (choice) => createAssessment(context, choice),
    'assessments.open': ({ id }) => openAssessment(context, id),
    'answers.record': (edits) => recordAnswers(context, edits),
    'assessments.previous': () => succeed({ id: null }),
    'answers.history': () => succeed([]),
    'edits.undo': () => failWith('call-unknown', { name: 'edits.undo' }),
    'edits.redo': () => failWith('call-unknown', { name: 'edits.redo' }),
    'suggestions.list': () => succeed([]),
    'suggestions.settle': () => failWith('call-unknown', { name: 'suggestions.settle' }),
    'efforts.save': () => failWith('call-unknown', { name: 'efforts.save' }),
    'signing.sign': () => failWith('call-unknown', { name: 'signing.sign' }),
    'signing.recall': () => failWith('call-unknown', { name: 'signing.recall' }),
    'evidence.usage': () => succeed({ totalBytes: 0, files: [] }),
    'backups.list': () => succeed([]),
    'backups.create': () => failWith('call-unknown', { name: 'backups.create' }),
    'backups.restore': () => failWith('call-unknown', { name: 'backups.restore' }),
    'support.createBundle': () => failWith('call-unknown', { name: 'support.createBundle' }),
    'header.record': (header) => recordHeader(context, header),
    'scorecard.create': async ({ assessmentId, language }) => {
      // The printing library is large; the first card waits for it instead of every start.
      const { createScorecard } = await import('./usecases/createScorecard.ts');
      const card = await createScorecard(context, assessmentId, language);
      if (!card.ok) return card;
      const { fileName, bytes } = card.value;
      return succeed({ fileName, base64: Buffer.from(bytes).toString('base64') });
    },
  };
}
