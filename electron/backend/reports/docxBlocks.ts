import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { typeSize } from './pageGeometry.ts';
import { tidyText } from './typography.ts';

export type Alignment = 'left' | 'center' | 'right' | 'justify';

/** How a text looks; `size` in points. */
export interface TextLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly underlined?: boolean;
  readonly size?: number;
  readonly alignment?: Alignment;
  /** Space above and below, in points. */
  readonly before?: number;
  readonly after?: number;
  /** Indent from the left, in points. */
  readonly indent?: number;
  /** Indent of the first line, in points. */
  readonly firstLine?: number;
  readonly keepNext?: boolean;
  readonly newPage?: boolean;
}

export interface CellText extends TextLook {
  readonly text: string | readonly string[];
  readonly fill?: string;
  readonly span?: number;
  /** Overrides the look of all but the first of several paragraphs. */
  readonly others?: TextLook;
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

export function twips(points: number): number {
  return Math.round(points * 20);
}

export function paragraph(text: string, look: TextLook = {}): Paragraph {
  const { bold = false, italics = false, size = typeSize.body, alignment = 'left' } = look;
  const style = { bold, italics, size: size * 2, ...(look.underlined === true ? { underline: {} } : {}) };
  return new Paragraph({
    alignment: alignments[alignment],
    spacing: { before: twips(look.before ?? 0), after: twips(look.after ?? 0) },
    indent: { left: twips(look.indent ?? 0), firstLine: twips(look.firstLine ?? 0) },
    keepNext: look.keepNext ?? false,
    pageBreakBefore: look.newPage ?? false,
    children: tidyText(text)
      .split('\n')
      .map((line, index) => new TextRun({ text: line, ...style, ...(index > 0 ? { break: 1 } : {}) })),
  });
}

/** A short rule in the middle of a column, as official documents have it; `length` and `width` of the column in points. */
export function shortRule(length: number, width: number): Paragraph {
  const side = twips((width - length) / 2);
  return new Paragraph({
    spacing: { after: twips(4), line: twips(4), lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    children: [new TextRun({ text: '', size: 4 })],
  });
}

export function heading(text: string, look: TextLook = {}): Paragraph {
  return paragraph(text, { bold: true, before: 9, after: 3, keepNext: true, ...look });
}

function tableCell(cell: CellText, width: number, border: TableBorder = 'lined'): TableCell {
  const texts = typeof cell.text === 'string' ? [cell.text] : cell.text;
  return new TableCell({
    width: { size: twips(width), type: WidthType.DXA },
    columnSpan: cell.span ?? 1,
    margins: { left: 70, right: 70, top: 20, bottom: 20 },
    ...(cell.fill === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: cell.fill.replace('#', '') } }),
    ...(border === 'none' ? { borders: noBorders } : {}),
    children: texts.map((text, index) => paragraph(text, index === 0 ? cell : { ...cell, ...cell.others })),
  });
}

type TableBorder = 'lined' | 'none';

interface TableLook {
  readonly headRows?: number;
  readonly border?: TableBorder;
}

/** Rows of cells; `widths` in points. The first `headRows` repeat on every page; no row is divided. */
export function table(
  rows: readonly (readonly CellText[])[],
  widths: readonly number[],
  { headRows = 0, border = 'lined' }: TableLook = {},
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map(twips),
    width: { size: twips(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    ...(border === 'none' ? { borders: { ...noBorders, insideHorizontal: none, insideVertical: none } } : {}),
    rows: rows.map((cells, index) => {
      const starts = cells.map((_, at) =>
        cells.slice(0, at).reduce((sum, cell) => sum + (cell.span ?? 1), 0),
      );
      return new TableRow({
        ...(index < headRows ? { tableHeader: true } : {}),
        cantSplit: true,
        children: cells.map((cell, at) => tableCell(cell, widths[starts[at] ?? at] ?? 0, border)),
      });
    }),
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none } as const;
