import type { Cell } from 'write-excel-file/node';
import { textLimits } from '#shared/domain/assessment/answer.ts';
import type { CriteriaSet, Criterion, Group } from '#shared/domain/criteria/criteriaSet.ts';
import { appliesToUnit } from '#shared/domain/scoring/scoreAssessment.ts';
import { documentFields } from '#shared/format/template/readDocumentRows.ts';
import { aboutKeys } from '#shared/format/template/readTemplate.ts';
import { listEntries, sheetMark, type TemplateEntry } from '#shared/format/template/templateEntries.ts';
import { describeRuleBriefly } from '#shared/report/describeRuleBriefly.ts';
import { formatNumber } from '#shared/report/formatFigure.ts';
import { kindInWords } from '#shared/report/summary/kindInWords.ts';
import type { Words } from '#shared/report/words.ts';
import type { EntryRule } from '../files/workbook/sheetMarkup.ts';
import { entryColour, writeWorkbook, type WorkbookSheet } from '../files/workbook/writeWorkbook.ts';
import { fillColours } from './tableLook.ts';
import { layListsOut, type TemplateLists } from './templateLists.ts';

/** What a template is made for. */
export interface TemplateSubject {
  readonly set: CriteriaSet;
  readonly digest: string;
  /** Kind of the units that will fill it in: criteria of other kinds are not in it. */
  readonly unitKind: string;
}

/** How many documents the sheet has room for. */
const documentRows = 300;

/**
 * The form as a workbook to fill in: one row for each figure, lists to choose from, and only the cells for entries can be
 * changed. The hidden first column holds permanent ids, by which `readTemplate` finds each figure again.
 */
export async function renderTemplate(subject: TemplateSubject, words: Words): Promise<Uint8Array> {
  const groups = subject.set.groups
    .map((group) => ({
      ...group,
      criteria: group.criteria.filter((criterion) => appliesToUnit(criterion, subject.unitKind)),
    }))
    .filter(({ criteria }) => criteria.length > 0);
  const lists = layListsOut(groups, words);
  return await writeWorkbook([
    aboutSheet(subject, words),
    figuresSheet(groups, lists, words),
    documentsSheet(lists, words),
    lists.sheet,
  ]);
}

function aboutSheet(
  { set, digest, unitKind }: TemplateSubject,
  { language, translate }: Words,
): WorkbookSheet {
  const values: Readonly<Record<(typeof aboutKeys)[number], string>> = {
    criteriaSet: set.id,
    criteriaVersion: set.version,
    criteriaDigest: digest,
    unitKind,
    unit: '',
    period: '',
  };
  const isEntry = (key: string): boolean => key === 'unit' || key === 'period';
  // Excel makes rows as high as their text, but not those of joined cells.
  const line = (text: string): Cell[] => [null, null, locked(text)];
  return {
    name: translate('template:sheet-about'),
    rows: [
      [locked(sheetMark('about')), null, locked(set.title[language], { fontWeight: 'bold' })],
      ...aboutKeys.map((key): Cell[] => [
        locked(key),
        locked(translate(`template:about-${key}`), { fontWeight: 'bold' }),
        isEntry(key) ? entryCell('text') : locked(values[key]),
      ]),
      line(translate('template:kind', { kind: kindInWords(unitKind, { language, translate }) })),
      line(set.statement[language]),
      ...(['fill', 'numbers', 'choices', 'documents', 'return'] as const).map((step) =>
        line(translate(`template:guide-${step}`)),
      ),
    ],
    widths: [10, 36, 90],
    extras: { isProtected: true, hiddenColumns: [1] },
  };
}

function figuresSheet(groups: readonly Group[], lists: TemplateLists, words: Words): WorkbookSheet {
  const { translate } = words;
  const heads = (['code', 'content', 'entry', 'hint', 'max', 'rule'] as const).map((name) =>
    headCell(translate(`template:column-${name}`)),
  );
  const rows: Cell[][] = [[locked(sheetMark('figures')), ...heads]];
  const rules: EntryRule[] = [];
  for (const group of groups) {
    rows.push(groupRow(group, words));
    for (const criterion of group.criteria) {
      rows.push(criterionRow(criterion, words));
      for (const entry of listEntries(criterion)) {
        rows.push(entryRow(entry, criterion, words));
        rules.push(ruleOf(entry, `D${String(rows.length)}`, lists, words));
      }
    }
  }
  return {
    name: translate('template:sheet-figures'),
    rows,
    widths: [12, 9, 60, 30, 40, 10, 60],
    stickyRows: 1,
    extras: { isProtected: true, hiddenColumns: [1], rules },
  };
}

function groupRow({ code, name }: Group, { language }: Words): Cell[] {
  const look = { fontWeight: 'bold', backgroundColor: fillColours.group } as const;
  return [
    null,
    locked(code, look),
    locked(name[language], look),
    ...[1, 2, 3, 4].map(() => locked('', look)),
  ];
}

function criterionRow(criterion: Criterion, words: Words): Cell[] {
  const { language } = words;
  const bold = { fontWeight: 'bold' } as const;
  return [
    null,
    locked(criterion.code, bold),
    locked(criterion.name[language], bold),
    null,
    locked(criterion.evidence[language], { fontStyle: 'italic' }),
    locked(formatNumber(criterion.maxPoints, language), { align: 'center' }),
    locked(describeRuleBriefly(criterion.rule, criterion.maxPoints, words)),
  ];
}

