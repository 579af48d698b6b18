import type { Paragraph, Table } from 'docx';
import type { ScorecardTable, TableGroup, TableRow, TableTotal } from '#shared/report/scorecardTable.ts';
import { heading, table, type CellText } from './docxBlocks.ts';
import { typeSize } from './pageGeometry.ts';
import { fillColours } from './tableLook.ts';
import { columnWidths } from './tableRows.ts';

const size = typeSize.table;

/** The form's ten columns; the names of the columns repeat on every page. */
export function tablePages(scorecardTable: ScorecardTable): (Paragraph | Table)[] {
  const { columns, groups, totals } = scorecardTable;
  const names = columns.map((text): CellText => ({
    text,
    bold: true,
    alignment: 'center',
    fill: fillColours.head,
    size,
  }));
  const rows = [
    names,
    ...groups.flatMap((group) => [groupHead(group), ...group.rows.map(criterionRow)]),
    ...totals.map(totalRow),
  ];
  return [heading(scorecardTable.heading), table(rows, columnWidths, { headRows: 1 })];
}

function groupHead(group: TableGroup): CellText[] {
  const look = { bold: true, fill: fillColours.group, size, keepNext: true } as const;
  return [
    { ...look, text: group.code, alignment: 'center' },
    { ...look, text: group.name },
    { ...look, text: group.max, alignment: 'center' },
    { ...look, text: '' },
    { ...look, text: group.points, alignment: 'center' },
    ...Array.from({ length: 5 }, (): CellText => ({ ...look, text: '' })),
  ];
}

function criterionRow(row: TableRow): CellText[] {
  const answered = row.state === 'answered';
  return [
    { text: row.code, alignment: 'center', size },
    { text: [row.name, ...row.figures], size, others: { italics: true } },
    { text: row.max, alignment: 'center', size },
    { text: row.rule, size },
    { text: row.selfScore, alignment: 'center', bold: answered, italics: !answered, size },
    { text: row.explanation, size },
    { text: row.evidence, size },
    { text: row.dataSource, size },
    { text: '', size },
    { text: '', size },
  ];
}

function totalRow(total: TableTotal): CellText[] {
  const look = { bold: true, fill: fillColours.group, size } as const;
  return [
    { ...look, text: total.label, span: 2 },
    { ...look, text: total.max, alignment: 'center' },
    { ...look, text: '' },
    { ...look, text: total.points, alignment: 'center' },
    ...Array.from({ length: 5 }, (): CellText => ({ ...look, text: '' })),
  ];
}
