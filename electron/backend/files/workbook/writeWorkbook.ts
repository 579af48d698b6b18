import writeExcelFile, { type Cell, type Feature } from 'write-excel-file/node';
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
      data: rows.map((row) => [...row]),
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape' as const,
      ...(stickyRows === undefined ? {} : { stickyRowsCount: stickyRows }),
      ...(stickyColumns === undefined ? {} : { stickyColumnsCount: stickyColumns }),
    })),
    { fontFamily: 'Times New Roman', fontSize: 12, features: [extrasOf(sheets)] },
  ).toBuffer();
}

function extrasOf(sheets: readonly WorkbookSheet[]): Feature<never> {
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
