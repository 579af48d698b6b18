import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeError } from '#backend/translate.ts';
import { checkTarget } from '#backend/usecases/sync/checkTarget.ts';
import type { TargetCheck } from '#shared/api/syncCalls.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { addTargetOptions, nameTarget, readAccess, type TargetOptions } from '../namedTarget.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';
import { toTextTable } from '../textTable.ts';

interface CheckOptions extends TargetOptions {
  readonly db?: string;
}

export const addTargetsCommand: AddCommand = (parent, wording, run) => {
  const { translate } = wording;
  const check = parent
    .command('targets')
    .description(translate('cli:aboutTargets'))
    .command('check')
    .description(translate('cli:aboutTargetsCheck'))
    .usage('<folder or https url> [--ca <file>] [--credentials-file <file>]')
    .argument('<place>', translate('cli:optionTarget'))
    .option('--db <file>', translate('cli:optionCheckDatabase'));
  addTargetOptions(check, wording).action((place: string, options: CheckOptions) =>
    run(checkPlace(place, options)),
  );
};

function checkPlace(place: string, options: CheckOptions): CommandAction {
  return async (session) => {
    const access = await readAccess(options);
    if (!access.ok) return access;
    return await withDatabaseOrNone(session, options.db, async (context) => {
      const named = nameTarget(context, place, access.value);
      if (!named.ok) return named;
      const { credentials } = access.value;
      const opening = credentials ? { password: credentials.password } : {};
      const checked = await checkTarget(context, named.value.id, opening);
      return checked.ok ? succeed(toOutput(place, checked.value, session)) : checked;
    });
  };
}

/** A place can be tried out before there is a data file: then in one that is thrown away. */
async function withDatabaseOrNone<T>(
  session: Session,
  file: string | undefined,
  use: Parameters<typeof withDatabase<T>>[3],
): Promise<Result<T>> {
  if (file !== undefined) return await withDatabase(session, file, { mustExist: true }, use);
  const folder = mkdtempSync(path.join(tmpdir(), 'thuoc-so-'));
  try {
    return await withDatabase(session, path.join(folder, 'data.sqlite'), { mustExist: false }, use);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const stepKeys = {
  list: 'cli:stepList',
  write: 'cli:stepWrite',
  'read-back': 'cli:stepReadBack',
  move: 'cli:stepMove',
  'refuse-overwriting': 'cli:stepRefuseOverwriting',
  remove: 'cli:stepRemove',
} as const;

function toOutput(
  place: string,
  { steps, clockDifferenceSeconds }: TargetCheck,
  { wording: { translate }, translate: translateError }: Session,
): CommandOutput {
  const failed = steps.flatMap(({ error }) => error ?? []);
  const rows = steps.map(({ step, error }) => [
    translate(stepKeys[step]),
    translate(error ? 'cli:stepFails' : 'cli:stepWorks'),
  ]);
  const clock =
    clockDifferenceSeconds === null
      ? []
      : [[translate('cli:stepClock'), translate('cli:clockDifference', { seconds: clockDifferenceSeconds })]];
  return {
    document: {
      target: place,
      works: failed.length === 0,
      steps: steps.map(({ step, error }) => ({
        step,
        error: error && { code: error.code, params: error.params },
      })),
      clockDifferenceSeconds,
    },
    text: toTextTable([...rows, ...clock]),
    messages: failed.map((error) => `${describeError(translateError, error)} [${error.code}]`),
    isRefused: failed.length > 0,
  };
}
