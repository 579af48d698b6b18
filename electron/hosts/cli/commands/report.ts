import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import {
  createReport,
  reportFormats,
  type CreatedReport,
  type ReportFormat,
} from '#backend/usecases/reporting/createReport.ts';
import type { Basis } from '#shared/domain/ranking/scoredUnit.ts';
import { failWith, succeed, type Result } from '#shared/errors/result.ts';
import { csvDialects, type CsvDialect } from '#shared/format/extract/csvExtract.ts';
import { basisOption } from '../basisOption.ts';
import { withDatabase } from '../openDatabase.ts';
import type { AddCommand, CommandAction, CommandOutput, Session } from '../session.ts';
import { writeResultFile } from '../writeResultFile.ts';

interface ReportOptions {
  readonly db: string;
  readonly period: string;
  readonly format: ReportFormat;
  readonly out: string;
  readonly with?: string;
  readonly set?: string;
  readonly above?: string;
  readonly basis: Basis;
  readonly mask?: true;
  readonly csv: CsvDialect;
}

export const addReportCommand: AddCommand = (parent, { translate }, run) => {
  parent
    .command('report')
    .description(translate('cli:aboutReport'))
    .usage('--db <file> --period <period> --format <format> --out <path> [--with <period>]')
    .requiredOption('--db <file>', translate('cli:optionDatabase'))
    .requiredOption('--period <period>', translate('cli:optionPeriod'))
    .addOption(
      new Option(
        '--format <format>',
        translate('cli:optionReportFormat', { formats: reportFormats.join(', ') }),
      )
        .choices([...reportFormats])
        .makeOptionMandatory(),
    )
    .requiredOption('--out <path>', translate('cli:optionReportOut'))
    .option('--with <period>', translate('cli:optionEarlierPeriod'))
    .option('--set <set>', translate('cli:optionSetOfPeriod'))
    .option('--above <code>', translate('cli:optionReportAbove'))
    .addOption(basisOption(translate))
    .addOption(
      new Option('--csv <dialect>', translate('cli:optionCsv'))
        .choices([...csvDialects])
        .default('excel', 'excel'),
    )
    .option('--mask', translate('cli:optionMaskReport'))
    .action((options: ReportOptions) => run(report(options)));
};

function report(options: ReportOptions): CommandAction {
  const { db, period, format, out, set, above, basis, mask, csv, with: earlier = null } = options;
  return async (session) => {
    const created = await withDatabase(session, db, { mustExist: true }, (context) =>
      createReport(
        context,
        { period, setId: set, above },
        { language: session.language, basis, earlier, isMasked: mask === true, format, csvDialect: csv },
      ),
    );
    return created.ok ? writeFiles(created.value, format, out, session) : created;
  };
}

/** One file to the path given; the tables of a CSV report into the folder of that name. */
async function writeFiles(
  { files, units, leftOut }: CreatedReport,
  format: ReportFormat,
  out: string,
  { wording }: Session,
): Promise<Result<CommandOutput>> {
  const target = path.resolve(out);
  const isFolder = format === 'csv';
  if (isFolder && !(await makeFolder(target))) return failWith('file-not-writable', { path: target });
  const written: { file: string; size: number }[] = [];
  for (const { name, bytes } of files) {
    const file = await writeResultFile(isFolder ? path.join(target, name) : target, bytes);
    if (!file.ok) return file;
    written.push({ file: file.value, size: bytes.byteLength });
  }
  return succeed({
    document: { format, units, files: written, leftOut },
    text: written.map(({ file }) => file).join('\n'),
    messages: [wording.translate('cli:reportWritten', { units, file: target }), ...leftOut],
  });
}

async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
