import type { ReportCell, ReportColumn, ReportTable } from '../../report/summary/reportTable.ts';
import { neutraliseFormula } from './neutraliseFormula.ts';

/**
 * `excel`: opened by a double click in Vietnamese Excel (semicolon, decimal comma, UTF-8 mark; docs/adr/0015).
 * `machine`: RFC 4180 with comma and decimal point, heads are the stable column names.
 */
export const csvDialects = ['excel', 'machine'] as const;
export type CsvDialect = (typeof csvDialects)[number];

const separators: Readonly<Record<CsvDialect, string>> = { excel: ';', machine: ',' };
const byteOrderMark = '\uFEFF';

/** One table as a CSV file: a head, then one line for each row; lines end in CR LF. */
export function toCsv({ columns, rows }: ReportTable, dialect: CsvDialect): string {
  const separator = separators[dialect];
  const head = columns.map(({ id, title }) =>
    quote(dialect === 'machine' ? id : neutraliseFormula(title), separator),
  );
  const lines = rows.map((row) =>
    row.map((cell, index) => quote(cellText(cell, columns[index], dialect), separator)).join(separator),
  );
  const text = [head.join(separator), ...lines].map((line) => `${line}\r\n`).join('');
  return dialect === 'excel' ? byteOrderMark + text : text;
}

function cellText(cell: ReportCell, column: ReportColumn | undefined, dialect: CsvDialect): string {
  if (cell === null) return '';
  if (column?.type === 'number') return dialect === 'excel' ? cell.replace('.', ',') : cell;
  return column?.type === 'date' ? cell : neutraliseFormula(cell);
}

function quote(text: string, separator: string): string {
  const mustQuote = text.includes(separator) || /["\r\n]|^\s|\s$/u.test(text);
  return mustQuote ? `"${text.replaceAll('"', '""')}"` : text;
}
