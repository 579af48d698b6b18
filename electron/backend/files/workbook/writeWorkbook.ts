import writeExcelFile, { type Cell, type CellObject } from 'write-excel-file/node';
import {
  addSheetExtras,
  hideSheets,
  repeatFirstRows,
  unlockFilled,
  type SheetExtras,
} from './sheetMarkup.ts';

/** One sheet of a workbook. */
export interface WorkbookSheet {
  /** At most 31 letters, none of `[]:*?/\`; unique within the workbook. */
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Widths of the columns in letters. */
  readonly widths: readonly number[];
  /** How many rows and columns stay in sight. */
  readonly stickyRows?: number;
  readonly stickyColumns?: number;
  readonly extras: SheetExtras;
  readonly isHidden?: boolean;
}

/** Fill of the cells that may be changed in a protected sheet: told apart by it when the workbook is made. */
export const entryColour = '#FFFBE6';

/** What a cell of a spreadsheet can hold. */
export const longestCellText = 32_767;

/** A workbook in the font of official papers. Texts are written as they are: neutralise formulas before. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  return await writeExcelFile(
    sheets.map(({ name, rows, widths, stickyRows, stickyColumns }) => ({
      sheet: name,
      data: rows.map((row) => withHeight(row, widths)),
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape' as const,
      ...(stickyRows === undefined ? {} : { stickyRowsCount: stickyRows }),
      ...(stickyColumns === undefined ? {} : { stickyColumnsCount: stickyColumns }),
    })),
    { fontFamily: 'Times New Roman', fontSize: 12, features: [extrasOf(sheets)] },
  ).toBuffer();
}

const lineHeight = 15.75;
/** Excel makes no row higher. */
const highestRow = 409;

/** Not every program makes a row as high as its wrapped text by itself. */
function withHeight(row: readonly Cell[], widths: readonly number[]): Cell[] {
  const lines = Math.max(1, ...row.map((cell, index) => countLines(cell, widths[index] ?? 1)));
  const height = Math.min(highestRow, lines * lineHeight);
  const tallest = row.findIndex((cell) => isObject(cell));
  if (lines === 1 || tallest < 0) return [...row];
  return row.map((cell, index) => (index === tallest && isObject(cell) ? { ...cell, height } : cell));
}

function countLines(cell: Cell, width: number): number {
  if (!isObject(cell) || cell.wrap !== true || typeof cell.value !== 'string') return 1;
  return cell.value
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / Math.max(1, width))), 0);
}

function isObject(cell: Cell): cell is CellObject {
  return typeof cell === 'object' && cell !== null && !(cell instanceof Date) && 'alignVertical' in cell;
}

/** The library does not export what its own pictures are made of, which `Feature` asks for. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number];

function extrasOf(sheets: readonly WorkbookSheet[]): Feature {
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: (xml) => unlockFilled(xml, entryColour) },
        'xl/workbook.xml': {
          transform: (xml) =>
            repeatFirstRows(
              hideSheets(xml, hidden),
              sheets.map(({ name }) => name),
            ),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => addSheetExtras(xml, sheets[sheetIndex]?.extras ?? {}),
        },
      },
    },
  };
}
