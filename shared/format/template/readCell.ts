import { parseDecimal, type Decimal } from '../../domain/numbers/decimal.ts';
import { readFigure } from '../../domain/numbers/readFigure.ts';
import { appError, failWith, type AppError, type Result } from '../../errors/result.ts';
import { textOfCell, type CellValue } from './sheetCells.ts';
import type { TemplateEntry } from './templateEntries.ts';

/** The raw value of a filled cell, as an answers file would hold it; undefined for an empty one. */
export type ReadCell = { readonly value: unknown } | { readonly error: Omit<AppError, 'place'> } | undefined;

/** Reads one filled-in cell: ticks in words, a choice by its letter, figures as people write them. */
export function readEntryCell({ kind, figure }: TemplateEntry, cell: CellValue): ReadCell {
  const text = textOfCell(cell);
  if (text === '') return undefined;
  switch (kind) {
    case 'yes-no':
    case 'tick':
      return readYesNo(cell, text);
    case 'choice':
      return { value: letterOf(text, figure?.options.map(({ id }) => id) ?? []) };
    case 'number':
    case 'numerator':
    case 'denominator':
    case 'points':
      return readFigureCell(cell, text);
    default:
      return { value: text };
  }
}

const yes: ReadonlySet<string> = new Set(['co', 'yes', 'x', 'true', 'dung']);
const no: ReadonlySet<string> = new Set(['khong', 'no', 'false', 'sai']);

function readYesNo(cell: CellValue, text: string): ReadCell {
  if (typeof cell === 'boolean') return { value: cell };
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/gu, 'd').toLowerCase();
  if (yes.has(plain)) return { value: true };
  if (no.has(plain)) return { value: false };
  return { error: appError('value-wrong-kind', { kind: 'yes_no' }) };
}

/** The letter before the text of the option, as the drop-down list writes it; else what was typed, to be refused. */
function letterOf(text: string, letters: readonly string[]): string {
  const [, letter = ''] = /^([a-z])(?:\s*[–\-.):].*)?$/isu.exec(text) ?? [];
  return letters.includes(letter.toLowerCase()) ? letter.toLowerCase() : text;
}

/** A number cell is exact in the fifteen digits that a spreadsheet shows; a day is what Excel made of a figure like 1/2. */
export function readFigureCell(
  cell: CellValue,
  text: string,
): { readonly value: Decimal | null } | { readonly error: Omit<AppError, 'place'> } {
  const figure =
    typeof cell === 'number' ? parseDecimal(Number(cell.toPrecision(15))) : readTyped(cell, text);
  if (figure.ok) return { value: figure.value };
  const [error] = figure.errors;
  return { error: error ?? appError('number-malformed', { text: text.slice(0, 40) }) };
}

function readTyped(cell: CellValue, text: string): Result<Decimal | null> {
  return typeof cell === 'string'
    ? readFigure(text)
    : failWith('number-malformed', { text: text.slice(0, 40) });
}
