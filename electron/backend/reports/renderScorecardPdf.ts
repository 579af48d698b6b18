import { once } from 'node:events';
import pdfmake from 'pdfmake';
import type { Scorecard } from '#shared/report/scorecard.ts';
import { drawDraftMark } from './drawDraftMark.ts';
import { drawTable } from './drawTable.ts';
import { fontBytes, fontDictionary, fontStyles } from './pdfFonts.ts';
import { scorecardDocument } from './scorecardDocument.ts';
import { layTableOut, type TablePage } from './tablePages.ts';

/** Files in pdfmake's memory: part of its server interface, missing in @types/pdfmake 0.3.3. */
interface WithVirtualFiles {
  readonly virtualfs: { writeFileSync: (name: string, content: Buffer) => void };
}

const { virtualfs } = pdfmake as unknown as WithVirtualFiles;
for (const style of fontStyles) virtualfs.writeFileSync(style, fontBytes(style));
pdfmake.setFonts(fontDictionary);
// A scorecard holds text only: nothing may be fetched from the network or read from the disk.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/**
 * The scorecard as a PDF with embedded fonts; equal input gives equal bytes. pdfmake sets the pages of running text
 * and leaves the landscape ones empty; the wide table is drawn on those. Setting its two thousand lines with pdfmake
 * took two thirds of the time, and lost rows that were taller than a page (0.3.11).
 */
export async function renderScorecardPdf(scorecard: Scorecard): Promise<Uint8Array> {
  const tablePages = layTableOut(scorecard.table);
  const definition = scorecardDocument(scorecard, tablePages.length);
  const document = await pdfmake.createPdf(definition, { bufferPages: true }).getStream();
  drawOnPages(document, tablePages, scorecard.draft?.mark);
  return await collect(document);
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

async function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const finished = once(document, 'end');
  document.end();
  await finished;
  return Buffer.concat(chunks);
}
