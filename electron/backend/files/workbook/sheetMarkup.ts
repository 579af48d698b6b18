/** A rule for what may be entered into cells; Excel shows `title` and `message` when something else is. */
export interface EntryRule {
  /** Cells in A1 notation, one or a range. */
  readonly cells: string;
  readonly allows:
    | { readonly kind: 'list'; /** A1 range of the allowed texts, with its sheet. */ readonly range: string }
    | {
        readonly kind: 'decimal';
        readonly least: string;
        /** None above where null. */ readonly most: string | null;
      }
    | { readonly kind: 'above'; readonly bound: string }
    | { readonly kind: 'day' }
    | { readonly kind: 'text'; readonly longest: number };
  readonly title: string;
  readonly message: string;
}

/** What write-excel-file does not write of one sheet. */
export interface SheetExtras {
  /** Nobody may change locked cells; columns and rows may still be made wider. Without a password: it is a guard, no secret. */
  readonly isProtected?: boolean;
  /** Range with arrows for filtering, head included. */
  readonly filter?: string;
  readonly rules?: readonly EntryRule[];
  /** Columns, counted from 1, that are there but not shown. */
  readonly hiddenColumns?: readonly number[];
  /** Below each printed page. */
  readonly footer?: string;
}

/**
 * The markup of a sheet with its extras. Excel refuses elements in any other order (ECMA-376 part 1, 18.3.1.99).
 * @param xml as write-excel-file 4 writes it: without any of these elements
 */
export function addSheetExtras(xml: string, extras: SheetExtras): string {
  const { isProtected = false, filter, rules = [], hiddenColumns = [], footer } = extras;
  const protection = isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
    : '';
  const autoFilter = filter === undefined ? '' : `<autoFilter ref="${filter}"/>`;
  const validations =
    rules.length === 0
      ? ''
      : `<dataValidations count="${String(rules.length)}">${rules.map(toValidation).join('')}</dataValidations>`;
  const headerFooter =
    footer === undefined
      ? ''
      : `<headerFooter><oddFooter>${escapeMarkup(`&L${footer.replaceAll('&', '&&')}&R&P/&N`)}</oddFooter></headerFooter>`;
  return hideColumns(xml, hiddenColumns)
    .replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace('</sheetData>', () => `</sheetData>${protection}${autoFilter}`)
    .replace('<pageMargins', () => `${validations}<pageMargins`)
    .replace(/<pageSetup([^>]*)\/>/u, (_whole, attributes: string) => {
      return `<pageSetup${attributes} fitToWidth="1" fitToHeight="0"/>${headerFooter}`;
    });
}

function hideColumns(xml: string, hidden: readonly number[]): string {
  return xml.replaceAll(/<col min="(\d+)"([^>]*)\/>/gu, (whole, column: string, rest: string) =>
    hidden.includes(Number(column)) ? `<col min="${column}"${rest} hidden="1"/>` : whole,
  );
}

function toValidation({ cells, allows, title, message }: EntryRule): string {
  const told = `showErrorMessage="1" errorTitle="${escapeMarkup(title.slice(0, 32))}" error="${escapeMarkup(message.slice(0, 255))}"`;
  const open = (type: string, operator = ''): string =>
    `<dataValidation type="${type}"${operator} allowBlank="1" ${told} sqref="${cells}">`;
  const formula = (number: 1 | 2, text: string): string =>
    `<formula${String(number)}>${escapeMarkup(text)}</formula${String(number)}>`;
  const body = (): string => {
    switch (allows.kind) {
      case 'list':
        return `${open('list')}${formula(1, allows.range)}`;
      case 'decimal':
        return allows.most === null
          ? `${open('decimal', ' operator="greaterThanOrEqual"')}${formula(1, allows.least)}`
          : `${open('decimal')}${formula(1, allows.least)}${formula(2, allows.most)}`;
      case 'above':
        return `${open('decimal', ' operator="greaterThan"')}${formula(1, allows.bound)}`;
      case 'day':
        // From 1 January 1900, the first day that a spreadsheet knows.
        return `${open('date', ' operator="greaterThanOrEqual"')}${formula(1, '1')}`;
      case 'text':
        return `${open('textLength', ' operator="lessThanOrEqual"')}${formula(1, String(allows.longest))}`;
    }
  };
  return `${body()}</dataValidation>`;
}

/** Lets cells of one fill colour be changed although their sheet is protected. @param colour as `#RRGGBB` */
export function unlockFilled(stylesXml: string, colour: string): string {
  const fills = [...stylesXml.matchAll(/<fill>.*?<\/fill>/gsu)].map(([fill]) => fill);
  const wanted = `FF${colour.slice(1).toUpperCase()}`;
  const unlocked = fills.flatMap((fill, index) => (fill.includes(`rgb="${wanted}"`) ? [index] : []));
  return stylesXml.replaceAll(
    /<xf ([^>]*fillId="(\d+)"[^>]*)>(.*?)<\/xf>/gsu,
    (whole, attributes: string, fill: string, inside: string) =>
      unlocked.includes(Number(fill))
        ? `<xf ${attributes} applyProtection="1">${inside}<protection locked="0"/></xf>`
        : whole,
  );
}

/** Lets the sheets of these names be there but not shown. */
export function hideSheets(workbookXml: string, names: readonly string[]): string {
  return workbookXml.replaceAll(
    /<sheet ([^>]*name="([^"]*)"[^>]*)\/>/gu,
    (whole, attributes: string, name: string) =>
      names.some((hidden) => escapeMarkup(hidden) === name) ? `<sheet ${attributes} state="hidden"/>` : whole,
  );
}

/** Repeats the first row of each sheet on every printed page. */
export function repeatFirstRows(workbookXml: string, names: readonly string[]): string {
  const titles = names.map(
    (name, index) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${String(index)}">${escapeMarkup(quoteSheet(name))}!$1:$1</definedName>`,
  );
  return workbookXml.replace('<definedNames/>', () => `<definedNames>${titles.join('')}</definedNames>`);
}

/** The name of a sheet as formulas write it. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeMarkup(text: string): string {
  return text.replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}
