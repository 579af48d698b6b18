import path from 'node:path';
import { Option } from 'commander';
import type { Workspace } from '#backend/backend.ts';
import { openIncomingFolder } from '#backend/files/incomingFolder.ts';
import { makeDue } from '#backend/usecases/sync/makeDue.ts';
import { queueExports, queueResults, type Queued } from '#backend/usecases/sync/queueExports.ts';
import { runSync } from '#backend/usecases/sync/runSync.ts';
import { beginProgress } from '#backend/usecases/sync/syncRun.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { describeSync } from '../describeSync.ts';
import { addTargetOptions, nameTarget, readAccess, type Access, type TargetOptions } from '../namedTarget.ts';
import { withDatabase } from '../openDatabase.ts';
import { readPassphrase } from '../readSecrets.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';

interface SyncCommandOptions extends TargetOptions {
  readonly db: string;
  readonly target: string;
  readonly pull?: true;
  readonly push?: true;
  readonly now?: true;
  readonly assessment?: readonly string[];
  readonly all?: true;
  readonly originals?: true;
  readonly results?: string;
  readonly set: string;
  readonly encryptTo?: readonly string[];
  readonly passphraseFile?: string;
  readonly acceptSigner?: readonly string[];
}

export const addSyncCommand: AddCommand = (parent, wording, run) => {
  const { translate } = wording;
  const sent = ['assessment', 'all', 'results'];
  const command = parent
    .command('sync')
    .description(translate('cli:aboutSync'))
    .usage(
      '--db <file> --target <folder or https url> [--pull|--push] [--assessment <id>… | --all | --results <period>]',
    )
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--target <place>', translate('cli:optionTarget'))
    .addOption(new Option('--pull', translate('cli:optionPull')).conflicts(['push', ...sent]))
    .option('--push', translate('cli:optionPush'))
    .option('--now', translate('cli:optionNow'))
    .addOption(
      new Option('--assessment <id>', translate('cli:optionQueue')).argParser(addOne).conflicts('all'),
    )
    .option('--all', translate('cli:optionQueueAll'))
    .option('--originals', translate('cli:optionOriginals'))
    .option('--results <period>', translate('cli:optionQueueResults'))
    .option('--set <set>', translate('cli:optionSet'), 'da-nang-phuong-xa')
    .option('--encrypt-to <recipient...>', translate('cli:optionEncryptTo'))
    .addOption(
      new Option('--passphrase-file <file>', translate('cli:optionPassphraseFile')).conflicts('encryptTo'),
    )
    .addOption(new Option('--accept-signer <key>', translate('cli:optionAcceptSigner')).argParser(addOne));
  addTargetOptions(command, wording).action((options: SyncCommandOptions) => run(synchronise(options)));
};

function addOne(one: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), one];
}

function synchronise(options: SyncCommandOptions): CommandAction {
  return async (session) => {
    const access = await readAccess(options);
    if (!access.ok) return access;
    const passphrase = await readPassphrase(options.passphraseFile);
    if (!passphrase.ok) return passphrase;
    return await withDatabase(session, options.db, { mustExist: true }, (context) =>
      exchange(context, session, options, { ...access.value, passphrase: passphrase.value }),
    );
  };
}

async function exchange(
  context: Workspace['context'],
  session: Session,
  options: SyncCommandOptions,
  { passphrase, ...access }: Access & { readonly passphrase: string | null },
): Promise<Result<CommandOutput>> {
  const named = nameTarget(context, options.target, access);
  if (!named.ok) return named;
  const targetId = named.value.id;
  const due = options.now === true ? makeDue(context, targetId) : succeed(null);
  if (!due.ok) return due;
  const queued = await queue(context, options, {
    targetId,
    passphrase,
    recipients: options.encryptTo ?? [],
  });
  if (!queued.ok) return queued;
  const isAll = options.pull === options.push;
  const progress = beginProgress();
  progress.notQueued.push(...queued.value.notQueued);
  const outcome = await runSync(
    context,
    {
      targetId,
      pull: isAll || options.pull === true,
      push: isAll || options.push === true,
      acceptSigners: options.acceptSigner ?? [],
    },
    {
      incoming: openIncomingFolder(path.dirname(context.store.file)),
      progress,
      ...(access.credentials && { password: access.credentials.password }),
    },
  );
  if (!outcome.ok) return outcome;
  return describeSync(context, session, { ...outcome.value, targetId, queued: queued.value.queued });
}

/** What the command decides to send besides what waits already. */
async function queue(
  context: Workspace['context'],
  { assessment, all, originals, results, set }: SyncCommandOptions,
  wish: {
    readonly targetId: string;
    readonly passphrase: string | null;
    readonly recipients: readonly string[];
  },
): Promise<Result<Queued>> {
  const assessments = all === true ? 'all' : (assessment ?? []);
  const exported = await queueExports(context, { ...wish, assessments, withOriginals: originals === true });
  if (!exported.ok || results === undefined) return exported;
  const { queued, notQueued } = exported.value;
  const returned = await queueResults(context, { ...wish, period: results, setId: set });
  if (returned.ok) return succeed({ queued: queued + returned.value, notQueued });
  const missing = returned.errors.map((error) => ({
    assessmentId: null,
    unit: null,
    period: results,
    error,
  }));
  return succeed({ queued, notQueued: [...notQueued, ...missing] });
}