function entryRow(entry: TemplateEntry, criterion: Criterion, words: Words): Cell[] {
  return [
    locked(entry.key),
    locked(criterion.code),
    locked(labelOf(entry, criterion, words), { indent: 1 }),
    entryCell(isText(entry) ? 'text' : 'figure'),
    locked(hintOf(entry, criterion, words)),
    null,
    null,
  ];
}

function isText({ kind }: TemplateEntry): boolean {
  return kind === 'text' || kind === 'reason' || kind === 'explanation';
}

function labelOf(entry: TemplateEntry, { rule, name }: Criterion, { language, translate }: Words): string {
  const part = rule.kind === 'sum' && entry.part ? rule.parts[entry.part.index] : undefined;
  const letter = part?.id ?? '';
  switch (entry.kind) {
    case 'explanation':
      return translate('template:explanation');
    case 'reason':
      return part
        ? translate('template:partReason', { letter, text: part.text[language] })
        : translate('template:reason');
    default: {
      const label = entry.figure?.label?.[language] ?? (part ? '' : name[language]);
      const text = [part?.text[language] ?? '', label].filter(Boolean).join(': ');
      return part ? translate('template:part', { letter, text }) : text;
    }
  }
}

function hintOf(
  { kind, figure, part }: TemplateEntry,
  { rule }: Criterion,
  { language, translate }: Words,
): string {
  if (kind === 'points') {
    const own = rule.kind === 'sum' && part ? rule.parts[part.index]?.rule : rule;
    const step = own?.kind === 'manual' ? own.step : '1';
    return translate('template:hint-points', {
      max: formatNumber(figure?.maxPoints ?? '0', language),
      step: formatNumber(step, language),
    });
  }
  return translate(`template:hint-${kind}`);
}

/** What Excel refuses at once; everything else is refused with its cell when the file is read back. */
function ruleOf(entry: TemplateEntry, cells: string, lists: TemplateLists, { translate }: Words): EntryRule {
  const { kind, figure, key } = entry;
  const told = { title: translate('template:refusedTitle'), message: translate(`template:refused-${kind}`) };
  switch (kind) {
    case 'yes-no':
    case 'tick':
      return { cells, allows: { kind: 'list', range: lists.yesNo }, ...told };
    case 'choice':
      return { cells, allows: { kind: 'list', range: lists.ofEntry.get(key) ?? lists.yesNo }, ...told };
    case 'number':
    case 'numerator':
      return { cells, allows: { kind: 'decimal', least: '0', most: null }, ...told };
    case 'denominator':
      return { cells, allows: { kind: 'above', bound: '0' }, ...told };
    case 'points':
      return { cells, allows: { kind: 'decimal', least: '0', most: figure?.maxPoints ?? null }, ...told };
    default:
      return { cells, allows: { kind: 'text', longest: textLimits.long }, ...told };
  }
}

function documentsSheet(lists: TemplateLists, { translate }: Words): WorkbookSheet {
  const last = documentRows + 1;
  const range = (column: string): string => `${column}2:${column}${String(last)}`;
  const refused = { title: translate('template:refusedTitle') };
  return {
    name: translate('template:sheet-documents'),
    rows: [
      [
        locked(sheetMark('documents')),
        headCell(translate('template:document-criterion')),
        ...documentFields.map((field) => headCell(translate(`template:document-${field}`))),
      ],
      ...Array.from({ length: documentRows }, (): Cell[] => [
        null,
        entryCell('text'),
        ...documentFields.map((field) => entryCell(field === 'date' ? 'day' : 'text')),
      ]),
    ],
    widths: [10, 40, 22, 14, 30, 60, 10],
    stickyRows: 1,
    extras: {
      isProtected: true,
      hiddenColumns: [1],
      rules: [
        {
          cells: range('B'),
          allows: { kind: 'list', range: lists.criteria },
          ...refused,
          message: translate('template:refused-choice'),
        },
        {
          cells: range('D'),
          allows: { kind: 'day' },
          ...refused,
          message: translate('template:refused-day'),
        },
      ],
    },
  };
}

function headCell(text: string): Cell {
  return locked(text, {
    fontWeight: 'bold',
    align: 'center',
    backgroundColor: fillColours.head,
    borderStyle: 'thin',
  });
}

function locked(text: string, look: object = {}): Cell {
  return { value: text, type: String, wrap: true, alignVertical: 'top', ...look };
}

/**
 * An empty cell that can be filled in. In a text cell Excel leaves "2-5" and "0123" as they are typed; figures must not be
 * texts, or nobody could count with them.
 */
function entryCell(holds: 'text' | 'day' | 'figure'): Cell {
  const look = {
    backgroundColor: entryColour,
    borderStyle: 'thin',
    wrap: true,
    alignVertical: 'top',
  } as const;
  switch (holds) {
    case 'text':
      return { ...look, type: String, format: '@' };
    case 'day':
      return { ...look, type: Date, format: 'dd/mm/yyyy' };
    case 'figure':
      return look;
  }
}
