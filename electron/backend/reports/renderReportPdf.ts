import type { Content, TableCell } from 'pdfmake/interfaces';
import type { PeriodReport } from '#shared/report/summary/periodReport.ts';
import { closingBlock } from './closingBlock.ts';
import { documentFrame } from './documentFrame.ts';
import { officialHead } from './officialHead.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import { finishPdf, startPdf } from './pdfEngine.ts';
import { breakBefore, cellPadding, keptWithRows, rowAfterKept, tableBlock } from './linedRows.ts';
import { joinRuns } from './pageFlow.ts';
import { printedMetadata, printTables } from './printedTable.ts';
import { linedTable } from './tableLook.ts';
import { setText } from './typography.ts';

/**
 * The report of a period as a PDF: official head and findings, the tables one after another, those that need it on landscape
 * pages, with their heads repeated, then what the figures are and the signatures.
 */
export async function renderReportPdf(report: PeriodReport): Promise<Uint8Array> {
  const tables = printTables(report.tables, report.language, cellPadding);
  const runs = joinRuns<Content>([
    { orientation: 'portrait', content: firstPages(report) },
    ...tables.map((table, index) => ({
      orientation: table.orientation,
      content: [tableBlock(table, index === 0 ? [tablesHeading(report)] : [])],
    })),
    { orientation: 'portrait', content: lastPages(report) },
  ]);
  const document = await startPdf({
    ...documentFrame({ title: report.documentTitle, language: report.language, printedOn: report.createdOn }),
    content: runs.map(({ orientation, content }): Content => ({
      pageOrientation: orientation,
      section: [...content],
    })),
    pageBreakBefore: breakBefore,
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

function tablesHeading({ tablesHeading: text }: PeriodReport): Content {
  return { text, style: 'heading', ...keptWithRows };
}

function lastPages(report: PeriodReport): Content[] {
  const { aboutHeading, closing, signature } = report;
  const labelWidth = textWidth.portrait * 0.3;
  return [
    { text: aboutHeading, style: 'heading', margin: [0, 12, 0, 4], ...keptWithRows },
    {
      table: {
        widths: [labelWidth, '*'],
        dontBreakRows: true,
        body: printedMetadata(report).map(({ label, value }, at): TableCell[] => [
          { text: setText(label), bold: true, ...(at === 3 ? rowAfterKept : {}) },
          { text: setText(value) },
        ]),
      },
      layout: linedTable,
      fontSize: typeSize.note,
    },
    closingBlock(closing, signature),
  ];
}
