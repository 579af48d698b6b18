import type { ReportCell, ReportColumn, ReportTable } from '../../report/summary/reportTable.ts';
import type { Extract } from './extract.ts';

/** The extract as JSON: figures are numbers, days ISO texts, what is empty null; keys are the stable column names. */
export function toJsonExtract({ metadata, dictionary, tables }: Extract): string {
  const document = {
    format: 'thuoc-so-extract',
    version: 1,
    metadata: Object.fromEntries(metadata.map(({ id, value }) => [id, value])),
    tables: Object.fromEntries(
      tables.map((table) => [table.id, { title: table.title, note: table.note, rows: toRecords(table) }]),
    ),
    dictionary: toRecords(dictionary),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function toRecords({ columns, rows }: ReportTable): readonly Record<string, string | number | null>[] {
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, index) => [column.id, valueOf(row[index] ?? null, column)])),
  );
}

function valueOf(cell: ReportCell, { type }: ReportColumn): string | number | null {
  return cell !== null && type === 'number' ? Number(cell) : cell;
}
