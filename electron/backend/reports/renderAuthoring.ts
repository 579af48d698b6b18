import type { Cell } from 'write-excel-file/node';
import type { CriteriaSet } from '#shared/domain/criteria/criteriaSet.ts';
import {
  authoringMark,
  columnVocabularies,
  headKeys,
  hintMark,
  ruleLines,
  tableColumns,
  vocabularies,
  type TableId,
  type VocabularyName,
} from '#shared/format/authoring/layout.ts';
import { setToRows, type AuthoredCell, type AuthoredHead } from '#shared/format/authoring/setToRows.ts';
import type { AuthoringTranslate } from '#shared/report/describeSetFault.ts';
import type { EntryRule } from '../files/workbook/sheetMarkup.ts';
import { entryColour, writeWorkbook, type WorkbookSheet } from '../files/workbook/writeWorkbook.ts';
import { layVocabulariesOut, wordOfId } from './authoringLists.ts';
import { fillColours } from './tableLook.ts';

/** Rows kept ready for what is new; texts typed into them stay texts. */
const spareRows: Readonly<Record<TableId, number>> = {
  documents: 20,
  thresholds: 10,
  bands: 10,
  groups: 20,
  criteria: 60,
  rules: 200,
  years: 60,
  sources: 60,
};

const widths: Readonly<Record<TableId, readonly number[]>> = {
  documents: [18, 70, 50, 16, 24],
  thresholds: [14, 22, 10, 40, 40, 40, 40],
  bands: [16, 26, 26, 12],
  groups: [8, 44, 44, 14],
  criteria: [8, 50, 10, 20, 14, 16, 16, 16, 44, 60, 26, 12, 44, 44, 44],
  rules: [10, 8, 16, 9, 60, 9, 10, 10, 18, 12, 20, 50],
  years: [10, 10, 14],
  sources: [14, 18, 18, 16, 50, 50, 40],
};

/** The lists of `rangeOf` and the words of one language. */
interface Frame {
  readonly translate: AuthoringTranslate;
  readonly rangeOf: (vocabulary: VocabularyName) => string;
}

/** A criteria set as the workbook in which an officer goes on writing it; `readAuthoredSet` reads it. */
export async function renderAuthoring(
  set: CriteriaSet,
  title: string,
  translate: AuthoringTranslate,
): Promise<Uint8Array> {
  const { head, tables } = setToRows(set);
  const { sheet: lists, rangeOf } = layVocabulariesOut(translate);
  const frame = { translate, rangeOf };
  const sheets = (Object.keys(tableColumns) as TableId[]).map((table) =>
    tableSheet(table, tables[table] as readonly Readonly<Record<string, AuthoredCell | undefined>>[], frame),
  );
  return await writeWorkbook([legendSheet(title, translate), headSheet(head, frame), ...sheets, lists]);
}

function legendSheet(title: string, translate: AuthoringTranslate): WorkbookSheet {
  const bold = { fontWeight: 'bold' } as const;
  const steps = ['1', '2', '3', '4', '5', '6', '7', '8'];
  const tags = vocabularies.tag.map((id) => wordOfId('tag', id, translate)).join(', ');
  const lines = (rule: keyof typeof ruleLines): string =>
    ruleLines[rule].map((line) => wordOfId('line', line, translate)).join(', ') || translate('legendNoLines');
  return {
    name: translate('sheet-legend'),
    rows: [
      [textCell(authoringMark('legend')), textCell(translate('legendTitle', { set: title }), bold)],
      ...steps.map((step): Cell[] => [null, textCell(translate(`legend-${step}`))]),
      [null, textCell(translate('legendTags', { tags }))],
      [],
      [null, textCell(translate('legendRules'), bold)],
      [null, ...['legendRule', 'legendLines', 'legendExample'].map((key) => headCell(translate(key)))],
      ...vocabularies.rule.map((rule): Cell[] => [
        null,
        textCell(wordOfId('rule', rule, translate), { ...bold, borderStyle: 'thin' }),
        textCell(lines(rule), { borderStyle: 'thin' }),
        textCell(translate(`example-${rule}`), { borderStyle: 'thin' }),
      ]),
    ],
    widths: [10, 90, 50, 80],
    extras: { hiddenColumns: [1] },
  };
}

