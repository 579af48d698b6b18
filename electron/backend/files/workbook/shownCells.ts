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
    for (const { row, column, style, error } of listCells(parts.get(files.sheets[index] ?? '') ?? '')) {
      const cells = rows[row];
      const value = cells?.[column];
      if (typeof value === 'number' && shares.has(style)) cells?.splice(column, 1, inHundredths(value));
      if (cells && error !== null && column < mostColumns) {
        // Empty cells at the end of a row are not there.
        while (cells.length <= column) cells.push(null);
        cells.splice(column, 1, error);
      }
    }
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
  const relations = [...tagsOf(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship')];
  const fileOf = (relation: Attributes | undefined): string => {
    const target = relation?.get('Target') ?? '';
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  };
  const sheets = [...tagsOf(parts.get('xl/workbook.xml') ?? '', 'sheet')].map((sheet) =>
    fileOf(relations.find((relation) => relation.get('Id') === sheet.get('id'))),
  );
  return { sheets, styles: fileOf(relations.find((one) => one.get('Type')?.endsWith('/styles'))) };
}

/** The indexes of the cell formats that show a share of one hundred (18.8.10, 18.8.30). */
function listShareStyles(xml: string): ReadonlySet<number> {
  const written = [...tagsOf(xml, 'numFmt')].flatMap((format) =>
    // What is quoted or escaped is no sign.
    (format.get('formatCode') ?? '').replaceAll(/(?:&quot;|").*?(?:&quot;|")|\\./gu, '').includes('%')
      ? [format.get('numFmtId') ?? '']
      : [],
  );
  const formats = new Set(['9', '10', ...written]);
  const [cells = ''] = /<(?:\w+:)?cellXfs\b.*?<\/(?:\w+:)?cellXfs>/su.exec(xml) ?? [];
  const styles = [...tagsOf(cells, 'xf')];
  return new Set(styles.flatMap((style, index) => (formats.has(style.get('numFmtId') ?? '') ? [index] : [])));
}

interface ShownCell {
  /** Counted from 0, as is `column`. */
  readonly row: number;
  readonly column: number;
  readonly style: number;
  /** What stands in a cell whose formula has failed; null for all others. */
  readonly error: string | null;
}

function* listCells(xml: string): Iterable<ShownCell> {
  for (const [, attributes = '', inside = ''] of xml.matchAll(cellPattern)) {
    const cell = readAttributes(attributes);
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(cell.get('r') ?? '') ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
    const error = cell.get('t') === 'e' ? inside || '#' : null;
    yield { row: Number(digits) - 1, column, style: Number(cell.get('s')), error };
  }
}

/** A cell with its value, behind which a formula may stand (18.3.1.4). */
const cellPattern =
  /<(?:\w+:)?c(\s[^>]*)>(?:(?:<(?:\w+:)?f(?:\s[^>]*)?>[^<]*<\/(?:\w+:)?f>|<(?:\w+:)?f(?:\s[^>]*)?\/>)?<(?:\w+:)?v>([^<]*))?/gu;

/** By their names without a prefix. */
type Attributes = ReadonlyMap<string, string>;

/** The attributes of every element of a name. */
function* tagsOf(xml: string, name: string): Iterable<Attributes> {
  for (const [, attributes = ''] of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*)>`, 'gu')))
    yield readAttributes(attributes);
}

function readAttributes(text: string): Attributes {
  const pairs = text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu);
  return new Map([...pairs].map(([, key = '', quoted, single]) => [key, quoted ?? single ?? '']));
}
