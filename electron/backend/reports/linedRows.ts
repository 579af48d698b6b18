import type { Content, TableCell } from 'pdfmake/interfaces';
import { typeSize } from './pageGeometry.ts';
import type { PrintedTable } from './printedTable.ts';
import { fillColours, linedTable } from './tableLook.ts';
import { setText } from './typography.ts';

/** pdfmake takes the padding of a cell and half a line on each side from the page, not from the column. */
export const cellPadding = 2 * 3 + 0.5;

/** The rows of a table within lines; its head repeats on each page. */
export function linedRows({ heads, widths, rows }: PrintedTable): Content {
  const head = heads.map((text): TableCell => ({
    text: setText(text, 12),
    bold: true,
    alignment: 'center',
    fillColor: fillColours.head,
  }));
  const body = rows.map((row) =>
    row.map(({ text, isCentred, fill }): TableCell => ({
      text: setText(text),
      ...(isCentred ? { alignment: 'center' as const } : {}),
      ...(fill === null ? {} : { fillColor: fill }),
    })),
  );
  return {
    table: { widths: [...widths], headerRows: 1, dontBreakRows: true, body: [head, ...body] },
    layout: {
      ...linedTable,
      paddingLeft: () => 3,
      paddingRight: () => 3,
      paddingTop: () => 1,
      paddingBottom: () => 1,
    },
    fontSize: typeSize.table,
  };
}
