/** What a cell of a spreadsheet holds; days come at midnight UTC. */
export type CellValue = string | number | boolean | Date | null;

/** One sheet as it was read: rows of cells from A1. */
export interface ReadSheet {
  readonly sheet: string;
  readonly data: readonly (readonly CellValue[])[];
}

/** `Số liệu!D12`; row and column are counted from 0. */
export function cellPlace(sheet: string, row: number, column: number): string {
  return `${sheet}!${String.fromCodePoint(65 + column)}${String(row + 1)}`;
}

/** A cell as text in composed form, without blanks around it. */
export function textOfCell(cell: CellValue): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).toWellFormed().normalize('NFC').replaceAll('\u00a0', ' ').trim();
}
