import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { onStorageLater } from '#backend/db/storageFailure.ts';
import { unencrypted } from '#backend/usecases/exporting/chooseEncryption.ts';
import { exportInto } from '#backend/usecases/exporting/exportPackage.ts';
import { exportReceipt } from '#backend/usecases/receipts/exportReceipt.ts';
import type { UseCaseContext } from '#backend/usecases/context.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';

interface ReturnOptions {
  readonly db: string;
  readonly assessment: string;
  readonly out: string;
}

/** What was judged, for the unit to read and answer. */
export const addReviewCommand: AddCommand = (parent, wording, run) => {
  addReturning(parent, 'review', wording.translate('cli:aboutReview'), wording, (options) =>
    run(
      writeInto(options, (context, folder) =>
        exportInto(
          context,
          {
            assessmentId: options.assessment,
            masked: false,
            evidenceFiles: false,
            passphrase: null,
            recipients: [],
            onlyReview: true,
          },
          folder,
        ),
      ),
    ),
  );
};

/** That a file arrived, for the unit's card to turn green. */
export const addReceiptCommand: AddCommand = (parent, wording, run) => {
  addReturning(parent, 'receipt', wording.translate('cli:aboutReceipt'), wording, (options) =>
    run(writeInto(options, (context, folder) => exportReceipt(context, { assessmentId: options.assessment, ...unencrypted }, folder))),
  );
};

function addReturning(
  parent: Parameters<AddCommand>[0],
  name: string,
  about: string,
  { translate }: Parameters<AddCommand>[1],
  action: (options: ReturnOptions) => Promise<void>,
): void {
  parent
    .command(name)
    .description(about)
    .usage('--db <file> --assessment <id> --out <folder>')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--assessment <id>', translate('cli:optionAssessment'))
    .requiredOption('--out <folder>', translate('cli:optionOutFolder'))
    .action(action);
}

function writeInto<T extends { readonly file: string }>(
  { db, out }: ReturnOptions,
  write: (context: UseCaseContext, folder: string) => Promise<Result<T>>,
): CommandAction {
  const folder = path.resolve(out);
  return (session) =>
    withDatabase(session, db, { mustExist: true }, (context) =>
      onStorageLater(folder, async () => {
        mkdirSync(folder, { recursive: true });
        const written = await write(context, folder);
        return written.ok ? succeed({ document: written.value, text: written.value.file }) : written;
      }),
    );
}
