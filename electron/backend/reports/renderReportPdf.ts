import type { Content, TableCell } from 'pdfmake/interfaces';
import type { PeriodReport } from '#shared/report/summary/periodReport.ts';
import { closingBlock } from './closingBlock.ts';
import { documentFrame } from './documentFrame.ts';
import { officialHead } from './officialHead.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import { finishPdf, startPdf } from './pdfEngine.ts';
import { cellPadding, linedRows } from './linedRows.ts';
import { printedMetadata, printTables, type PrintedTable } from './printedTable.ts';
import { linedTable } from './tableLook.ts';
import { setText } from './typography.ts';

/**
 * The report of a period as a PDF: official head and findings on portrait pages, the tables on landscape ones with their
 * heads repeated, then what the figures are and the signatures.
 */
export async function renderReportPdf(report: PeriodReport): Promise<Uint8Array> {
  const tables = printTables(report.tables, report.language, cellPadding);
  const document = await startPdf({
    ...documentFrame({ title: report.documentTitle, language: report.language, printedOn: report.createdOn }),
    content: [
      { section: firstPages(report) },
      { pageOrientation: 'landscape', section: tablePages(report.tablesHeading, tables) },
      { section: lastPages(report) },
    ],
  });
  return await finishPdf(document);
}

function firstPages({ head, title, subtitles, statement, findings }: PeriodReport): Content[] {
  return [
    officialHead(head),
    { text: title, style: 'title', margin: [0, 14, 0, 2] },
    ...subtitles.map((line): Content => ({ text: setText(line), bold: true, alignment: 'center' })),
    ...(statement === ''
      ? []
      : [
          {
            table: {
              widths: ['*'],
              body: [[{ text: setText(statement), italics: true, fontSize: typeSize.note }]],
            },
            layout: linedTable,
            margin: [0, 8, 0, 4] as [number, number, number, number],
          },
        ]),
    { text: findings.heading, style: 'heading' },
    ...findings.sentences.map((sentence): Content => ({
      text: setText(`– ${sentence}`),
      alignment: 'justify',
      margin: [0, 2, 0, 2],
    })),
  ];
}

/** Up to this many rows a table is kept whole: pdfmake 0.3.11 loses unbreakable blocks above a page. */
const wholeRows = 9;

function tablePages(heading: string, tables: readonly PrintedTable[]): Content[] {
  return [
    { text: heading, style: 'heading', margin: [0, 0, 0, 4] },
    ...tables.map((table, index): Content => {
      const isShort = table.rows.length <= wholeRows;
      return {
        stack: [
          { text: setText(table.title), bold: true, margin: [0, 6, 0, 2] },
          ...(table.note === ''
            ? []
            : [
                {
                  text: setText(table.note),
                  italics: true,
                  fontSize: typeSize.smallPrint,
                  margin: [0, 0, 0, 3] as [number, number, number, number],
                },
              ]),
          linedRows(table),
        ],
        unbreakable: isShort,
        ...(isShort || index === 0 ? {} : { pageBreak: 'before' }),
      };
    }),
  ];
}

function lastPages(report: PeriodReport): Content[] {
  const { aboutHeading, closing, signature } = report;
  const labelWidth = textWidth.portrait * 0.3;
  return [
    { text: aboutHeading, style: 'heading', margin: [0, 0, 0, 4] },
    {
      table: {
        widths: [labelWidth, '*'],
        dontBreakRows: true,
        body: printedMetadata(report).map(({ label, value }): TableCell[] => [
          { text: setText(label), bold: true },
          { text: setText(value) },
        ]),
      },
      layout: linedTable,
      fontSize: typeSize.note,
    },
    closingBlock(closing, signature),
  ];
}
