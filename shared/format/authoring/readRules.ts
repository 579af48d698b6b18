import { textOfCell } from '../template/sheetCells.ts';
import {
  lineColumns,
  ruleLines,
  tableColumns,
  vocabularies,
  type ColumnOf,
  type LineKind,
  type WordOf,
} from './layout.ts';
import {
  readBoth,
  readChoice,
  readCode,
  readFigure,
  readRequiredFigure,
  readText,
  type Cell,
  type CellReader,
  type TableRow,
} from './tableReader.ts';

/** One line of a rule with its cells. */
export interface RuleLine {
  readonly kind: LineKind;
  /** Letter of the part of a sum that it belongs to; empty elsewhere. */
  readonly part: string;
  readonly row: TableRow<'rules'>;
}

/** The rule in one place of the set: of a criterion, or of a part of a sum. */
export interface RulePlace {
  readonly kind: WordOf<'rule'>;
  /** Path of the rule in the set, for places: `groups.0.criteria.2.rule`. */
  readonly path: string;
  /** The same as `checkCriteriaSet` names it: `1.2 rule`. */
  readonly checked: string;
  /** Where the kind of rule is written; stands for what is missing. */
  readonly kindPlace: string;
}

/** The lines of each criterion, by its code; empty cells below mean the same as above. */
export function groupLines(
  reader: CellReader,
  rows: readonly TableRow<'rules'>[],
  kindOf: ReadonlyMap<string, WordOf<'rule'> | undefined>,
): ReadonlyMap<string, readonly RuleLine[]> {
  const lines = new Map<string, RuleLine[]>();
  let [criterion, part] = ['', ''];
  for (const row of rows) {
    const code = readCode(reader, row.cell('criterion'), (known) => kindOf.has(known));
    const letter = readText(reader, row.cell('part')).toLowerCase();
    if (code !== '' && code !== criterion) part = '';
    criterion = code === '' ? criterion : code;
    if (!kindOf.has(criterion)) {
      reader.notes.add('row-of-unknown', row.cell('criterion').place, { text: criterion.slice(0, 40) });
      continue;
    }
    const isSum = kindOf.get(criterion) === 'sum';
    part = letter !== '' ? letter : isSum ? part : '';
    const kind = readChoice(reader, row.cell('line'), 'line', null);
    if (kind === undefined) continue;
    refuseUnused(reader, row, kind);
    if (isSum && part === '') reader.notes.add('part-missing', row.cell('part').place);
    else lines.set(criterion, [...(lines.get(criterion) ?? []), { kind, part, row }]);
  }
  return lines;
}

/** What stands in a cell that the line does not use would be lost in silence. */
function refuseUnused({ notes }: CellReader, row: TableRow<'rules'>, line: LineKind): void {
  const used: readonly ColumnOf<'rules'>[] = ['criterion', 'part', 'line', ...lineColumns[line]];
  for (const column of tableColumns.rules) {
    const { value, place, name } = row.cell(column);
    if (!used.includes(column) && textOfCell(value) !== '')
      notes.add('cell-unexpected', place, { column: name });
  }
}

/** A rule as the schema wants it, as far as it could be read. */
export function readRule(reader: CellReader, at: RulePlace, lines: readonly RuleLine[]): unknown {
  const { notes } = reader;
  const first = lines[0]?.row.cell('line').place;
  notes.remember(at.path, first ?? at.kindPlace);
  notes.remember(at.checked, first ?? at.kindPlace);
  const allowed = ruleLines[at.kind];
  for (const { kind, part, row } of lines) {
    const isFine = allowed.includes(kind) || (at.kind === 'sum' && part !== '');
    if (!isFine) notes.add('line-unexpected', row.cell('line').place, { line: kind, rule: at.kind });
  }
  return at.kind === 'sum' ? readSum(reader, at, lines) : readSimple(reader, at, lines);
}

function readSum(reader: CellReader, at: RulePlace, lines: readonly RuleLine[]): unknown {
  const letters = [...new Set(lines.map(({ part }) => part))];
  const parts = letters.map((letter, index) => {
    const own = lines.filter(({ part }) => part === letter);
    const head = own.find(({ kind }) => kind === 'part');
    const place = own[0]?.row.cell('line').place ?? at.kindPlace;
    const path = `${at.path}.parts.${String(index)}`;
    reader.notes.remember(path, place);
    if (!head) {
      reader.notes.add('line-missing', place, { line: 'part' });
      return undefined;
    }
    const second = own.find((one) => one.kind === 'part' && one !== head);
    if (second) reader.notes.add('row-repeated', second.row.cell('part').place, { text: letter });
    const kindCell = head.row.cell('partRule');
    const kind = readChoice(reader, kindCell, 'partRule', null);
    const points = head.row.cell('points');
    reader.notes.remember(`${path}.points`, points.place);
    reader.notes.remember(`${path}.text`, head.row.cell('textVi').place);
    reader.notes.remember(`${at.checked}.${letter}`, points.place);
    const partPlace = {
      kind,
      path: `${path}.rule`,
      checked: `${at.checked}.${letter}`,
      kindPlace: kindCell.place,
    };
    const rest = own.filter((one) => one.kind !== 'part');
    return {
      id: letter,
      text: readLineText(reader, head.row),
      points: readRequiredFigure(reader, points),
      rule: kind === undefined ? undefined : readRule(reader, { ...partPlace, kind }, rest),
    };
  });
  return { kind: 'sum', parts: parts.filter((part) => part !== undefined) };
}

