import type { z } from 'zod';
import { checkCriteriaSet, nameOfSet } from '../../domain/criteria/check/checkCriteriaSet.ts';
import { criteriaSetSchema, criterionSchema, type CriteriaSet } from '../../domain/criteria/criteriaSet.ts';
import { failWith, succeed, type Result } from '../../errors/result.ts';
import { isRecord } from '../readFields.ts';
import { textOfCell, type ReadSheet } from '../template/sheetCells.ts';
import { ReadingNotes, type SetFault } from './authoringFault.ts';
import { assignIds } from './assignIds.ts';
import { authoringFormat, authoringMark, tableColumns, type ReadWord, type TableId } from './layout.ts';
import { readGroups } from './readGroups.ts';
import { readHead } from './readHead.ts';
import { readDocuments, readSources, readThresholds } from './readThresholds.ts';
import {
  listRows,
  readBoth,
  readRequired,
  readRequiredFigure,
  type CellReader,
  type TableRow,
  type ReadTables,
} from './tableReader.ts';

export interface AuthoringKnowledge {
  readonly readWord: ReadWord;
  /** Permanent ids that the versions of a set have used; new criteria get others. */
  readonly idsUsedBy: (setId: string) => readonly string[];
}

/** A set out of a workbook; null where something is wrong, and then everything that is wrong. */
export interface AuthoredSet {
  readonly set: CriteriaSet | null;
  readonly faults: readonly SetFault[];
  /** The cell of a path in the set; undefined where nothing around it is known. */
  readonly placeOf: (path: string) => string | undefined;
}

/**
 * Reads a criteria set from the sheets of its workbook and checks it as `criteria check` does; each fault names its cell.
 * Errors, for what is no such workbook at all: `format-unknown`, `format-too-new`.
 */
export function readAuthoredSet(
  sheets: readonly ReadSheet[],
  { readWord, idsUsedBy }: AuthoringKnowledge,
): Result<AuthoredSet> {
  const headSheet = findSheet(sheets, 'head');
  if (!headSheet) return refuseFormat(sheets);
  const reader: CellReader = { notes: new ReadingNotes(), readWord };
  const tables = readTables(reader, sheets);
  tellCopies(reader.notes, sheets, 'head');
  const { prefix, ...head } = readHead(reader, headSheet);
  const documents = readDocuments(reader, tables.documents);
  const sources = readSources(reader, tables, { issued: head.issued, documents });
  const raw = {
    ...head,
    documents,
    thresholds: readThresholds(reader, tables.thresholds, sources),
    bands: { ...head.bands, steps: readBands(reader, tables) },
    groups: readGroups(reader, tables, { sources, appliesTo: head.appliesTo }),
  };
  assignIds(reader, raw, { prefix, knownIds: idsUsedBy(head.id ?? '') });
  sources.citeIssue();
  return succeed(checkRaw(reader.notes, raw));
}

function findSheet(sheets: readonly ReadSheet[], sheet: TableId | 'head'): ReadSheet | undefined {
  return sheets.find(({ data }) => textOfCell(data[0]?.[0] ?? null) === authoringMark(sheet));
}

/** Of a sheet and its copy only one would be read, and nobody knows in which of them somebody has typed. */
function tellCopies(notes: ReadingNotes, sheets: readonly ReadSheet[], sheet: TableId | 'head'): void {
  const [, ...copies] = sheets.filter(
    ({ data }) => textOfCell(data[0]?.[0] ?? null) === authoringMark(sheet),
  );
  for (const copy of copies) notes.add('sheet-repeated', copy.sheet, { sheet });
}

function refuseFormat(sheets: readonly ReadSheet[]): Result<never> {
  const versions = sheets.flatMap(({ data }) => {
    const [name, rest = ''] = textOfCell(data[0]?.[0] ?? null).split('/');
    return name === authoringFormat.name ? [Number(rest.split(' ')[0])] : [];
  });
  const version = Math.max(0, ...versions);
  return Number.isInteger(version) && version > authoringFormat.version
    ? failWith('format-too-new', { found: version, known: authoringFormat.version })
    : failWith('format-unknown', { expected: authoringFormat.name });
}

