import { CommanderError } from 'commander';
import type { AddCommand } from '../session.ts';

interface PdfOptions {
  readonly out: string;
  readonly db?: string;
  readonly assessment?: string;
}

export const addPdfCommand: AddCommand = (parent, { translate }) => {
  parent
    .command('pdf')
    .description(translate('cli:aboutPdf'))
    .usage('<answers.json> --out <card.pdf> | --db <file> --assessment <id> --out <card.pdf>')
    .argument('[answers]', translate('cli:argumentAnswers'))
    .requiredOption('--out <file>', translate('cli:optionOut'))
    .option('--db <file>', translate('cli:optionDatabase'))
    .option('--assessment <id>', translate('cli:optionAssessment'))
    .action((_file: string | undefined, _options: PdfOptions) => {
      throw new CommanderError(2, 'thuocSo.pdfSource', '');
    });
};
