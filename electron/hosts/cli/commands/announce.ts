import { Option } from 'commander';
import { createAnnouncement } from '#backend/usecases/reporting/createAnnouncement.ts';
import { succeed } from '#shared/errors/result.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction } from '../session.ts';
import { writeResultFile } from '../writeResultFile.ts';

interface AnnounceOptions {
  readonly db: string;
  readonly period: string;
  readonly format: 'pdf' | 'docx';
  readonly out: string;
  readonly set?: string;
  readonly above?: string;
  readonly anonymous?: true;
}

export const addAnnounceCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('announce')
    .description(translate('cli:aboutAnnounce'))
    .usage('--db <file> --period <period> --out <file> [--anonymous]')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--period <period>', translate('cli:optionPeriod'))
    .requiredOption('--out <file>', translate('cli:optionAnnounceOut'))
    .addOption(
      new Option('--format <format>', translate('cli:optionReportFormat', { formats: 'pdf, docx' }))
        .choices(['pdf', 'docx'])
        .default('pdf', 'pdf'),
    )
    .option('--set <set>', translate('cli:optionSetOfPeriod'))
    .option('--above <code>', translate('cli:optionReportAbove'))
    .option('--anonymous', translate('cli:optionAnonymous'))
    .action((options: AnnounceOptions) => run(announce(options)));
};

function announce({ db, period, format, out, set, above, anonymous }: AnnounceOptions): CommandAction {
  return async (session) => {
    const isAnonymous = anonymous === true;
    const created = await withDatabase(session, db, { mustExist: true }, (context) =>
      createAnnouncement(
        context,
        { period, setId: set, above },
        { language: session.language, format, isAnonymous },
      ),
    );
    if (!created.ok) return created;
    const { bytes, units, withoutFinal } = created.value;
    const file = await writeResultFile(out, bytes);
    if (!file.ok) return file;
    return succeed({
      document: {
        format,
        anonymous: isAnonymous,
        units,
        withoutFinal,
        file: file.value,
        size: bytes.byteLength,
      },
      text: file.value,
      messages: [session.wording.translate('cli:announced', { units, withoutFinal, file: file.value })],
    });
  };
}
