import { Parser } from 'saxen';
import type { CellValue, ReadSheet } from '#shared/format/template/sheetCells.ts';

/** The parts of a workbook that are text, by their names. */
export type WorkbookParts = ReadonlyMap<string, string>;

/**
 * Sheets whose cells say what is seen in them: `85%` where a spreadsheet keeps 0.85 under a format with a percent sign,
 * which is what it makes of a typed 85%, and `#REF!` where a formula has failed. read-excel-file 9 gives the bare number
 * for the one and an empty cell for the other, and nobody could tell.
 * @param sheets those of the workbook, in its order
 */
export function tellShown(sheets: readonly ReadSheet[], parts: WorkbookParts): readonly ReadSheet[] {
  const files = listSheetFiles(parts);
  const shares = listShareStyles(parts.get(files.styles) ?? '');
  return sheets.map(({ sheet, data }, index) => {
    const rows = data.map((row) => [...row]);
    readCells(parts.get(files.sheets[index] ?? '') ?? '', ({ row, column, style, error }) => {
      const cells = rows[row];
      const value = cells?.[column];
      if (typeof value === 'number' && shares.has(style)) cells?.splice(column, 1, inHundredths(value));
      if (cells && error !== null && column < mostColumns) {
        // Empty cells at the end of a row are not there.
        while (cells.length <= column) cells.push(null);
        cells.splice(column, 1, error);
      }
    });
    return { sheet, data: rows };
  });
}

/** More than any sheet of ours has; an address is only a claim. */
const mostColumns = 100;

/** Three decimals have a fourth: alone after a comma they could be thousands. */
function inHundredths(value: number): CellValue {
  const text = String(Number((value * 100).toPrecision(15)));
  return `${/[.]\d{3}$/u.test(text) ? `${text}0` : text}%`;
}

/** Where the sheets and the styles are, as the relations of the workbook say (ECMA-376 part 1, 12.3.23). */
function listSheetFiles(parts: WorkbookParts): {
  readonly sheets: readonly string[];
  readonly styles: string;
} {
  const files = new Map<string | undefined, string>();
  let styles = '';
  readXml(parts.get('xl/_rels/workbook.xml.rels') ?? '', {
    open: (name, { Id, Type, Target = '' }) => {
      if (name !== 'Relationship') return;
      const file = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`;
      files.set(Id, file);
      if (Type?.endsWith('/styles') === true) styles = file;
    },
  });
  const sheets: string[] = [];
  readXml(parts.get('xl/workbook.xml') ?? '', {
    open: (name, { id }) => {
      if (name === 'sheet') sheets.push(files.get(id) ?? '');
    },
  });
  return { sheets, styles };
}

/** The indexes of the cell formats that show a share of one hundred (18.8.10, 18.8.30). */
function listShareStyles(xml: string): ReadonlySet<number> {
  const formats = new Set(['9', '10']);
  const styles: string[] = [];
  let isInCells = false;
  readXml(xml, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      // What is quoted or escaped is no sign.
      if (name === 'numFmt' && formatCode.replaceAll(/".*?"|\\./gu, '').includes('%')) formats.add(numFmtId);
      if (name === 'cellXfs') isInCells = true;
      if (name === 'xf' && isInCells) styles.push(numFmtId);
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return new Set(styles.flatMap((format, index) => (formats.has(format) ? [index] : [])));
}

interface ShownCell {
  /** Counted from 0, as is `column`. */
  readonly row: number;
  readonly column: number;
  readonly style: number;
  /** What stands in a cell whose formula has failed; null for all others. */
  readonly error: string | null;
}

/** The cells of a sheet, each with its value, behind which a formula may stand (18.3.1.4). */
function readCells(xml: string, take: (cell: ShownCell) => void): void {
  let cell: Attributes = {};
  let value = '';
  let isInValue = false;
  readXml(xml, {
    open: (name, attributes) => {
      isInValue = name === 'v';
      if (name !== 'c') return;
      cell = attributes;
      value = '';
    },
    text: (text) => {
      if (isInValue) value = text;
    },
    close: (name) => {
      isInValue = false;
      if (name !== 'c') return;
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(cell['r'] ?? '') ?? [];
      const column =
        [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
      const error = cell['t'] === 'e' ? value || '#' : null;
      take({ row: Number(digits) - 1, column, style: Number(cell['s']), error });
    },
  });
}

/** By their names without a prefix, as are elements: which one a program writes is its own choice. */
type Attributes = Readonly<Partial<Record<string, string>>>;

interface XmlReader {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads element by element, so that a large sheet is never held as objects. Throws what is no XML. */
function readXml(xml: string, { open, text, close }: XmlReader): void {
  const parser = new Parser();
  parser.on('openTag', (name, readAttributes, decode) => {
    const attributes = Object.entries(readAttributes());
    open(
      withoutPrefix(name),
      Object.fromEntries(attributes.map(([key, value]) => [withoutPrefix(key), decode(value)])),
    );
  });
  if (text) parser.on('text', (value, decode) => text(decode(value)));
  if (close) parser.on('closeTag', (name) => close(withoutPrefix(name)));
  if (xml !== '') parser.parse(xml);
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
