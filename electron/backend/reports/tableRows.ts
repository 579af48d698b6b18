import type { ScorecardTable, TableGroup, TableRow, TableTotal } from '#shared/report/scorecardTable.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import type { FontStyle } from './pdfFonts.ts';
import { breakText } from './setLines.ts';

export interface TableLine {
  readonly text: string;
  readonly style: FontStyle;
}

export interface TableCell {
  readonly lines: readonly TableLine[];
  readonly centred: boolean;
  /** Number of columns that the cell takes. */
  readonly span: number;
}

/** A row of the form; `height` in points, with its padding. */
export interface TableRowLines {
  readonly kind: 'columns' | 'group' | 'criterion' | 'total';
  readonly cells: readonly TableCell[];
  readonly height: number;
}

/** Space around the text of a cell, in points. */
export const cellPadding = { side: 3, top: 1.5, bottom: 3 } as const;

/** Tinos has an ascent of 0.891 and a descent of 0.216 em; a twentieth more keeps Vietnamese marks apart. */
export const lineHeight = typeSize.table * (0.891 + 0.216) * 1.05;

const fixedWidths = {
  number: 29,
  max: 34,
  self: 43,
  explanation: 72,
  evidence: 56,
  source: 62,
  verifier: 50,
  appraised: 42,
};
const left = textWidth.landscape - Object.values(fixedWidths).reduce((sum, width) => sum + width, 0);

/** Widths of the form's ten columns, in points, from line to line. */
export const columnWidths: readonly number[] = [
  fixedWidths.number,
  left * 0.57,
  fixedWidths.max,
  left * 0.43,
  fixedWidths.self,
  fixedWidths.explanation,
  fixedWidths.evidence,
  fixedWidths.source,
  fixedWidths.verifier,
  fixedWidths.appraised,
];

export function columnNames(table: ScorecardTable): TableRowLines {
  return rowOf(
    'columns',
    table.columns.map((name, column) => centredCell(name, column, 'bold')),
  );
}

export function groupHead(group: TableGroup): TableRowLines {
  return rowOf('group', [
    centredCell(group.code, 0, 'bold'),
    cell(group.name, 1, 'bold'),
    centredCell(group.max, 2, 'bold'),
    emptyCell,
    centredCell(group.points, 4, 'bold'),
    ...emptyCells(5),
  ]);
}

export function criterionRow(row: TableRow): TableRowLines {
  const figures = row.figures.flatMap((figure) => linesOf(figure, columnWidths[1] ?? 0, 'italics'));
  const name = cell(row.name, 1);
  return rowOf('criterion', [
    centredCell(row.code, 0),
    { ...name, lines: [...name.lines, ...figures] },
    centredCell(row.max, 2),
    cell(row.rule, 3),
    centredCell(row.selfScore, 4, row.state === 'answered' ? 'bold' : 'italics'),
    cell(row.explanation, 5),
    cell(row.evidence, 6),
    cell(row.dataSource, 7),
    ...emptyCells(2),
  ]);
}

export function totalRow(total: TableTotal): TableRowLines {
  const width = (columnWidths[0] ?? 0) + (columnWidths[1] ?? 0);
  return rowOf('total', [
    { lines: linesOf(total.label, width, 'bold'), centred: false, span: 2 },
    centredCell(total.max, 2, 'bold'),
    emptyCell,
    centredCell(total.points, 4, 'bold'),
    ...emptyCells(5),
  ]);
}

/** Pieces of a row that is taller than `most` points: no explanation, however long, falls off its page. */
export function splitRow(row: TableRowLines, most: number): readonly TableRowLines[] {
  if (row.height <= most) return [row];
  const count = Math.floor((most - cellPadding.top - cellPadding.bottom) / lineHeight);
  const pieces = Math.ceil(longest(row.cells) / count);
  return Array.from({ length: pieces }, (_, index) =>
    rowOf(
      row.kind,
      row.cells.map((one) => ({ ...one, lines: one.lines.slice(index * count, (index + 1) * count) })),
    ),
  );
}

function rowOf(kind: TableRowLines['kind'], cells: readonly TableCell[]): TableRowLines {
  return { kind, cells, height: longest(cells) * lineHeight + cellPadding.top + cellPadding.bottom };
}

function longest(cells: readonly TableCell[]): number {
  return Math.max(1, ...cells.map((one) => one.lines.length));
}

const emptyCell: TableCell = { lines: [], centred: false, span: 1 };

function emptyCells(count: number): readonly TableCell[] {
  return Array.from({ length: count }, () => emptyCell);
}

function cell(text: string, column: number, style: FontStyle = 'normal'): TableCell {
  return { lines: linesOf(text, columnWidths[column] ?? 0, style), centred: false, span: 1 };
}

function centredCell(text: string, column: number, style: FontStyle = 'normal'): TableCell {
  return { ...cell(text, column, style), centred: true };
}

function linesOf(text: string, columnWidth: number, style: FontStyle): readonly TableLine[] {
  if (text === '') return [];
  const column = { width: columnWidth - 2 * cellPadding.side, size: typeSize.table, style };
  return breakText(text, column).map((line) => ({ text: line, style }));
}
