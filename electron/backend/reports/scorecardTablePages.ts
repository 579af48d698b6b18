import type { Content, ContentSection, TableCell } from 'pdfmake/interfaces';
import type { ScorecardTable, TableGroup, TableRow, TableTotal } from '#shared/report/scorecardTable.ts';
import { millimetres, pageMargins, textWidth, typeSize } from './pageGeometry.ts';
import { pageNumber } from './pageNumber.ts';
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
const widths = [
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

/** Three lines of column names, in points. */
const columnHeadHeight = 42;
const topMargin = pageMargins.top + 18 + columnHeadHeight;

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
        absolutePosition: { x: pageMargins.left, y: millimetres(20) },
      },
      {
        table: { widths, heights: columnHeadHeight - 4, body: [head] },
        layout: narrowTable,
        fontSize: typeSize.table,
        absolutePosition: { x: pageMargins.left, y: pageMargins.top + 18 },
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
      widths,
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [head, ...group.rows.map(criterionRow)],
    },
    layout: narrowTable,
    fontSize: typeSize.table,
  };
}

function criterionRow(row: TableRow): TableCell[] {
  const answered = row.state === 'answered';
  const figures = row.figures.map((figure): Content => ({ text: setText(figure, 20), italics: true }));
  return [
    { text: row.code, alignment: 'center' },
    { stack: [{ text: setText(row.name, 20) }, ...figures] },
    { text: row.max, alignment: 'center' },
    { text: setText(row.rule, 20) },
    { text: setText(row.selfScore), alignment: 'center', bold: answered, italics: !answered },
    { text: setText(row.explanation, 14) },
    { text: setText(row.evidence, 10) },
    { text: setText(row.dataSource, 12) },
    { text: '' },
    { text: '' },
  ];
}

function totalsTable(table: ScorecardTable): Content {
  return {
    table: { widths, dontBreakRows: true, body: table.totals.map(totalRow) },
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
