import { parseCalendarDate } from '../../domain/dates/calendarDate.ts';
import type { Decimal } from '../../domain/numbers/decimal.ts';
import { readFigureCell } from '../template/readCell.ts';
import { cellPlace, textOfCell, type CellValue, type ReadSheet } from '../template/sheetCells.ts';
import type { ReadingNotes } from './authoringFault.ts';
import {
  hintMark,
  tableColumns,
  vocabularies,
  type ColumnOf,
  type ReadWord,
  type TableId,
  type VocabularyName,
  type WordOf,
} from './layout.ts';

/** A text in both languages before it is checked; undefined where nothing is written. */
export interface RawText {
  readonly vi: string;
  readonly en: string;
}

/** One cell with what is known about it. */
export interface Cell {
  readonly value: CellValue;
  readonly place: string;
  /** The heading of its column, for sentences. */
  readonly name: string;
}

/** Reads cells and notes what is wrong with them; what cannot be read is undefined. */
export interface CellReader {
  readonly notes: ReadingNotes;
  readonly readWord: ReadWord;
}

/** One row of a table. */
export interface TableRow<T extends TableId> {
  cell(column: ColumnOf<T>): Cell;
}

/** The rows of every table. */
export type ReadTables = { readonly [T in TableId]: readonly TableRow<T>[] };

/** The rows of a sheet in which something stands, without its headings and explanations. */
export function listRows<T extends TableId>({ sheet, data }: ReadSheet, table: T): readonly TableRow<T>[] {
  const columns: readonly string[] = tableColumns[table];
  const heads = data[0] ?? [];
  return data.flatMap((cells, index): TableRow<T>[] => {
    const isEmpty = columns.every((_unused, at) => textOfCell(cells[at + 1] ?? null) === '');
    if (index === 0 || isEmpty || textOfCell(cells[0] ?? null) === hintMark) return [];
    const cell = (column: ColumnOf<T>): Cell => {
      const at = columns.indexOf(column) + 1;
      return {
        value: cells[at] ?? null,
        place: cellPlace(sheet, index, at),
        name: textOfCell(heads[at] ?? null),
      };
    };
    return [{ cell }];
  });
}

/** A text; what Excel has made a day of is told, for what was typed is gone, and so is `#REF!` of a failed formula. */
export function readText({ notes }: CellReader, { value, place, name }: Cell): string {
  const text = textOfCell(value);
  if (value instanceof Date) notes.add('cell-made-a-day', place, { column: name, text });
  else if (/^#(?:N\/A|[A-Z\d/_]+[!?])$/u.test(text)) notes.add('cell-shape', place, { text });
  else return text;
  return '';
}

/** The code of a criterion; a spreadsheet takes 6.10 for the figure 6.1, and where either may be meant it is told. */
export function readCode(reader: CellReader, cell: Cell, isKnown: (code: string) => boolean): string {
  const code = readText(reader, cell);
  if (typeof cell.value === 'number' && isKnown(`${code}0`))
    reader.notes.add('cell-shape', cell.place, { text: code });
  return code;
}

export function readRequired(reader: CellReader, cell: Cell): string | undefined {
  const text = readText(reader, cell);
  if (text !== '') return text;
  if (textOfCell(cell.value) === '') reader.notes.add('cell-missing', cell.place, { column: cell.name });
  return undefined;
}

/** Vietnamese with its English; where that is empty, the text as it was issued stands for both. */
export function readBoth(
  reader: CellReader,
  cells: { readonly vi: Cell; readonly en: Cell },
  isRequired: boolean,
): RawText | undefined {
  const en = readText(reader, cells.en);
  const vi = isRequired || en !== '' ? readRequired(reader, cells.vi) : readText(reader, cells.vi);
  if (vi === undefined || vi === '') return undefined;
  return { vi, en: en === '' ? vi : en };
}

/** Undefined where the cell is empty. */
export function readFigure({ notes }: CellReader, { value, place, name }: Cell): Decimal | undefined {
  const text = textOfCell(value);
  if (text === '') return undefined;
  if (value instanceof Date) {
    notes.add('cell-made-a-day', place, { column: name, text });
    return undefined;
  }
  const read = readFigureCell(value, text.replace(/\s*%$/u, ''));
  if ('value' in read) return read.value ?? undefined;
  const code = read.error.code === 'number-ambiguous' ? 'cell-number-ambiguous' : 'cell-number';
  notes.add(code, place, { column: name, text: text.slice(0, 40) });
  return undefined;
}

export function readRequiredFigure(reader: CellReader, cell: Cell): Decimal | undefined {
  if (textOfCell(cell.value) === '') reader.notes.add('cell-missing', cell.place, { column: cell.name });
  return readFigure(reader, cell);
}

/** One word of a vocabulary; `ifEmpty` where the cell is empty, and a fault where that is null. */
export function readChoice<N extends VocabularyName>(
  reader: CellReader,
  cell: Cell,
  vocabulary: N,
  ifEmpty: WordOf<N> | null,
): WordOf<N> | undefined {
  const text = readText(reader, cell);
  if (text === '') {
    if (ifEmpty === null && textOfCell(cell.value) === '')
      reader.notes.add('cell-missing', cell.place, { column: cell.name });
    return ifEmpty ?? undefined;
  }
  return wordOf(reader, cell, vocabulary, text);
}

/** Words with commas or line breaks between them. */
export function readChoices<N extends VocabularyName>(
  reader: CellReader,
  cell: Cell,
  vocabulary: N,
): readonly WordOf<N>[] {
  const texts = readText(reader, cell)
    .split(/[,;\n]/u)
    .map((part) => part.trim());
  return texts
    .filter((text) => text !== '')
    .flatMap((text) => {
      const word = wordOf(reader, cell, vocabulary, text);
      return word === undefined ? [] : [word];
    });
}

function wordOf<N extends VocabularyName>(
  { notes, readWord }: CellReader,
  { place, name }: Cell,
  vocabulary: N,
  text: string,
): WordOf<N> | undefined {
  const known: readonly WordOf<N>[] = vocabularies[vocabulary];
  const word = readWord(vocabulary, text) ?? known.find((id) => id === text.toLowerCase());
  if (word === undefined) notes.add('cell-word-unknown', place, { column: name, text: text.slice(0, 60) });
  return word;
}

/** An ISO day, from a day cell or from text; undefined where the cell is empty. */
export function readDay({ notes }: CellReader, { value, place, name }: Cell): string | undefined {
  const text = textOfCell(value);
  if (text === '') return undefined;
  const day = parseCalendarDate(text);
  if (day.ok) return day.value;
  notes.add('cell-day', place, { column: name, text: text.slice(0, 40) });
  return undefined;
}
