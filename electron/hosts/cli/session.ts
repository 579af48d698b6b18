import path from 'node:path';
import type { Command } from 'commander';
import { loadContent, type Content } from '#backend/files/content.ts';
import { createTranslate, type Translate } from '#backend/translate.ts';
import type { Language } from '#shared/api/contract.ts';
import type { Result } from '#shared/errors/result.ts';
import type { Wording } from '#shared/format/scoreDocument.ts';

/** The product's own folder: `criteria/` stands there, and `../shared/seeds` beside it where it exists. */
export const productFolder = path.resolve(import.meta.dirname, '../../..');

/** What every command works with. */
export interface Session {
  readonly language: Language;
  readonly translate: Translate;
  readonly wording: Wording;
  readonly contentFolder: string;
  /** Says on stderr how far a long command is. */
  readonly tell: (text: string) => void;
  /** Errors: those of `loadContent`. */
  readonly loadContent: () => Result<Content>;
}

/** What a command gives: the same content for machines and for people. */
export interface CommandOutput {
  /** Printed on stdout with `--json`. */
  readonly document: unknown;
  /** Printed on stdout otherwise. */
  readonly text: string;
  /** Sentences for stderr. */
  readonly messages?: readonly string[];
  /** The command did its work and its answer is no (a check that found faults): exit 1. */
  readonly isRefused?: boolean;
  /** Something could not be done now and needs nobody: the next run goes on with it: exit 4. */
  readonly isPostponed?: boolean;
  /** The document stands in one line, for logs. */
  readonly isOneLine?: boolean;
}

export type CommandAction = (session: Session) => Result<CommandOutput> | Promise<Result<CommandOutput>>;

/** Adds one command below `parent`; `run` is what its action calls. */
export type AddCommand = (parent: Command, wording: Wording, run: RunAction) => void;
export type RunAction = (action: CommandAction) => Promise<void>;

export function openSession(
  language: Language,
  contentFolder: string,
  tell: Session['tell'],
  readContent: (folder: string) => Result<Content> = loadContent,
): Session {
  const translate = createTranslate(language);
  let read: Result<Content> | undefined;
  return {
    language,
    translate,
    wording: toWording(language, translate),
    contentFolder,
    tell,
    loadContent: () => (read ??= readContent(contentFolder)),
  };
}

export function toWording(language: Language, translate: Translate): Wording {
  return { language, translate: (key, params) => translate(key, { ...params }) };
}
