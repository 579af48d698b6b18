import { textOfCell } from '../template/sheetCells.ts';
import { readRule, groupLines } from './readRules.ts';
import type { ReadSources } from './readThresholds.ts';
import {
  readBoth,
  readChoice,
  readCode,
  readChoices,
  readRequired,
  readRequiredFigure,
  readText,
  type CellReader,
  type TableRow,
  type ReadTables,
} from './tableReader.ts';

interface SetParts {
  readonly sources: ReadSources;
  /** Of the set; stands where a criterion says nothing. */
  readonly appliesTo: readonly string[];
}

/** A criterion before it is checked; its id is still empty where it is new. */
export interface RawCriterion {
  id: string;
  readonly code: string;
}

/** A group before it is checked. */
export interface RawGroup {
  id: string;
  readonly code: string;
  readonly name: unknown;
  readonly criteria: RawCriterion[];
}

/** The groups with their criteria; a criterion belongs to the group whose code its own begins with. */
export function readGroups(reader: CellReader, tables: ReadTables, parts: SetParts): RawGroup[] {
  const { notes } = reader;
  const groups = tables.groups.map((row, index): RawGroup => {
    const code = readRequired(reader, row.cell('code')) ?? '';
    const path = `groups.${String(index)}`;
    notes.remember(path, row.cell('code').place);
    notes.remember(`${path}.id`, row.cell('id').place);
    notes.remember(code, row.cell('nameVi').place);
    return {
      id: readText(reader, row.cell('id')),
      code,
      name: readBoth(reader, { vi: row.cell('nameVi'), en: row.cell('nameEn') }, true),
      criteria: [],
    };
  });
  for (const table of ['groups', 'criteria', 'thresholds'] as const)
    if (tables[table].length === 0) notes.add('table-empty', notes.placeOf(table) ?? table);
  tellRepeated(reader, tables.groups, (row) => row.cell('code'));
  tellRepeated(reader, tables.criteria, (row) => row.cell('code'));
  tellRepeated(reader, tables.groups, (row) => row.cell('id'));
  tellRepeated(reader, tables.criteria, (row) => row.cell('id'));
  readCriteria(reader, tables, groups, parts);
  for (const [index, { criteria, code }] of groups.entries()) {
    const place = tables.groups[index]?.cell('code').place ?? '';
    if (criteria.length === 0) notes.add('group-empty', place, { code });
  }
  return groups;
}

function readCriteria(
  reader: CellReader,
  tables: ReadTables,
  groups: readonly RawGroup[],
  parts: SetParts,
): void {
  const kinds = tables.criteria.map((row) => ({
    code: readRequired(reader, row.cell('code')) ?? '',
    kind: readChoice(reader, row.cell('rule'), 'rule', null),
  }));
  const lines = groupLines(reader, tables.rules, new Map(kinds.map(({ code, kind }) => [code, kind])));
  const years = readYears(reader, tables.years, new Set(kinds.map(({ code }) => code)));
  for (const [index, row] of tables.criteria.entries()) {
    const { code = '', kind } = kinds[index] ?? {};
    const codeCell = row.cell('code');
    const group = groups.find((one) => one.code === code.replace(/\.\d+$/u, ''));
    if (!group) {
      if (code !== '')
        reader.notes.add('group-missing', codeCell.place, { code, group: code.replace(/\.\d+$/u, '') });
      continue;
    }
    const path = `groups.${String(groups.indexOf(group))}.criteria.${String(group.criteria.length)}`;
    rememberCells(reader, path, code, row);
    const name = readBoth(reader, { vi: row.cell('nameVi'), en: row.cell('nameEn') }, true);
    const at = { kind, path: `${path}.rule`, checked: `${code} rule`, kindPlace: row.cell('rule').place };
    const own = readChoices(reader, row.cell('appliesTo'), 'unitKind');
    const rest = {
      name,
      role: readChoice(reader, row.cell('role'), 'role', 'ordinary'),
      maxPoints: readRequiredFigure(reader, row.cell('maxPoints')),
      rule: kind === undefined ? undefined : readRule(reader, { ...at, kind }, lines.get(code) ?? []),
      appliesTo: own.length > 0 ? own : parts.appliesTo,
      notApplicable: readChoice(reader, row.cell('notApplicable'), 'notApplicable', 'refused'),
      yearTargets: Object.fromEntries(years.get(code) ?? []),
      evidenceRule: readChoice(reader, row.cell('evidenceRule'), 'evidenceRule', 'required'),
      evidence: readBoth(reader, { vi: row.cell('evidenceVi'), en: row.cell('evidenceEn') }, true),
      guidance: readBoth(reader, { vi: row.cell('guidanceVi'), en: row.cell('guidanceEn') }, true),
      tags: readChoices(reader, row.cell('tags'), 'tag'),
      source: parts.sources.of(code, {
        name: name?.vi ?? '',
        item: `mục ${code}`,
        place: codeCell.place,
        isOnly: true,
      })[0],
    };
    group.criteria.push({ ...rest, id: readText(reader, row.cell('id')), code });
  }
}

function rememberCells({ notes }: CellReader, path: string, code: string, row: TableRow<'criteria'>): void {
  const cells = {
    name: 'nameVi',
    maxPoints: 'maxPoints',
    rule: 'rule',
    appliesTo: 'appliesTo',
    evidence: 'evidenceVi',
    guidance: 'guidanceVi',
    tags: 'tags',
    id: 'id',
    code: 'code',
  } as const;
  notes.remember(path, row.cell('code').place);
  notes.remember(code, row.cell('code').place);
  for (const [field, column] of Object.entries(cells)) {
    notes.remember(`${path}.${field}`, row.cell(column).place);
    notes.remember(`${code} ${field}`, row.cell(column).place);
  }
}

function readYears(
  reader: CellReader,
  rows: readonly TableRow<'years'>[],
  codes: ReadonlySet<string>,
): ReadonlyMap<string, readonly (readonly [year: string, at: string])[]> {
  const years = new Map<string, (readonly [string, string])[]>();
  let code = '';
  for (const row of rows) {
    code = readCode(reader, row.cell('criterion'), (known) => codes.has(known)) || code;
    const year = readRequired(reader, row.cell('year'));
    const at = readRequiredFigure(reader, row.cell('at'));
    const { place } = row.cell('year');
    if (!codes.has(code)) {
      reader.notes.add('row-of-unknown', row.cell('criterion').place, { text: code.slice(0, 40) });
    } else if (year !== undefined && at !== undefined) {
      const known = years.get(code) ?? [];
      if (!/^\d{4}$/u.test(year)) reader.notes.add('cell-shape', place, { text: year.slice(0, 40) });
      else if (known.some(([other]) => other === year))
        reader.notes.add('row-repeated', place, { text: year });
      else years.set(code, [...known, [year, at]]);
      reader.notes.remember(`${code} ${year}`, row.cell('at').place);
    }
  }
  return years;
}

function tellRepeated<R>(
  reader: CellReader,
  rows: readonly R[],
  cellOf: (row: R) => Parameters<typeof readText>[1],
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const cell = cellOf(row);
    const text = cell.value instanceof Date ? '' : textOfCell(cell.value);
    if (text !== '' && seen.has(text)) reader.notes.add('row-repeated', cell.place, { text });
    seen.add(text);
  }
}
