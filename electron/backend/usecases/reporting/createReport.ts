import { toCsv, type CsvDialect } from '#shared/format/extract/csvExtract.ts';
import type { Extract } from '#shared/format/extract/extract.ts';
import { toJsonExtract } from '#shared/format/extract/jsonExtract.ts';
import { toXmlExtract } from '#shared/format/extract/xmlExtract.ts';
import { assertNever } from '#shared/errors/assertNever.ts';
import { succeed, type Result } from '#shared/errors/result.ts';
import { metadataTable } from '#shared/report/summary/metadataTable.ts';
import type { PeriodReport } from '#shared/report/summary/periodReport.ts';
import type { ReportTable } from '#shared/report/summary/reportTable.ts';
import { createReportTranslate } from '../../reports/reportWords.ts';
import type { UseCaseContext } from '../context.ts';
import { compareBelow } from '../dashboard/comparePeriods.ts';
import { describePeriod, type ReportWish } from './describePeriod.ts';
import { scorePeriodWithHistory, type PeriodQuestion } from './scorePeriod.ts';

/** Every format of a report. `csv` makes one file for each table, all others one file. */
export const reportFormats = ['pdf', 'docx', 'xlsx', 'csv', 'json', 'xml'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A report as files; names have no diacritics, so that they survive every mail program. */
export interface CreatedReport {
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly units: number;
  /** One sentence for each assessment of the period that did not enter. */
  readonly leftOut: readonly string[];
}

/** The report of one period in one format. Errors: those of `scorePeriodWithHistory` and of `compareBelow`. */
export async function createReport(
  context: UseCaseContext,
  question: PeriodQuestion,
  wish: ReportWish & {
    /** With which period it compares; null for the one that is offered first. */
    readonly earlier: string | null;
    readonly format: ReportFormat;
    readonly csvDialect: CsvDialect;
  },
): Promise<Result<CreatedReport>> {
  const scored = await scorePeriodWithHistory(context, question);
  if (!scored.ok) return scored;
  const possible = await compareBelow(context, question, wish);
  if (!possible.ok) return possible;
  const { compared } = possible.value;
  const comparison = compared && { ...compared.comparison, earlier: compared.earlier };
  const report = describePeriod(context, scored.value, wish, comparison);
  return succeed({
    files: await renderReport(report, wish.format, wish.csvDialect),
    units: scored.value.units.length,
    leftOut: report.leftOut,
  });
}

async function renderReport(
  report: PeriodReport,
  format: ReportFormat,
  csvDialect: CsvDialect,
): Promise<CreatedReport['files']> {
  const one = (content: string | Uint8Array) => [
    {
      name: `${report.fileName}.${format}`,
      bytes: typeof content === 'string' ? Buffer.from(content) : content,
    },
  ];
  switch (format) {
    // Each of these brings a large library: only the one that is asked for is read.
    case 'pdf':
      return one(await (await import('../../reports/renderReportPdf.ts')).renderReportPdf(report));
    case 'docx':
      return one(await (await import('../../reports/renderReportDocx.ts')).renderReportDocx(report));
    case 'xlsx': {
      const { renderReportXlsx } = await import('../../reports/renderReportXlsx.ts');
      return one(await renderReportXlsx(report, aboutTable(report)));
    }
    case 'csv':
      return csvFiles(report, csvDialect);
    case 'json':
      return one(toJsonExtract(toExtract(report)));
    case 'xml':
      return one(toXmlExtract(toExtract(report)));
    default:
      return assertNever(format);
  }
}

function aboutTable({ metadata, language }: PeriodReport): ReportTable {
  return metadataTable(metadata, { language, translate: createReportTranslate(language) });
}

function toExtract({ metadata, tables, dictionary }: PeriodReport): Extract {
  return { metadata, tables, dictionary };
}

/** What a table means travels with it: metadata and data dictionary are files of the same folder. */
function csvFiles(report: PeriodReport, dialect: CsvDialect): CreatedReport['files'] {
  return [aboutTable(report), ...report.tables, report.dictionary].map((table) => ({
    name: `${table.id}.csv`,
    bytes: Buffer.from(toCsv(table, dialect)),
  }));
}
