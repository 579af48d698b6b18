import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onStorageLater } from '#backend/db/storageFailure.ts';
import { exportInto } from '#backend/usecases/exporting/exportPackage.ts';
import { succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import { readPassphrase } from '../readSecrets.ts';
import type { AddCommand, CommandAction } from '../session.ts';

interface ExportOptions {
  readonly db: string;
  readonly assessment: string;
  readonly out: string;
  readonly encryptTo?: readonly string[];
  readonly passphraseFile?: string;
  readonly mask?: true;
  /** False for `--no-evidence-files`. */
  readonly evidenceFiles: boolean;
}

export const addExportCommand: AddCommand = (parent, { translate }, run) => {
  const command = parent.command('export');
  const passphrase = command.createOption('--passphrase-file <file>', translate('cli:optionPassphraseFile'));
  command
    .description(translate('cli:aboutExport'))
    .usage(
      '--db <file> --assessment <id> --out <folder> [--encrypt-to <recipient>…] [--passphrase-file <file>] [--mask]',
    )
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--assessment <id>', translate('cli:optionAssessment'))
    .requiredOption('--out <folder>', translate('cli:optionOutFolder'))
    .option('--encrypt-to <recipient...>', translate('cli:optionEncryptTo'))
    .addOption(passphrase.conflicts('encryptTo'))
    .option('--mask', translate('cli:optionMask'))
    .option('--no-evidence-files', translate('cli:optionNoEvidenceFiles'))
    .action((options: ExportOptions) => run(exportAssessment(options)));
};

function exportAssessment(options: ExportOptions): CommandAction {
  const folder = path.resolve(options.out);
  return async (session) => {
    const passphrase = await readPassphrase(options.passphraseFile);
    if (!passphrase.ok) return passphrase;
    const exported = await withDatabase(session, options.db, { mustExist: true }, (context) =>
      onStorageLater(folder, async () => {
        mkdirSync(folder, { recursive: true });
        const input = {
          assessmentId: options.assessment,
          masked: options.mask === true,
          evidenceFiles: options.evidenceFiles,
          passphrase: passphrase.value,
          recipients: [...(options.encryptTo ?? [])],
        };
        return await exportInto(context, input, folder);
      }),
    );
    if (!exported.ok) return exported;
    const { fileName: _, ...document } = exported.value;
    const { revision, shortCode, criteriaAnswered, evidenceCards, evidenceFiles, size } = document;
    const counts = {
      revision,
      code: shortCode,
      criteria: criteriaAnswered,
      cards: evidenceCards,
      files: evidenceFiles,
      size,
    };
    return succeed({
      document,
      text: document.file,
      messages: [session.wording.translate('cli:exported', counts)],
    });
  };
}