function headSheet(head: AuthoredHead, { translate, rangeOf }: Frame): WorkbookSheet {
  const rules: EntryRule[] = [];
  const rows = headKeys.map((key, index): Cell[] => {
    const { value, english } = head[key];
    if (value.kind === 'words' && value.vocabulary !== 'unitKind')
      rules.push(listRule(`C${String(index + 2)}`, rangeOf(value.vocabulary), translate));
    return [
      textCell(key),
      textCell(translate(`head-${key}`), { fontWeight: 'bold' }),
      entryCell(value, translate),
      english ? entryCell(english, translate) : textCell(''),
      textCell(translate(`hint-head-${key}`), { fontStyle: 'italic' }),
    ];
  });
  const heads = ['item', 'value', 'english', 'hint'].map((name) => headCell(translate(`column-${name}`)));
  return {
    name: translate('sheet-head'),
    rows: [[textCell(authoringMark('head')), ...heads], ...rows],
    widths: [10, 40, 60, 50, 70],
    stickyRows: 1,
    extras: { hiddenColumns: [1], rules },
  };
}

function tableSheet(
  table: TableId,
  rows: readonly Readonly<Record<string, AuthoredCell | undefined>>[],
  { translate, rangeOf }: Frame,
): WorkbookSheet {
  const columns: readonly string[] = tableColumns[table];
  const choices: Readonly<Record<string, VocabularyName | undefined>> = columnVocabularies[table];
  const last = rows.length + spareRows[table] + 2;
  const rules = columns.flatMap((column, index): EntryRule[] => {
    const letter = String.fromCodePoint(66 + index);
    const cells = `${letter}3:${letter}${String(last)}`;
    const vocabulary = choices[column];
    return vocabulary === undefined ? [] : [listRule(cells, rangeOf(vocabulary), translate)];
  });
  const blank = (column: string): Cell => ({
    ...entryLook,
    ...(choices[column] === undefined ? {} : { backgroundColor: entryColour }),
    type: String,
    format: '@',
  });
  return {
    name: translate(`sheet-${table}`),
    rows: [
      [textCell(authoringMark(table)), ...columns.map((column) => headCell(translate(`${table}-${column}`)))],
      [
        textCell(hintMark),
        ...columns.map((column) => textCell(translate(`hint-${table}-${column}`), { fontStyle: 'italic' })),
      ],
      ...rows.map((row): Cell[] => [
        null,
        ...columns.map((column): Cell => {
          const cell = row[column];
          return cell === undefined ? blank(column) : entryCell(cell, translate);
        }),
      ]),
      ...Array.from({ length: spareRows[table] }, (): Cell[] => [null, ...columns.map(blank)]),
    ],
    widths: [10, ...widths[table]],
    stickyRows: 2,
    extras: { hiddenColumns: [1], rules },
  };
}

function listRule(cells: string, range: string, translate: AuthoringTranslate): EntryRule {
  return {
    cells,
    allows: { kind: 'list', range },
    title: translate('refusedTitle'),
    message: translate('refusedList'),
  };
}

const entryLook = { borderStyle: 'thin', wrap: true, alignVertical: 'top' } as const;

/** Digits that a spreadsheet keeps of a number. */
const exactDigits = 15;

/**
 * Figures stand in text cells, too: what is typed over them stays "85%" or "7,5". In any other cell a spreadsheet makes
 * 0.85 of the one and, where it speaks English, 75 of the other, and nobody could tell.
 */
function entryCell(cell: AuthoredCell, translate: AuthoringTranslate): Cell {
  switch (cell.kind) {
    case 'number':
      return cell.figure.replace('.', '').length > exactDigits
        ? { ...entryLook, value: cell.figure, type: String, format: '@' }
        : { ...entryLook, value: Number(cell.figure), type: Number, format: '@' };
    case 'words': {
      const value = cell.ids.map((id) => wordOfId(cell.vocabulary, id, translate)).join(', ');
      return { ...entryLook, backgroundColor: entryColour, value, type: String, format: '@' };
    }
    case 'text':
      return { ...entryLook, value: cell.text, type: String, format: '@' };
  }
}

function headCell(text: string): Cell {
  return textCell(text, {
    fontWeight: 'bold',
    align: 'center',
    backgroundColor: fillColours.head,
    borderStyle: 'thin',
  });
}

function textCell(text: string, look: object = {}): Cell {
  return { value: text, type: String, wrap: true, alignVertical: 'top', ...look };
}
