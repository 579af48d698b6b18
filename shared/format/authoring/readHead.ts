import { cellPlace, textOfCell, type ReadSheet } from '../template/sheetCells.ts';
import { headColumns, headKeys, type HeadKey } from './layout.ts';
import {
  readBoth,
  readChoice,
  readChoices,
  readDay,
  readRequired,
  readText,
  type Cell,
  type CellReader,
} from './tableReader.ts';

/** The sheet about the set, each row by the key in its hidden first column. */
export function readHead(reader: CellReader, sheet: ReadSheet) {
  const { notes } = reader;
  const rowOf = new Map(
    headKeys.map((key) => [key, sheet.data.findIndex((row) => textOfCell(row[0] ?? null) === key)]),
  );
  for (const [key, row] of rowOf) if (row < 0) notes.add('head-row-missing', sheet.sheet, { key });
  const cell = (key: HeadKey, column: number = headColumns.value): Cell => {
    const row = rowOf.get(key) ?? -1;
    return {
      value: sheet.data[row]?.[column] ?? null,
      place: row < 0 ? sheet.sheet : cellPlace(sheet.sheet, row, column),
      name: textOfCell(sheet.data[row]?.[1] ?? null),
    };
  };
  const both = (key: HeadKey, isRequired: boolean) =>
    readBoth(reader, { vi: cell(key), en: cell(key, headColumns.english) }, isRequired);
  for (const key of headKeys) notes.remember(pathOf[key], cell(key).place);
  const status = readChoice(reader, cell('status'), 'status', null);
  return {
    id: readRequired(reader, cell('id')),
    version: readRequired(reader, cell('version')),
    status,
    title: both('title', true),
    statement: both('statement', true),
    ...readIssued(reader, cell, both('issuedBody', false)),
    appliesTo: readChoices(reader, requiredCell(reader, cell('appliesTo')), 'unitKind'),
    policy: {
      mandatoryBlocksVerdict: readChoice(reader, cell('mandatoryBlocksVerdict'), 'yesNo', 'no') === 'yes',
    },
    bands: {
      derived: readChoice(reader, cell('bandsDerived'), 'yesNo', 'no') === 'yes',
      note: both('bandsNote', true),
    },
    prefix: readText(reader, cell('prefix')).toLowerCase(),
  };
}

/** Paths in the set, and `status` as `checkCriteriaSet` names it. */
const pathOf: Readonly<Record<HeadKey, string>> = {
  id: 'id',
  version: 'version',
  status: 'status',
  title: 'title',
  statement: 'statement',
  appliesTo: 'appliesTo',
  issuedNumber: 'issued',
  issuedDate: 'issued.date',
  issuedBody: 'issued.body',
  replaces: 'issued.replaces',
  mandatoryBlocksVerdict: 'policy',
  bandsDerived: 'bands.derived',
  bandsNote: 'bands.note',
  prefix: 'prefix',
};

function requiredCell(reader: CellReader, cell: Cell): Cell {
  readRequired(reader, cell);
  return cell;
}

/** Where one of number, day and body is written, the others are needed. */
function readIssued(
  reader: CellReader,
  cell: (key: HeadKey) => Cell,
  body: unknown,
): { readonly issued?: object } {
  const keys = ['issuedNumber', 'issuedDate', 'issuedBody'] as const;
  const replaces = readText(reader, cell('replaces'));
  if ([...keys.map((key) => textOfCell(cell(key).value)), replaces].every((text) => text === '')) return {};
  for (const key of keys) {
    if (textOfCell(cell(key).value) === '')
      reader.notes.add('cell-missing', cell(key).place, { column: cell(key).name });
  }
  return {
    issued: {
      number: readText(reader, cell('issuedNumber')),
      date: readDay(reader, cell('issuedDate')),
      body,
      replaces: replaces.split(/[,;\s]+/u).filter((id) => id !== ''),
    },
  };
}
