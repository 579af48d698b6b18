import type { Content, ContentSection, TableCell } from 'pdfmake/interfaces';
import type { ScorecardTable, TableGroup, TableRow, TableTotal } from '#shared/report/scorecardTable.ts';
import { pageMargins, textWidth, typeSize } from './pageGeometry.ts';
import { pageNumber } from './pageNumber.ts';
import type { FontStyle } from './pdfFonts.ts';
import { setLines, type Column } from './setLines.ts';
import { fillColours, narrowTable } from './tableLook.ts';
import { setText } from './typography.ts';

const paddingAndLines = 10 * 6 + 11 * 0.5;
const narrow = {
  number: 27,
  max: 30,
  self: 40,
  explanation: 76,
  evidence: 58,
  source: 66,
  verifier: 48,
  appraised: 40,
};
const taken = Object.values(narrow).reduce((sum, width) => sum + width, 0);
const shared = textWidth.landscape - paddingAndLines - taken;
/** pdfmake writes into the widths it is given: each table gets a copy. */
const widths: readonly number[] = [
  narrow.number,
  shared * 0.52,
  narrow.max,
  shared * 0.48,
  narrow.self,
  narrow.explanation,
  narrow.evidence,
  narrow.source,
  narrow.verifier,
  narrow.appraised,
];

/** The title of the table, and three lines of column names with their padding, in points. */
const tableTitleHeight = 18;
const columnHeadHeight = 42;
// A header that is one point too tall for its margin loses its lines (pdfmake 0.3.11).
const topMargin = pageMargins.top + tableTitleHeight + columnHeadHeight + 2;

/**
 * The form's table on landscape pages. The names of the columns stand in the page header, so that they repeat;
 * each group is a table of its own whose head repeats and never stays behind without a criterion.
 */
export function tablePages(table: ScorecardTable): ContentSection {
  return {
    pageOrientation: 'landscape',
    pageMargins: [pageMargins.left, topMargin, pageMargins.right, pageMargins.bottom],
    header: (page: number) => columnHead(table, page),
    section: [...table.groups.map(groupTable), totalsTable(table)],
  };
}

function columnHead(table: ScorecardTable, page: number): Content {
  const head = table.columns.map((text): TableCell => ({
    text,
    bold: true,
    alignment: 'center',
    fillColor: fillColours.head,
  }));
  return {
    stack: [
      pageNumber(page),
      {
        text: table.heading,
        bold: true,
        absolutePosition: { x: pageMargins.left, y: pageMargins.top },
      },
      {
        table: { widths: [...widths], heights: columnHeadHeight - 5, body: [head] },
        layout: narrowTable,
        fontSize: typeSize.table,
        absolutePosition: { x: pageMargins.left, y: pageMargins.top + tableTitleHeight },
      },
    ],
  };
}

function groupTable(group: TableGroup): Content {
  const bold = { bold: true, fillColor: fillColours.group };
  const head: TableCell[] = [
    { text: group.code, ...bold, alignment: 'center' },
    { text: setText(group.name), ...bold },
    { text: group.max, ...bold, alignment: 'center' },
    { text: '', ...bold },
    { text: setText(group.points), ...bold, alignment: 'center' },
    ...[1, 2, 3, 4, 5].map(() => ({ text: '', ...bold })),
  ];
  return {
    table: {
      widths: [...widths],
      headerRows: 1,
      ...(group.rows.some(mayExceedPage) ? {} : { keepWithHeaderRows: 1, dontBreakRows: true }),
      body: [head, ...group.rows.map(criterionRow)],
    },
    layout: narrowTable,
    fontSize: typeSize.table,
  };
}

function criterionRow(row: TableRow): TableCell[] {
  const answered = row.state === 'answered';
  const figures = row.figures.map((figure): Content => ({
    text: setLines(figure, columnAt(1, 'italics')),
    italics: true,
  }));
  return [
    { text: row.code, alignment: 'center' },
    { stack: [{ text: setLines(row.name, columnAt(1)) }, ...figures] },
    { text: row.max, alignment: 'center' },
    { text: setLines(row.rule, columnAt(3)) },
    { text: setText(row.selfScore), alignment: 'center', bold: answered, italics: !answered },
    { text: setLines(row.explanation, columnAt(5)) },
    { text: setLines(row.evidence, columnAt(6)) },
    { text: setLines(row.dataSource, columnAt(7)) },
    { text: '' },
    { text: '' },
  ];
}

function columnAt(index: number, style: FontStyle = 'normal'): Column {
  return { width: widths[index] ?? 0, size: typeSize.table, style };
}

/** Lines that surely fit below the heads of a page, if every letter were as wide as an M. */
const safeLines = 28;

/** pdfmake 0.3.11 loses rows that may not break and are taller than a page: a doubtful group may break. */
function mayExceedPage(row: TableRow): boolean {
  const cells = [
    [row.name, ...row.figures].join('\n'),
    row.max,
    row.rule,
    row.selfScore,
    row.explanation,
    row.evidence,
    row.dataSource,
  ];
  return cells.some((text, index) => mostLines(text, widths[index + 1] ?? 0) > safeLines);
}

function mostLines(text: string, width: number): number {
  const lettersOfLine = Math.max(1, Math.floor(width / (typeSize.table * 0.9)));
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / lettersOfLine)), 0);
}

function totalsTable(table: ScorecardTable): Content {
  return {
    table: { widths: [...widths], dontBreakRows: true, body: table.totals.map(totalRow) },
    layout: narrowTable,
    fontSize: typeSize.table,
    unbreakable: true,
  };
}

function totalRow(total: TableTotal): TableCell[] {
  const bold = { bold: true, fillColor: fillColours.group };
  return [
    { text: setText(total.label), ...bold, colSpan: 2 },
    {},
    { text: total.max, ...bold, alignment: 'center' },
    { text: '', ...bold },
    { text: total.points, ...bold, alignment: 'center' },
    ...[1, 2, 3, 4, 5].map(() => ({ text: '', ...bold })),
  ];
}
