import { listCriteria } from '../../domain/criteria/criteriaOfSet.ts';
import type { CriteriaSet, Criterion } from '../../domain/criteria/criteriaSet.ts';
import { appliesToUnit } from '../../domain/scoring/scoreAssessment.ts';
import { appError, failWith, succeed, type AppError, type Result } from '../../errors/result.ts';
import { answersFormat } from '../answersFile.ts';
import { inspectAnswers, type InspectedAnswers } from '../readAnswers.ts';
import type { KnownContent } from '../readSubject.ts';
import { readDocumentRows } from './readDocumentRows.ts';
import { readEntryCell } from './readCell.ts';
import { cellPlace, textOfCell, type CellValue, type ReadSheet } from './sheetCells.ts';
import {
  listEntries,
  sheetMark,
  templateFormat,
  type TemplateEntry,
  type TemplateSheet,
} from './templateEntries.ts';

/** What a filled template says. */
export interface ReadTemplate {
  /** The same as an answers file; what could not be read is left out. */
  readonly answersFile: Readonly<Record<string, unknown>>;
  /** What `inspectAnswers` says of it. */
  readonly inspected: InspectedAnswers;
  /** Everything that is refused, each with its cell as place: `Số liệu!D12`. */
  readonly faults: readonly AppError[];
}

/** Where the columns of a template stand, counted from 0. */
export const templateColumns = { key: 0, entry: 3 } as const;
/** Rows of the sheet `about`, by the key in its first column. */
export const aboutKeys = [
  'criteriaSet',
  'criteriaVersion',
  'criteriaDigest',
  'unitKind',
  'unit',
  'period',
] as const;

/**
 * Reads a filled template against the content at hand. Fails only where it is no template at all (`format-unknown`,
 * `format-too-new`, `criteria-set-unknown`, `criteria-set-changed`); otherwise it lists every fault.
 */
export function readTemplate(sheets: readonly ReadSheet[], content: KnownContent): Result<ReadTemplate> {
  const about = findSheet(sheets, 'about');
  const figures = findSheet(sheets, 'figures');
  if (!about || !figures) return refuseFormat(sheets);
  const head = readAbout(about);
  const loaded = findSet(head, content);
  if (!loaded.ok) return loaded;
  const faults: AppError[] = [...tellCopies(sheets)];
  const places = new Map<string, string>([
    ['unit', head.placeOf('unit')],
    ['period', head.placeOf('period')],
  ]);
  const cells = readKeys(figures, loaded.value, head.text('unitKind'), faults);
  const answers: Record<string, unknown> = {};
  for (const [criterion, entries] of cells) {
    const entry = readCriterion(criterion, entries, places, faults);
    if (Object.keys(entry).length > 0) answers[criterion.id] = entry;
  }
  const documents = findSheet(sheets, 'documents');
  if (documents) readDocumentRows(documents, loaded.value, answers, places, faults);
  const answersFile = {
    format: answersFormat.name,
    version: answersFormat.version,
    criteriaSet: loaded.value.id,
    criteriaVersion: loaded.value.version,
    unit: head.text('unit'),
    period: head.text('period'),
    answers,
  };
  const inspected = inspectAnswers(JSON.stringify(answersFile), content);
  if (!inspected.ok) return inspected;
  const told = inspected.value.faults.map((fault) => inForm(fault, placeOf(fault.place ?? '', places)));
  return succeed({ answersFile, inspected: inspected.value, faults: [...faults, ...told] });
}

/** Whoever fills in a form sees cells, not the fields behind them. */
function inForm(fault: AppError, place: string): AppError {
  return fault.code === 'field-missing' ? appError('cell-empty', {}, place) : { ...fault, place };
}

function findSheet(sheets: readonly ReadSheet[], sheet: TemplateSheet): ReadSheet | undefined {
  return sheets.find(({ data }) => textOfCell(data[0]?.[0] ?? null) === sheetMark(sheet));
}

/** Of a sheet and its copy only one would be read, and nobody knows in which of them somebody has typed. */
function tellCopies(sheets: readonly ReadSheet[]): readonly AppError[] {
  return (['about', 'figures', 'documents'] as const).flatMap((name) => {
    const [first, ...copies] = sheets.filter(
      ({ data }) => textOfCell(data[0]?.[0] ?? null) === sheetMark(name),
    );
    return copies.map(({ sheet }) =>
      appError('template-sheet-repeated', { sheet: first?.sheet ?? name, other: sheet }, sheet),
    );
  });
}

function refuseFormat(sheets: readonly ReadSheet[]): Result<never> {
  const marks = sheets.map(({ data }) => textOfCell(data[0]?.[0] ?? null));
  const newer = marks.find((mark) => mark.startsWith(`${templateFormat.name}/`));
  const version = Number(newer?.split('/')[1]);
  return Number.isInteger(version) && version > templateFormat.version
    ? failWith('format-too-new', { found: version, known: templateFormat.version })
    : failWith('format-unknown', { expected: templateFormat.name });
}

interface About {
  readonly text: (key: (typeof aboutKeys)[number]) => string;
  readonly placeOf: (key: (typeof aboutKeys)[number]) => string;
}

const aboutValueColumn = 2;