function readTables({ notes }: CellReader, sheets: readonly ReadSheet[]): ReadTables {
  const rows = <T extends TableId>(table: T): readonly TableRow<T>[] => {
    const sheet = findSheet(sheets, table);
    tellCopies(notes, sheets, table);
    if (!sheet) notes.add('sheet-missing', table, { sheet: table });
    else notes.remember(table, sheet.sheet);
    return sheet ? listRows(sheet, table) : [];
  };
  return Object.fromEntries(
    (Object.keys(tableColumns) as TableId[]).map((table) => [table, rows(table)]),
  ) as unknown as ReadTables;
}

function readBands(reader: CellReader, { bands }: ReadTables): unknown {
  return bands.map((row, index) => {
    const id = readRequired(reader, row.cell('id'));
    reader.notes.remember(`bands.steps.${String(index)}`, row.cell('id').place);
    if (id !== undefined) reader.notes.remember(id, row.cell('at').place);
    return {
      id,
      name: readBoth(reader, { vi: row.cell('nameVi'), en: row.cell('nameEn') }, true),
      at: readRequiredFigure(reader, row.cell('at')),
    };
  });
}

type RawSet = z.input<typeof criteriaSetSchema>;

/** Shape first, then what the parts say together; what was told about a cell is not told twice. */
function checkRaw(notes: ReadingNotes, raw: object): AuthoredSet {
  const own = notes.faults.length;
  const parsed = criteriaSetSchema.safeParse(raw);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const place = notes.placeOf(path.map(String).join('.')) ?? path.map(String).join('.');
    if (!notes.hasFaultAt(place))
      notes.add('shape', place, { reason: message, path: path.map(String).join('.') });
  }
  const broken = new Set((parsed.error?.issues ?? []).map(({ path }) => path[0]));
  const sound = parsed.success ? parsed.data : soundPartOf(raw as RawSet, broken);
  const name = sound && nameOfSet(sound);
  for (const { code, place, params } of sound ? checkCriteriaSet(sound) : []) {
    // Without the criteria that could not be read the points cannot add up.
    if (!parsed.success && code === 'total-not-100') continue;
    const within =
      name !== null && name !== undefined && place.startsWith(name) ? place.slice(name.length + 1) : place;
    const told = placeOfFault(notes, code, within, params);
    if (!notes.faults.slice(0, own).some((fault) => fault.place === told)) notes.add(code, told, params);
  }
  const isFine = parsed.success && notes.faults.length === 0;
  const placeOf = (path: string): string | undefined => notes.placeOf(path);
  return { set: isFine ? parsed.data : null, faults: notes.faults, placeOf };
}

function placeOfFault(
  notes: ReadingNotes,
  code: SetFault['code'],
  place: string,
  params: SetFault['params'],
): string {
  const named = params['id'] ?? params['code'];
  const byName = place === '' && named !== undefined ? notes.placeOf(String(named)) : undefined;
  const table = code === 'bands-not-descending' ? 'bands' : 'criteria';
  const ofYear =
    params['year'] === undefined ? undefined : notes.placeOf(`${place} ${String(params['year'])}`);
  return (
    ofYear ?? byName ?? (place === '' ? undefined : notes.placeOf(place)) ?? notes.placeOf(table) ?? place
  );
}

/** Stand for what is wrong about the set itself, so that the rest can be checked all the same; never kept. */
const placeholders = {
  id: 'x',
  version: '0.0.0',
  title: { vi: 'x', en: 'x' },
  statement: { vi: 'x', en: 'x' },
  status: 'official',
  issued: { number: 'x', date: '2000-01-01', body: { vi: 'x', en: 'x' } },
} as const;

/** What can be checked although some criteria cannot; null where the rest is not sound either. */
function soundPartOf(raw: RawSet, broken: ReadonlySet<PropertyKey | undefined>): CriteriaSet | null {
  const groups: unknown = raw.groups;
  const kept = (Array.isArray(groups) ? groups.filter(isRecord) : []).map((group) => ({
    ...group,
    criteria: (Array.isArray(group['criteria']) ? group['criteria'] : []).filter(
      (criterion) => criterionSchema.safeParse(criterion).success,
    ),
  }));
  const standIns = Object.entries(placeholders).filter(
    ([key]) => broken.has(key) || (key === 'issued' && broken.has('status')),
  );
  const parsed = criteriaSetSchema.safeParse({
    ...raw,
    ...Object.fromEntries(standIns),
    groups: kept.filter(({ criteria }) => criteria.length > 0),
  });
  return parsed.success ? parsed.data : null;
}
