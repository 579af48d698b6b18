import type { Scorecard } from '#shared/report/scorecard.ts';
import { drawDraftMark } from './drawDraftMark.ts';
import { drawTable } from './drawTable.ts';
import { finishPdf, startPdf } from './pdfEngine.ts';
import { scorecardDocument } from './scorecardDocument.ts';
import { layTableOut, type TablePage } from './tablePages.ts';

/**
 * The scorecard as a PDF with embedded fonts; equal input gives equal bytes. pdfmake sets the pages of running text
 * and leaves the landscape ones empty; the wide table is drawn on those. Setting its two thousand lines with pdfmake
 * took two thirds of the time, and lost rows that were taller than a page (0.3.11).
 */
export async function renderScorecardPdf(scorecard: Scorecard): Promise<Uint8Array> {
  const tablePages = layTableOut(scorecard.table);
  const definition = scorecardDocument(scorecard, tablePages.length);
  const document = await startPdf(definition);
  drawOnPages(document, tablePages, scorecard.draft?.mark);
  return await finishPdf(document);
}

function drawOnPages(
  document: PDFKit.PDFDocument,
  tablePages: readonly TablePage[],
  mark: string | undefined,
): void {
  const remaining = [...tablePages];
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    const { width, height } = document.switchToPage(index) ?? document.page;
    const table = width > height ? remaining.shift() : undefined;
    if (table) drawTable(document, table);
    if (mark !== undefined) drawDraftMark(document, mark);
  }
}
