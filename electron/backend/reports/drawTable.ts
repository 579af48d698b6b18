import { pageMargins, textWidth, typeSize } from './pageGeometry.ts';
import { postscriptNames, type FontStyle } from './pdfFonts.ts';
import { lineWidth, type Column } from './setLines.ts';
import { fillColours } from './tableLook.ts';
import type { PlacedRow, TablePage } from './tablePages.ts';
import { cellPadding, columnWidths, lineHeight, type TableCell } from './tableRows.ts';

/** Left edges of the columns and the right edge of the last, in points. */
const edges: readonly number[] = columnWidths.reduce<readonly number[]>(
  (known, width) => [...known, (known.at(-1) ?? 0) + width],
  [pageMargins.left],
);

/** Draws one page of the form's table onto the current page: fills, then text cell by cell, then lines. */
export function drawTable(document: PDFKit.PDFDocument, page: TablePage): void {
  for (const row of page.rows) fillRow(document, row);
  document.fillColor('black');
  if (page.heading !== null) {
    setFont(document, 'bold', typeSize.body);
    document.text(page.heading, pageMargins.left, pageMargins.top, { lineBreak: false });
  }
  for (const row of page.rows) writeRow(document, row);
  drawLines(document, page.rows);
}

function fillRow(document: PDFKit.PDFDocument, row: PlacedRow): void {
  if (row.kind === 'criterion') return;
  const colour = row.kind === 'columns' ? fillColours.head : fillColours.group;
  document.rect(pageMargins.left, row.top, textWidth.landscape, row.height).fill(colour);
}

function writeRow(document: PDFKit.PDFDocument, row: PlacedRow): void {
  let column = 0;
  for (const cell of row.cells) {
    writeCell(document, cell, column, row.top + cellPadding.top);
    column += cell.span;
  }
}

function writeCell(document: PDFKit.PDFDocument, cell: TableCell, column: number, top: number): void {
  const left = (edges[column] ?? 0) + cellPadding.side;
  const width = (edges[column + cell.span] ?? 0) - left - cellPadding.side;
  cell.lines.forEach((line, index) => {
    const place: Column = { width, size: typeSize.table, style: line.style };
    const indent = cell.centred ? (width - lineWidth(line.text, place)) / 2 : 0;
    setFont(document, line.style, typeSize.table);
    document.text(line.text, left + indent, top + index * lineHeight, { lineBreak: false });
  });
}

function setFont(document: PDFKit.PDFDocument, style: FontStyle, size: number): void {
  document.font(postscriptNames[style]).fontSize(size);
}

/** Thin black lines on all sides; the labels of the totals take two columns, without a line between. */
function drawLines(document: PDFKit.PDFDocument, rows: readonly PlacedRow[]): void {
  const top = rows[0]?.top ?? 0;
  const last = rows.at(-1);
  const bottom = last ? last.top + last.height : top;
  const totals = rows.find((row) => row.kind === 'total')?.top ?? bottom;
  const right = edges.at(-1) ?? 0;
  document.lineWidth(0.5).strokeColor('black');
  for (const y of [...rows.map((row) => row.top), bottom])
    document.moveTo(pageMargins.left, y).lineTo(right, y);
  edges.forEach((x, index) => {
    document.moveTo(x, top).lineTo(x, index === 1 ? totals : bottom);
  });
  document.stroke();
}
