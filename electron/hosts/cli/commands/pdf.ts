import { CommanderError } from 'commander';
import { findChecks } from '#backend/files/content.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import { digestFiles, readAnswersFile } from '../readAnswersFile.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';
import { pdfSourceError } from '../usageError.ts';
import { writeResultFile } from '../writeResultFile.ts';

interface PdfOptions {
  readonly out: string;
  readonly db?: string;
  readonly assessment?: string;
}

export const addPdfCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('pdf')
    .description(translate('cli:aboutPdf'))
    .usage('<answers.json> --out <card.pdf> | --db <file> --assessment <id> --out <card.pdf>')
    .argument('[answers]', translate('cli:argumentAnswers'))
    .requiredOption('--out <file>', translate('cli:optionOut'))
    .option('--db <file>', translate('cli:optionDatabase'))
    .option('--assessment <id>', translate('cli:optionAssessment'))
    .action((file: string | undefined, options: PdfOptions) => run(chooseSource(file, options)));
};

/** Either an answers file, or a database and an assessment in it; anything else is wrong usage. */
function chooseSource(file: string | undefined, { out, db, assessment }: PdfOptions): CommandAction {
  if (file !== undefined && db === undefined && assessment === undefined) return printFile(file, out);
  if (file === undefined && db !== undefined && assessment !== undefined) {
    return printAssessment(db, assessment, out);
  }
  throw new CommanderError(2, pdfSourceError, '');
}

// The printing code is loaded when it is needed: reading its fonts would slow down every other command.
const loadPrinting = () => import('#backend/usecases/createScorecard.ts');

function printFile(file: string, out: string): CommandAction {
  return async (session) => {
    const read = await readAnswersFile(session, file);
    if (!read.ok) return read;
    const { createScorecardFromAnswers } = await loadPrinting();
    const { frame, digest, unit } = read.value;
    const content = session.loadContent();
    const checks = content.ok ? findChecks(content.value, frame.set.id) : undefined;
    const subject = { frame, digest, unit, answers: await digestFiles(read.value), checks };
    const card = await createScorecardFromAnswers(subject, session.language, new Date());
    return writeCard(card.bytes, out, session);
  };
}

function printAssessment(databaseFile: string, assessmentId: string, out: string): CommandAction {
  return async (session) => {
    const { createScorecard } = await loadPrinting();
    const card = await withDatabase(session, databaseFile, { mustExist: true }, (context) =>
      createScorecard(context, assessmentId, session.language),
    );
    return card.ok ? writeCard(card.value.bytes, out, session) : card;
  };
}

async function writeCard(bytes: Uint8Array, out: string, session: Session): Promise<Result<CommandOutput>> {
  const written = await writeResultFile(out, bytes);
  if (!written.ok) return written;
  return succeed({
    document: { file: written.value, size: bytes.byteLength },
    text: written.value,
    messages: [session.wording.translate('cli:pdfWritten', { file: written.value })],
  });
}
