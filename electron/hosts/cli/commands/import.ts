import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Workspace } from '#backend/backend.ts';
import { describeError } from '#backend/translate.ts';
import { checkFiles, importFiles, type ImportOutcome } from '#backend/usecases/imports/importFiles.ts';
import type { ImportedFile } from '#backend/usecases/imports/importedFile.ts';
import { succeed, type AppError, type Result } from '#shared/errors/result.ts';
import { collectPackages, type NamedFile } from '../collectPackages.ts';
import { withDatabase, withEmptyDatabase } from '../openDatabase.ts';
import { readUnlock, type SecretFiles } from '../readSecrets.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';
import { toTextTable } from '../textTable.ts';

interface ImportOptions extends SecretFiles {
  readonly db: string;
  readonly dryRun?: true;
  readonly acceptSigner?: readonly string[];
}

export const addImportCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('import')
    .description(translate('cli:aboutImport'))
    .usage('--db <file> [--dry-run] <files or folders…>')
    .argument('<files...>', translate('cli:argumentPackages'))
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .option('--dry-run', translate('cli:optionDryRun'))
    .option('--accept-signer <key>', translate('cli:optionAcceptSigner'), addOne)
    .option('--passphrase-file <file>', translate('cli:optionPassphraseFile'))
    .option('--identity-file <file>', translate('cli:optionIdentityFile'))
    .action((files: readonly string[], options: ImportOptions) => run(importAll(files, options)));
};

/** Not a list of words behind one option: the files come after it. */
function addOne(key: string, before: readonly string[] = []): readonly string[] {
  return [...before, key];
}

function importAll(given: readonly string[], options: ImportOptions): CommandAction {
  return async (session) => {
    const unlock = await readUnlock(options);
    if (!unlock.ok) return unlock;
    const files = await collectPackages(given);
    if (!files.ok) return files;
    const use = (context: Workspace['context']) =>
      runImport(context, files.value, { ...options, ...unlock.value }, session);
    // A look at files leaves nothing behind, no new data file either.
    return options.dryRun === true && !existsSync(options.db)
      ? withEmptyDatabase(session, use)
      : withDatabase(session, options.db, { mustExist: false }, use);
  };
}

interface RunOptions extends Pick<ImportOptions, 'dryRun' | 'acceptSigner'> {
  readonly passphrase: string | null;
  readonly identities: readonly string[];
}

async function runImport(
  context: Workspace['context'],
  files: readonly NamedFile[],
  { dryRun, acceptSigner = [], passphrase, identities }: RunOptions,
  session: Session,
): Promise<Result<CommandOutput>> {
  const options = { passphrase, identities, acceptSigners: acceptSigner };
  const sources = files.map((file) => ({ path: file.path, name: path.basename(file.path) }));
  const outcome = dryRun
    ? inDryRun(await checkFiles(context, sources, options))
    : await importFiles(context, sources, options);
  if (!outcome.ok) return outcome;
  const { id } = outcome.value;
  // Packages of bundles follow the files that were given.
  const withPaths = outcome.value.files.map((file, place) => ({
    ...file,
    path: files[place]?.name ?? file.name,
  }));
  return succeed(toOutput(withPaths, id, session));
}

function inDryRun(checked: Result<ImportOutcome>): Result<ImportOutcome & { readonly id: null }> {
  return checked.ok ? succeed({ ...checked.value, id: null }) : checked;
}

/** Of each file; the JSON has them all. */
const toldFaults = 3;

const verdicts = ['new', 'same', 'newer', 'older', 'conflict', 'refused'] as const;
const verdictKeys = {
  new: 'cli:verdictNew',
  same: 'cli:verdictSame',
  newer: 'cli:verdictNewer',
  older: 'cli:verdictOlder',
  conflict: 'cli:verdictConflict',
  refused: 'cli:verdictRefused',
} as const;

/** With the path as it was given. */
type ToldFile = ImportedFile & { readonly path: string };

function toOutput(files: readonly ToldFile[], id: string | null, session: Session): CommandOutput {
  const { translate } = session.wording;
  const counts = Object.fromEntries(
    verdicts.map((verdict) => [verdict, files.filter((file) => file.verdict === verdict).length]),
  );
  const refused = files.filter(({ verdict }) => verdict === 'refused');
  const rows = files.map((file) => [
    translate(verdictKeys[file.verdict]),
    file.unit?.name ?? '',
    file.period ?? '',
    file.revision === null ? '' : String(file.revision),
    file.path,
  ]);
  const columns = ['columnVerdict', 'columnUnit', 'columnPeriod', 'columnRevision', 'columnFile'] as const;
  return {
    document: {
      files: files.map(toDocument),
      summary: { import: id, files: files.length, ...counts },
    },
    text: files.length === 0 ? '' : toTextTable([columns.map((key) => translate(`cli:${key}`)), ...rows]),
    messages: [
      ...refused.flatMap((file) =>
        file.errors.slice(0, toldFaults).map((error) => told(session, file.name, error)),
      ),
      ...files.flatMap((file) => file.warnings.map((warning) => told(session, file.name, warning))),
      files.length === 0
        ? translate('cli:importNothing')
        : translate(id === null ? 'cli:importChecked' : 'cli:importDone', {
            files: files.length,
            refused: refused.length,
            id: id ?? '',
          }),
    ],
    isRefused: refused.length > 0,
  };
}

function toDocument(file: ToldFile): object {
  const [first] = file.errors;
  return {
    path: file.path,
    verdict: file.verdict,
    code: first?.code ?? null,
    unit: file.unit?.code ?? null,
    period: file.period,
    revision: file.revision,
    assessment: file.assessmentId,
    unitName: file.unit?.name ?? null,
    kind: file.kind,
    criteriaSet: file.setId,
    criteriaVersion: file.setVersion,
    sha256: file.sha256 === '' ? null : file.sha256,
    size: file.size,
    changes: file.changes,
    conflicts: file.conflicts,
    quarantined: file.quarantined,
    signer: file.signer,
    errors: file.errors.map(toErrorDocument),
    warnings: file.warnings.map(toErrorDocument),
  };
}

function toErrorDocument({ code, place, params }: AppError): object {
  return { code, place: place ?? null, params };
}

function told({ translate }: Session, name: string, error: AppError): string {
  return `${path.basename(name)}: ${describeError(translate, error)} [${error.code}]`;
}
