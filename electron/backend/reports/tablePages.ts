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
 * head never stays behind without a criterion, rows stay whole where a page can hold them, the totals stay
 * together below the last row.
 */
export function layTableOut(table: ScorecardTable): readonly TablePage[] {
  const names = columnNames(table);
  const filler = fillPages(table.heading, names);
  const fullPage = bottom - pageMargins.top - headingHeight - names.height;
  const totals = table.totals.map(totalRow);
  for (const group of table.groups) {
    const head = groupHead(group);
    const pieces = group.rows.flatMap((row) => splitRow(criterionRow(row), fullPage - head.height));
    pieces.forEach((piece, index) => {
      const isLast = group === table.groups.at(-1) && index === pieces.length - 1;
      const joined = isLast && heightOf([head, piece, ...totals]) <= fullPage;
      const block = joined ? [piece, ...totals] : [piece];
      filler.place(index > 0 && filler.hasRoom(heightOf(block)) ? block : [head, ...block]);
      if (isLast && !joined) filler.place(totals);
    });
  }
  if (table.groups.length === 0) filler.place(totals);
  return filler.pages();
}

function heightOf(rows: readonly TableRowLines[]): number {
  return rows.reduce((sum, row) => sum + row.height, 0);
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
      if (!hasRoom(heightOf(rows))) turnPage();
      rows.forEach(put);
    },
    pages: () => pages.map((rows, index) => ({ heading: index === 0 ? heading : null, rows })),
  };
}