function readSimple(reader: CellReader, at: RulePlace, lines: readonly RuleLine[]): unknown {
  const { notes } = reader;
  const of = (kind: LineKind): readonly RuleLine[] => lines.filter((one) => one.kind === kind);
  const one = (kind: LineKind): TableRow<'rules'> | undefined => {
    const [found, second] = of(kind);
    if (!found)
      reader.notes.add('line-missing', lines[0]?.row.cell('line').place ?? at.kindPlace, { line: kind });
    if (second) reader.notes.add('row-repeated', second.row.cell('line').place, { text: kind });
    return found?.row;
  };
  const text = (kind: LineKind): unknown => {
    const row = one(kind);
    return row && readLineText(reader, row);
  };
  const pair = () => ({ numerator: text('numerator'), denominator: text('denominator') });
  switch (at.kind) {
    case 'choice':
      return { kind: 'choice', options: readMembers(reader, at, of('option'), 'options') };
    case 'checklist':
      return { kind: 'checklist', items: readMembers(reader, at, of('item'), 'items') };
    case 'tiers': {
      const isCount = of('unit').length > 0 && of('numerator').length === 0;
      // What is counted cannot also be a share: the line of the other would be left out.
      for (const { kind, row } of of(isCount ? 'denominator' : 'unit'))
        notes.add('line-unexpected', row.cell('line').place, { line: kind, rule: at.kind });
      return {
        kind: 'tiers',
        measure: isCount ? { kind: 'count', unit: text('unit') } : { kind: 'percent', ...pair() },
        steps: readSteps(reader, at, of('tier')),
      };
    }
    case 'ratio':
      return { kind: 'ratio', ...pair(), ...readTarget(reader, at, one('target'), true) };
    case 'count':
      return { kind: 'count', unit: text('unit'), ...readTarget(reader, at, one('target'), false) };
    case 'manual': {
      const row = one('step');
      return { kind: 'manual', step: row && readRequiredFigure(reader, row.cell('points')) };
    }
    default:
      return { kind: at.kind };
  }
}

function readLineText(reader: CellReader, row: TableRow<'rules'>): unknown {
  return readBoth(reader, { vi: row.cell('textVi'), en: row.cell('textEn') }, true);
}

/** Options or items; a letter that is not written follows from the order. */
function readMembers(
  reader: CellReader,
  { path }: RulePlace,
  lines: readonly RuleLine[],
  name: 'options' | 'items',
): unknown {
  return lines.map(({ row }, index) => {
    const letter = readText(reader, row.cell('letter')).toLowerCase();
    reader.notes.remember(`${path}.${name}.${String(index)}`, row.cell('letter').place);
    return {
      id: letter === '' ? String.fromCodePoint(97 + index) : letter,
      text: readLineText(reader, row),
      points: readRequiredFigure(reader, row.cell('points')),
    };
  });
}

function readSteps(reader: CellReader, at: RulePlace, lines: readonly RuleLine[]): unknown {
  if (lines.length === 0) reader.notes.add('line-missing', at.kindPlace, { line: 'tier' });
  return lines.map(({ row }, index) => {
    for (const start of [at.path, at.checked])
      reader.notes.remember(`${start}.steps.${String(index)}`, row.cell('at').place);
    return {
      op: readChoice(reader, row.cell('op'), 'op', vocabularies.op[0]),
      at: readRequiredFigure(reader, row.cell('at')),
      points: readRequiredFigure(reader, row.cell('points')),
    };
  });
}

function readTarget(
  reader: CellReader,
  { path }: RulePlace,
  row: TableRow<'rules'> | undefined,
  hasFloor: boolean,
): object {
  if (!row) return {};
  const at: Cell = row.cell('at');
  reader.notes.remember(`${path}.target`, at.place);
  const floor = readFigure(reader, row.cell('floor'));
  if (floor !== undefined && !hasFloor) {
    reader.notes.add('cell-unexpected', row.cell('floor').place, { column: row.cell('floor').name });
  }
  return {
    target: readRequiredFigure(reader, at),
    op: readChoice(reader, row.cell('op'), 'op', vocabularies.op[0]),
    below: readChoice(reader, row.cell('below'), 'below', null),
    ...(floor === undefined || !hasFloor ? {} : { floor }),
  };
}
