import type Fraction from 'fraction.js';
import { roundForDisplay } from '../../domain/scoring/displayFigure.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { Words } from '../words.ts';

/** A figure as plain digits with a point (`"79.996"`, `"-0.5"`), a day in ISO form, or a text; null where nothing stands. */
export type ReportCell = string | null;

type SummaryKey = keyof Catalogue['summary'] & string;
/** A column that the catalogue names: `column-<name>` is its head, `meaning-<name>` what it says. */
export type ColumnName = SummaryKey extends infer K ? (K extends `column-${infer N}` ? N : never) : never;

/** Where the figures of a column come from. */
type ColumnSource = SummaryKey extends infer K ? (K extends `source-${infer N}` ? N : never) : never;

export interface ReportColumn {
  /** Stable name for machines; fit for an XML element. */
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly type: 'text' | 'number' | 'date';
  /** Of measure, in words: `%`, `điểm`; empty where there is none. */
  readonly unit: string;
  readonly source: string;
  /** May name a person: left out of masked reports. */
  readonly isPersonal: boolean;
  /** Width on paper, 1 for a column of figures; null where paper has no room for it. */
  readonly weight: number | null;
  /** Low figures stand out: paper and workbook shade them. */
  readonly isHeat: boolean;
  /** A rise or a fall: paper shows the plus too. */
  readonly isChange: boolean;
}

/** One table of a report, as plain data: every format shows the same cells. */
export interface ReportTable {
  /** Stable name for machines. */
  readonly id: string;
  readonly title: string;
  /** Short enough for the tab of a spreadsheet. */
  readonly sheetName: string;
  /** How to read it; empty where the head says enough. */
  readonly note: string;
  /** How many rows paper shows at most; all where it is not given, and with 0 it stays out. */
  readonly printedRows?: number;
  /** Indices of the rows of units that have no figures: paper leaves them out, because a sentence names those units. */
  readonly silentRows?: readonly number[];
  /** Id of the column whose values divide the table on paper, each with rows of its own. */
  readonly dividedBy?: string;
  readonly columns: readonly ReportColumn[];
  /** As long as `columns`, in their order. */
  readonly rows: readonly (readonly ReportCell[])[];
}

interface ColumnLook {
  readonly id?: string;
  readonly title?: string;
  readonly type?: ReportColumn['type'];
  readonly unit?: 'percent' | 'points' | 'units' | 'criteria';
  readonly source?: ColumnSource;
  readonly isPersonal?: boolean;
  readonly weight?: number | null;
  readonly isHeat?: boolean;
  readonly isChange?: boolean;
}

/** A column with its words; a figure unless told, computed unless told, without room on paper unless told. */
export function column(name: ColumnName, { translate }: Words, look: ColumnLook = {}): ReportColumn {
  return {
    id: look.id ?? name,
    title: look.title ?? translate(`summary:column-${name}`),
    meaning: translate(`summary:meaning-${name}`),
    type: look.type ?? 'number',
    unit: look.unit === undefined ? '' : translate(`summary:unit-${look.unit}`),
    source: translate(`summary:source-${look.source ?? 'computed'}`),
    isPersonal: look.isPersonal ?? false,
    weight: look.weight ?? null,
    isHeat: look.isHeat ?? false,
    isChange: look.isChange ?? false,
  };
}

/** A text as the head of a column or of a part: "Năm 2025", "Phường". */
export function asHead(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A figure rounded as people read it, never across one of `bounds`. */
export function figureCell(figure: Fraction | null, bounds: readonly Fraction[] = []): ReportCell {
  return figure === null ? null : roundForDisplay(figure, bounds);
}

export function countCell(count: number): ReportCell {
  return String(count);
}

/** The table without the columns that may name a person. */
export function maskTable(table: ReportTable): ReportTable {
  const keeps = table.columns.map(({ isPersonal }) => !isPersonal);
  return {
    ...table,
    columns: table.columns.filter((_, index) => keeps[index]),
    rows: table.rows.map((row) => row.filter((_, index) => keeps[index])),
  };
}