function readAbout({ sheet, data }: ReadSheet): About {
  const rowOf = (key: string): number =>
    data.findIndex((row) => textOfCell(row[templateColumns.key] ?? null) === key);
  return {
    text: (key) => textOfCell(data[rowOf(key)]?.[aboutValueColumn] ?? null),
    placeOf: (key) => cellPlace(sheet, Math.max(0, rowOf(key)), aboutValueColumn),
  };
}

function findSet({ text }: About, content: KnownContent): Result<CriteriaSet> {
  const name = `${text('criteriaSet')}@${text('criteriaVersion')}`;
  const found = content.sets.find(({ set }) => `${set.id}@${set.version}` === name);
  if (!found) return failWith('criteria-set-unknown', { set: name.slice(0, 80) });
  return found.digest === text('criteriaDigest')
    ? succeed(found.set)
    : failWith('criteria-set-changed', { set: name });
}

interface FoundCell {
  readonly entry: TemplateEntry;
  readonly cell: CellValue;
  readonly place: string;
}

/** The cells of every criterion; a row that is gone, repeated or unknown is told, so that no figure is lost in silence. */
function readKeys(
  { sheet, data }: ReadSheet,
  set: CriteriaSet,
  unitKind: string,
  faults: AppError[],
): ReadonlyMap<Criterion, readonly FoundCell[]> {
  const rows = new Map<string, number>();
  const wanted = listCriteria(set).filter((criterion) => appliesToUnit(criterion, unitKind));
  const known = new Set(wanted.flatMap((criterion) => listEntries(criterion).map(({ key }) => key)));
  data.forEach((row, index) => {
    const key = textOfCell(row[templateColumns.key] ?? null);
    if (key === '' || index === 0) return;
    const place = cellPlace(sheet, index, templateColumns.entry);
    if (!known.has(key)) faults.push(appError('criterion-unknown', { key: key.slice(0, 40) }, place));
    else if (rows.has(key)) faults.push(appError('key-repeated', { field: key }, place));
    else rows.set(key, index);
  });
  const cellOf = (entry: TemplateEntry): FoundCell[] => {
    const row = rows.get(entry.key);
    if (row === undefined) {
      faults.push(appError('template-row-missing', { key: entry.key }, sheet));
      return [];
    }
    const cell = data[row]?.[templateColumns.entry] ?? null;
    return [{ entry, cell, place: cellPlace(sheet, row, templateColumns.entry) }];
  };
  return new Map(wanted.map((criterion) => [criterion, listEntries(criterion).flatMap(cellOf)]));
}

interface FilledCell {
  readonly entry: TemplateEntry;
  readonly value: unknown;
}

/** One member of `answers` as an answers file has it; empty where nothing is filled in. */
function readCriterion(
  criterion: Criterion,
  cells: readonly FoundCell[],
  places: Map<string, string>,
  faults: AppError[],
): Record<string, unknown> {
  const filled = cells.flatMap(({ entry, cell, place }): FilledCell[] => {
    const at = `answers.${criterion.id}.${entry.place}`;
    const read = readEntryCell(entry, cell);
    // The first cell of several that make one value stands for it, unless a filled one follows.
    if (!places.has(at) || read !== undefined) places.set(at, place);
    if (read === undefined) return [];
    if ('value' in read) return [{ entry, value: read.value }];
    faults.push({ ...read.error, place });
    return [];
  });
  const own = filled.filter(({ entry }) => entry.part === null);
  const value = criterion.rule.kind === 'sum' ? partsOf(criterion.rule.parts.length, filled) : valueOf(own);
  const text = (place: string): unknown => own.find(({ entry }) => entry.place === place)?.value;
  return Object.fromEntries(
    Object.entries({
      value: value ?? undefined,
      notApplicable: text('notApplicable'),
      explanation: text('explanation'),
    }).filter(([, given]) => given !== undefined),
  );
}

function partsOf(count: number, filled: readonly FilledCell[]): unknown {
  const parts = Array.from({ length: count }, (_unused, index) => {
    const own = filled.filter(({ entry }) => entry.part?.index === index);
    const reason = own.find(({ entry }) => entry.kind === 'reason');
    // Figures beside a reason contradict it; the value is then refused where it stands.
    if (reason) return { notApplicable: reason.value, ...(own.length > 1 ? { value: valueOf(own) } : {}) };
    return valueOf(own);
  });
  return parts.every((part) => part === null) ? null : { parts };
}

/** The value of one rule out of its cells; null while none is filled. */
function valueOf(filled: readonly FilledCell[]): unknown {
  const figures = filled.filter(({ entry }) => entry.figure !== null);
  const [first] = figures;
  if (!first) return null;
  const of = (kind: TemplateEntry['kind']): unknown =>
    figures.find(({ entry }) => entry.kind === kind)?.value ?? null;
  switch (first.entry.kind) {
    case 'tick':
      return figures.filter(({ value }) => value === true).map(({ entry }) => entry.figure?.item ?? '');
    case 'numerator':
    case 'denominator':
      return { numerator: of('numerator'), denominator: of('denominator') };
    default:
      return first.value;
  }
}

/** The cell that a place of the answers file came from, or the nearest one around it. */
function placeOf(place: string, places: ReadonlyMap<string, string>): string {
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const inside = places.get(at) ?? [...places].find(([known]) => known.startsWith(`${at}.`))?.[1];
    if (inside !== undefined) return inside;
  }
  return place;
}
