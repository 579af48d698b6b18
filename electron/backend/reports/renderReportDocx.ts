import type { Paragraph, Table } from 'docx';
import type { PeriodReport } from '#shared/report/summary/periodReport.ts';
import { heading, paragraph, table, type CellText } from './docxBlocks.ts';
import { headCells, officialHead } from './docxFirstPages.ts';
import { packDocx } from './docxFrame.ts';
import { signatures } from './docxLastPages.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import { joinRuns } from './pageFlow.ts';
import { printedMetadata, printTables, type PrintedTable } from './printedTable.ts';

type Block = Paragraph | Table;

/** The report as a Word document for offices that must edit it: the same words in the same order as the PDF. */
export async function renderReportDocx(report: PeriodReport): Promise<Uint8Array> {
  const tables = printTables(report.tables, report.language, 0);
  const runs = joinRuns<Block>([
    { orientation: 'portrait', content: firstPages(report) },
    ...tables.map((printed, index) => ({
      orientation: printed.orientation,
      content: [...(index === 0 ? [heading(report.tablesHeading)] : []), ...printedTable(printed)],
    })),
    { orientation: 'portrait', content: lastPages(report) },
  ]);
  return await packDocx(
    { title: report.documentTitle, language: report.language, mark: null },
    runs.map(({ orientation, content }) => ({ orientation, children: content })),
  );
}

function firstPages({ head, title, subtitles, statement, findings }: PeriodReport): Block[] {
  return [
    officialHead(head),
    paragraph(title, { bold: true, size: typeSize.title, alignment: 'center', before: 14, after: 2 }),
    ...subtitles.map((line) => paragraph(line, { bold: true, alignment: 'center' })),
    ...(statement === ''
      ? []
      : [paragraph(statement, { italics: true, size: typeSize.note, before: 6, after: 4 })]),
    heading(findings.heading),
    ...findings.sentences.map((sentence) => paragraph(`– ${sentence}`, { alignment: 'justify', after: 3 })),
  ];
}

/** So many rows stand below the title of a table. */
const firstRows = 3;

/** A table with its title and note. */
export function printedTable({ title, note, part, heads, widths, rows }: PrintedTable): Block[] {
  const size = typeSize.table;
  const body = rows.map((row, at) =>
    row.map(({ text, isCentred, fill }): CellText => ({
      text,
      size,
      keepNext: at < firstRows - 1,
      ...(isCentred ? { alignment: 'center' as const } : {}),
      ...(fill === null ? {} : { fill }),
    })),
  );
  return [
    ...(title === null ? [] : [heading(title)]),
    ...(note === ''
      ? []
      : [paragraph(note, { italics: true, size: typeSize.smallPrint, after: 3, keepNext: true })]),
    ...(part === null ? [] : [heading(part, { italics: true, before: title === null ? 9 : 2 })]),
    table([headCells(heads).map((cell) => ({ ...cell, size, keepNext: true })), ...body], widths, {
      headRows: 1,
    }),
  ];
}

function lastPages(report: PeriodReport): Block[] {
  const { aboutHeading, closing, signature } = report;
  const label = textWidth.portrait * 0.3;
  const size = typeSize.note;
  return [
    heading(aboutHeading),
    table(
      printedMetadata(report).map((item): CellText[] => [
        { text: item.label, bold: true, size },
        { text: item.value, size },
      ]),
      [label, textWidth.portrait - label],
    ),
    paragraph(closing, { alignment: 'justify', before: 14, after: 10, keepNext: true }),
    signatures(signature),
    // Word wants a paragraph after a table.
    paragraph('', { size: 1 }),
  ];
}
