import type { ScorecardTable } from '#shared/report/scorecardTable.ts';
import { pageMargins, pageSize, typeSize } from './pageGeometry.ts';
import { columnNames, criterionRow, groupHead, splitRow, totalRow, type TableRowLines } from './tableRows.ts';

/** A row on its page; `top` in points from the upper edge. */
export interface PlacedRow extends TableRowLines {
  readonly top: number;
}

/** One landscape page; the heading stands on the first only. */
export interface TablePage {
  readonly heading: string | null;
  readonly rows: readonly PlacedRow[];
}

/** Height of the heading with the space below it, in points. */
const headingHeight = typeSize.body * 1.6;
const bottom = pageSize.short - pageMargins.bottom;

/**
 * Lays the form's table out on landscape pages. The names of the columns and the head of the group repeat on each; a
 * head never stays behind without a criterion, rows stay whole where a page can hold them, the totals stay together.
 */
export function layTableOut(table: ScorecardTable): readonly TablePage[] {
  const names = columnNames(table);
  const filler = fillPages(table.heading, names);
  const fullPage = bottom - pageMargins.top - headingHeight - names.height;
  for (const group of table.groups) {
    const head = groupHead(group);
    const pieces = group.rows.flatMap((row) => splitRow(criterionRow(row), fullPage - head.height));
    pieces.forEach((piece, index) => {
      if (index === 0) filler.place([head, piece]);
      else if (filler.hasRoom(piece.height)) filler.place([piece]);
      else filler.place([head, piece]);
    });
  }
  filler.place(table.totals.map(totalRow));
  return filler.pages();
}

interface PageFiller {
  readonly hasRoom: (height: number) => boolean;
  /** Keeps the rows together, on a new page where this one is too short. */
  readonly place: (rows: readonly TableRowLines[]) => void;
  readonly pages: () => readonly TablePage[];
}

function fillPages(heading: string, names: TableRowLines): PageFiller {
  const pages: PlacedRow[][] = [];
  let free = pageMargins.top + headingHeight;
  const put = (row: TableRowLines) => {
    pages.at(-1)?.push({ ...row, top: free });
    free += row.height;
  };
  const hasRoom = (height: number) => free + height <= bottom;
  const turnPage = () => {
    if (pages.length > 0) free = pageMargins.top;
    pages.push([]);
    put(names);
  };
  turnPage();
  return {
    hasRoom,
    place: (rows) => {
      if (!hasRoom(rows.reduce((sum, row) => sum + row.height, 0))) turnPage();
      rows.forEach(put);
    },
    pages: () => pages.map((rows, index) => ({ heading: index === 0 ? heading : null, rows })),
  };
}
