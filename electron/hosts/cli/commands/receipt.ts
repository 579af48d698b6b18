import { exportReceipt } from '#backend/usecases/receipts/exportReceipt.ts';
import { succeed } from '#shared/errors/result.ts';
import { addSealingOptions, writeSealed, type SealingOptions } from '../sealing.ts';
import type { AddCommand } from '../session.ts';

interface ReceiptOptions extends SealingOptions {
  readonly assessment: string;
}

/** That a file arrived, for the unit's card to turn green. */
export const addReceiptCommand: AddCommand = (parent, wording, run) => {
  addSealingOptions(parent.command('receipt'), wording)
    .description(wording.translate('cli:aboutReceipt'))
    .usage('--db <file> --assessment <id> --out <folder>')
    .requiredOption('--assessment <id>', wording.translate('cli:optionAssessment'))
    .action((options: ReceiptOptions) =>
      run((session) =>
        writeSealed(session, options, async (context, encryption, folder) => {
          const wish = { assessmentId: options.assessment, ...encryption };
          const written = await exportReceipt(context, wish, folder);
          return written.ok ? succeed({ document: written.value, text: written.value.file }) : written;
        }),
      ),
    );
};
