import { isRecord } from '../readFields.ts';
import { textOfCell } from '../template/sheetCells.ts';
import {
  readBoth,
  readChoice,
  readCode,
  readRequired,
  readRequiredFigure,
  readText,
  type CellReader,
  type TableRow,
  type ReadTables,
} from './tableReader.ts';

/** The sources of criteria and thresholds as they are written, and what stands in for those that are not. */
export interface ReadSources {
  /** Of a criterion by its code, or of a threshold by its id. A criterion has one: a second is told. */
  of(
    key: string,
    cited: {
      readonly name: string;
      readonly item: string;
      readonly place: string;
      readonly isOnly?: true;
    },
  ): readonly unknown[];
  /** Once all is read: adds the issuing document to those listed where something cites it. */
  citeIssue(): void;
}

/** Id of the document that issued the set among its documents; later versions are issued by others. */
const issueId = 'ban-hanh';

/** A document of that id that stands for an earlier issue keeps its own. */
function idOfIssue(issued: unknown, documents: readonly unknown[]): string {
  const number = isRecord(issued) ? String(issued['number']) : '';
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? issueId : `${issueId}-${String(count)}`;
    const listed = documents.filter(isRecord).find((document) => document['id'] === id);
    const title = isRecord(listed?.['title']) ? String(listed['title']['vi']) : number;
    // "3/QĐ-UBND" is not in "123/QĐ-UBND".
    const names = title.split(number).slice(0, -1);
    if (number === '' || names.some((before) => !/[\p{L}\p{N}]$/u.test(before))) return id;
  }
}

export function readDocuments(reader: CellReader, rows: readonly TableRow<'documents'>[]): unknown[] {
  return rows.map((row, index) => {
    const id = readRequired(reader, row.cell('id'));
    reader.notes.remember(`documents.${String(index)}`, row.cell('id').place);
    const file = readText(reader, row.cell('file'));
    return {
      id,
      title: readBoth(reader, { vi: row.cell('titleVi'), en: row.cell('titleEn') }, true),
      status: readChoice(reader, row.cell('status'), 'documentStatus', 'adopted'),
      file: file === '' && id !== undefined ? `${id}.txt` : file,
    };
  });
}

export function readThresholds(
  reader: CellReader,
  rows: readonly TableRow<'thresholds'>[],
  sources: ReadSources,
): unknown {
  return rows.map((row, index) => {
    const id = readRequired(reader, row.cell('id'));
    const { place } = row.cell('id');
    const title = readBoth(reader, { vi: row.cell('titleVi'), en: row.cell('titleEn') }, true);
    const borrowed = readBoth(reader, { vi: row.cell('borrowedVi'), en: row.cell('borrowedEn') }, false);
    reader.notes.remember(`thresholds.${String(index)}`, place);
    if (id !== undefined) reader.notes.remember(id, row.cell('at').place);
    return {
      id,
      measure: readChoice(reader, row.cell('measure'), 'measure', null),
      at: readRequiredFigure(reader, row.cell('at')),
      title,
      ...(borrowed === undefined ? {} : { borrowed }),
      sources: sources.of(id ?? '', { name: title?.vi ?? '', item: title?.vi ?? '', place }),
    };
  });
}

/** Sources by what they are of; an empty cell means the same as above. */
export function readSources(
  reader: CellReader,
  tables: ReadTables,
  { issued, documents }: { readonly issued?: unknown; readonly documents: unknown[] },
): ReadSources {
  const issue = idOfIssue(issued, documents);
  const written = new Map<string, TableRow<'sources'>[]>();
  const known = new Set(
    [
      ...tables.thresholds.map((row) => row.cell('id')),
      ...tables.criteria.map((row) => row.cell('code')),
    ].map(({ value }) => textOfCell(value)),
  );
  let of = '';
  for (const row of tables.sources) {
    of = readCode(reader, row.cell('of'), (code) => known.has(code)) || of;
    if (known.has(of)) written.set(of, [...(written.get(of) ?? []), row]);
    else reader.notes.add('row-of-unknown', row.cell('of').place, { text: of.slice(0, 40) });
  }
  const defaulted: { readonly place: string }[] = [];
  return {
    of: (key, { name, item, place, isOnly }) => {
      const rows = written.get(key) ?? [];
      for (const row of isOnly ? rows.slice(1) : [])
        reader.notes.add('row-repeated', row.cell('of').place, { text: key });
      if (rows.length > 0) return rows.map((row) => readSource(reader, row));
      defaulted.push({ place });
      return [{ kind: 'document', document: issue, lines: item, quote: name === '' ? undefined : name }];
    },
    citeIssue: () => {
      if (defaulted.length === 0) return;
      if (!isRecord(issued)) {
        for (const { place } of defaulted) reader.notes.add('source-missing', place);
        return;
      }
      if (documents.some((document) => isRecord(document) && document['id'] === issue)) return;
      documents.push({
        id: issue,
        title: describeIssue(issued),
        status: 'adopted',
        file: `${issue}.txt`,
      });
    },
  };
}

function readSource(reader: CellReader, row: TableRow<'sources'>): unknown {
  const kind = readChoice(reader, row.cell('kind'), 'sourceKind', null);
  const note = readBoth(reader, { vi: row.cell('noteVi'), en: row.cell('noteEn') }, kind === 'design');
  if (kind === 'document') {
    return {
      kind,
      document: readRequired(reader, row.cell('document')),
      lines: readText(reader, row.cell('lines')),
      quote: readRequired(reader, row.cell('quote')),
      ...(note === undefined ? {} : { note }),
    };
  }
  for (const column of ['document', 'lines', 'quote'] as const) {
    const cell = row.cell(column);
    if (kind === 'design' && readText(reader, cell) !== '')
      reader.notes.add('cell-unexpected', cell.place, { column: cell.name });
  }
  return { kind, note };
}

function describeIssue(issued: Readonly<Record<string, unknown>>): {
  readonly vi: string;
  readonly en: string;
} {
  const { number, date, body } = issued;
  const day = typeof date === 'string' ? date.split('-').toReversed().join('/') : '';
  const of = (language: 'vi' | 'en'): string =>
    isRecord(body) && typeof body[language] === 'string' ? body[language] : '';
  return {
    vi: `Văn bản số ${String(number)} ngày ${day} của ${of('vi')}`,
    en: `Document ${String(number)} of ${day}, ${of('en')}`,
  };
}
