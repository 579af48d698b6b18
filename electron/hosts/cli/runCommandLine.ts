import { appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CommanderError } from 'commander';
import { createTranslate, describeError, type Translate } from '#backend/translate.ts';
import type { Language } from '#shared/api/contract.ts';
import type { ErrorCode } from '#shared/errors/errorCodes.ts';
import { failWith, type AppError, type Result } from '#shared/errors/result.ts';
import { reportUnexpected } from '../reportUnexpected.ts';
import type { Output } from './output.ts';
import { buildProgram } from './program.ts';
import { toWording, type CommandOutput } from './session.ts';
import { describeUsageError, isHelp } from './usageError.ts';

/** What a run ends with: 1 is for people to look at; `busy` and `postponed` pass by themselves. */
export const exitCodes = { done: 0, refused: 1, wrongUsage: 2, busy: 3, postponed: 4 } as const;

/** The one edge of the command line: runs `args`, lets no exception out, returns the exit code. */
export async function runCommandLine(args: readonly string[], output: Output): Promise<number> {
  const language = languageOf(args);
  const translate = createTranslate(language);
  const wording = toWording(language, translate);
  let exitCode: number = exitCodes.done;
  const program = buildProgram(wording, output, (result, isJson) => {
    exitCode = finish(result, isJson, translate, output);
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (isHelp(error)) return exitCodes.done;
      output.tell(`${describeUsageError(error, wording)}\n`);
      return exitCodes.wrongUsage;
    }
    const failure = reportUnexpected(error, 'cli', writeToLog);
    return finish(failure, program.opts<{ json?: boolean }>().json === true, translate, output);
  }
}

/** Known before anything else is read, so that even a wrong call is answered in the language asked for. */
function languageOf(args: readonly string[]): Language {
  const given = args.flatMap((arg, index) =>
    arg === '--lang' ? [args[index + 1]] : arg.startsWith('--lang=') ? [arg.slice('--lang='.length)] : [],
  );
  return given.at(-1) === 'en' ? 'en' : 'vi';
}

/** The answer could not be handed over: stdout is a file on a full disk, for instance. Returns the exit code. */
export function tellOutputFailure(
  error: NodeJS.ErrnoException,
  args: readonly string[],
  tell: Output['tell'],
): number {
  const isFull = error.code === 'ENOSPC';
  const failure = isFull ? failWith('disk-full') : reportUnexpected(error, 'cli', writeToLog);
  const translate = createTranslate(languageOf(args));
  for (const told of failure.ok ? [] : failure.errors)
    tell(`${describeError(translate, told)} [${told.code}]\n`);
  return exitCodes.refused;
}

function finish(
  result: Result<CommandOutput>,
  isJson: boolean,
  translate: Translate,
  { print, tell }: Output,
): number {
  if (!result.ok) {
    for (const error of result.errors) tell(`${describeError(translate, error)} [${error.code}]\n`);
    if (isJson) print(toJson({ errors: result.errors.map((error) => toErrorDocument(translate, error)) }));
    return exitCodeOf(result.errors);
  }
  const { document, text, messages = [], isRefused, isPostponed, isOneLine } = result.value;
  if (isJson) print(isOneLine === true ? `${JSON.stringify(document)}\n` : toJson(document));
  else if (text !== '') print(`${text.trimEnd()}\n`);
  for (const message of messages) tell(`${message}\n`);
  if (isRefused === true) return exitCodes.refused;
  return isPostponed === true ? exitCodes.postponed : exitCodes.done;
}

/** Whether what failed passes by itself. */
function exitCodeOf(errors: readonly AppError[]): number {
  const areAll = (...codes: readonly ErrorCode[]): boolean =>
    errors.every(({ code }) => codes.includes(code));
  if (areAll('database-in-use', 'warehouse-busy')) return exitCodes.busy;
  return areAll('warehouse-unreachable') ? exitCodes.postponed : exitCodes.refused;
}

function toErrorDocument(translate: Translate, { code, params, place }: AppError): object {
  return { code, place: place ?? null, params, message: describeError(translate, { code, params }) };
}

function toJson(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** What the reference in the sentence leads to; a full disk must not hide the sentence itself. */
function writeToLog(line: string): void {
  try {
    appendFileSync(path.join(tmpdir(), 'thuoc-so-cli.log'), `${line}\n`, { mode: 0o600 });
  } catch {
    return;
  }
}
