import { listCriteria } from '../../domain/criteria/criteriaOfSet.ts';
import { listFigures, type AskedFigure } from '../../domain/criteria/listFigures.ts';
import type { CriteriaSet, Criterion } from '../../domain/criteria/criteriaSet.ts';
import type { Words } from '../words.ts';
import { column, type ReportCell, type ReportTable } from './reportTable.ts';

/**
 * The data dictionary: every column of every table, then every figure that the criteria ask for, with its meaning,
 * type, unit and source.
 */
export function dictionaryTable(tables: readonly ReportTable[], set: CriteriaSet, words: Words): ReportTable {
  const { translate } = words;
  return {
    id: 'dictionary',
    title: translate('summary:table-dictionary'),
    sheetName: translate('summary:sheet-dictionary'),
    note: translate('summary:note-dictionary'),
    columns: dictionaryColumns.map((name) => column(name, words, { type: 'text' })),
    rows: [
      ...tables.flatMap(({ id, columns }) =>
        columns.map((own): ReportCell[] => [
          id,
          own.id,
          own.title,
          own.meaning,
          translate(`summary:type-${own.type}`),
          own.unit === '' ? null : own.unit,
          own.source,
        ]),
      ),
      ...listCriteria(set).flatMap((criterion) =>
        listFigures(criterion).map((figure) => describeFigure(figure, criterion, set, words)),
      ),
    ],
  };
}

const dictionaryColumns = [
  'dictionaryTable',
  'dictionaryName',
  'dictionaryTitle',
  'dictionaryMeaning',
  'dictionaryType',
  'dictionaryUnit',
  'dictionarySource',
] as const;

function describeFigure(
  figure: AskedFigure,
  criterion: Criterion,
  set: CriteriaSet,
  words: Words,
): readonly ReportCell[] {
  const { language, translate } = words;
  const part =
    criterion.rule.kind === 'sum' ? criterion.rule.parts.find(({ id }) => id === figure.part) : undefined;
  const name = [criterion.name[language], part?.text[language]].filter(Boolean).join(' – ');
  const options = figure.options.map(({ id, text }) => `${id} = ${text[language]}`).join('; ');
  const meaning = [figure.label?.[language], options].filter(Boolean).join(': ');
  return [
    'answers',
    figure.key,
    `${criterion.code}. ${name}`,
    meaning === '' ? name : meaning,
    translate(`summary:figure-${figure.kind}`),
    unitOf(figure, words),
    sourceOf(criterion, set, words),
  ];
}

function unitOf({ kind, label }: AskedFigure, { language, translate }: Words): ReportCell {
  if (kind === 'points') return translate('summary:unit-points');
  return kind === 'number' ? (label?.[language] ?? null) : null;
}

function sourceOf({ source }: Criterion, set: CriteriaSet, { language, translate }: Words): string {
  if (source.kind === 'design') return translate('summary:sourceDesign');
  const document = set.documents.find(({ id }) => id === source.document);
  return document?.title[language] ?? source.document;
}
