import type { Content, ContentText, Node, NodeQueries, TableCell } from 'pdfmake/interfaces';
import { pageHeight, typeSize } from './pageGeometry.ts';
import type { FontStyle } from './pdfFonts.ts';
import type { PrintedTable } from './printedTable.ts';
import { breakText } from './setLines.ts';
import { fillColours, linedTable } from './tableLook.ts';
import { setText } from './typography.ts';

/** pdfmake takes the padding of a cell and half a line on each side from the page, not from the column. */
export const cellPadding = 2 * 3 + 0.5;

/** A table of no more than this share of a page is kept on one. */
const wholeShare = 0.6;
/** So many rows of a longer one stand below its title. */
const firstRows = 3;

/** Marks what must not stand without the first rows of the table that follows it; see `breakBefore`. */
export const keptWithRows = { headlineLevel: 1 } as const;
/** The row before which enough rows stand; a name that no style has. */
export const rowAfterKept = { style: 'rowAfterKept' } as const;

/** Title, note and rows of a table, below `heading` where it is the first of its part; its head repeats on each page. */
export function tableBlock(table: PrintedTable, heading: readonly Content[] = []): Content {
  const isWhole = heightOf(table) <= wholeShare * pageHeight[table.orientation];
  const keep = isWhole ? {} : keptWithRows;
  const { title, note, part } = table;
  const stack: Content[] = [...heading];
  if (title !== null) stack.push({ text: setText(title), bold: true, margin: [0, 10, 0, 2], ...keep });
  if (note !== '') stack.push({ text: setText(note), ...noteLook });
  if (part !== null) {
    const above = title === null ? 8 : 2;
    stack.push({ text: setText(part), bold: true, italics: true, margin: [0, above, 0, 2], ...keep });
  }
  return { stack: [...stack, linedRows(table)], unbreakable: isWhole };
}

const noteLook = {
  italics: true,
  fontSize: typeSize.smallPrint,
  alignment: 'justify',
  margin: [0, 0, 0, 3],
} satisfies Partial<ContentText>;

/** Of the rows with their head, in points, or a little more. */
function heightOf({ heads, widths, rows }: PrintedTable): number {
  const size = typeSize.table;
  const linesOf = (texts: readonly string[], style: FontStyle) =>
    Math.max(...texts.map((text, at) => breakText(text, { width: widths[at] ?? 0, size, style }).length));
  const lines = rows.map((row) =>
    linesOf(
      row.map(({ text }) => text),
      'normal',
    ),
  );
  return [linesOf(heads, 'bold'), ...lines].reduce((sum, count) => sum + count * size * 1.25 + 2.5, 0);
}

/**
 * Sends a heading to the next page where too little would stand below it: pdfmake keeps no paragraph with the next one,
 * and 0.3.11 loses unbreakable blocks that are higher than a page. It tells of a row on which page it was tried, so
 * that only the row after the kept ones shows that they fit.
 */
export function breakBefore(node: Node, queries: NodeQueries): boolean {
  const isKept = node.headlineLevel === keptWithRows.headlineLevel;
  if (!isKept && node.style !== 'heading') return false;
  const following = queries.getFollowingNodesOnPage();
  const isAlone = isKept
    ? following.every(({ style }) => style !== rowAfterKept.style)
    : following.length === 0;
  return isAlone && queries.getPreviousNodesOnPage().length > 0;
}

function linedRows({ heads, widths, rows }: PrintedTable): Content {
  const marked = Math.min(firstRows, rows.length - 1);
  const head = heads.map((text): TableCell => ({
    text: setText(text, 12),
    bold: true,
    alignment: 'center',
    fillColor: fillColours.head,
  }));
  const body = rows.map((row, at) =>
    row.map(({ text, isCentred, fill }): TableCell => ({
      text: setText(text),
      ...(at === marked ? rowAfterKept : {}),
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
