import { headerFields, type HeaderField } from '../../domain/assessment/header.ts';
import type { Words } from '../words.ts';
import type { ReportedPeriod } from './reportedPeriod.ts';
import { column, type ReportCell, type ReportTable } from './reportTable.ts';
import { unitCells, unitColumns } from './unitColumns.ts';

/** The fields that say something about the unit; all others say who speaks for it. */
const unitFields: readonly HeaderField[] = ['address', 'staffCount', 'businessCount', 'population'];

/** The heads of the forms, as free text. */
export function headTable({ units }: ReportedPeriod, words: Words): ReportTable {
  return {
    id: 'units',
    title: words.translate('summary:table-units'),
    sheetName: words.translate('summary:sheet-units'),
    note: words.translate('summary:note-units'),
    printedRows: 0,
    columns: [
      ...unitColumns(words),
      column('parentName', words, { type: 'text', source: 'unitList' }),
      ...headerFields.map((field) =>
        column(field, words, { type: 'text', source: 'declared', isPersonal: !unitFields.includes(field) }),
      ),
    ],
    rows: units.map((unit): ReportCell[] => [
      ...unitCells(unit, words),
      unit.parentName === '' ? null : unit.parentName,
      ...headerFields.map((field) => unit.header[field] ?? null),
    ]),
  };
}
