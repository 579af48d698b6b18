/** Format of the workbook in which a criteria set is written; the mark in the first cell of each sheet says so. */
export const authoringFormat = { name: 'thuoc-so-bo-tieu-chi', version: 1 } as const;

/** Column by column after the first, which is hidden; rows are told by nothing but their cells. */
export const tableColumns = {
  documents: ['id', 'titleVi', 'titleEn', 'status', 'file'],
  thresholds: ['id', 'measure', 'at', 'titleVi', 'titleEn', 'borrowedVi', 'borrowedEn'],
  bands: ['id', 'nameVi', 'nameEn', 'at'],
  groups: ['code', 'nameVi', 'nameEn', 'id'],
  criteria: [
    'code',
    'nameVi',
    'maxPoints',
    'rule',
    'role',
    'appliesTo',
    'notApplicable',
    'evidenceRule',
    'evidenceVi',
    'guidanceVi',
    'tags',
    'id',
    'nameEn',
    'evidenceEn',
    'guidanceEn',
  ],
  rules: [
    'criterion',
    'part',
    'line',
    'letter',
    'textVi',
    'points',
    'op',
    'at',
    'below',
    'floor',
    'partRule',
    'textEn',
  ],
  years: ['criterion', 'year', 'at'],
  sources: ['of', 'kind', 'document', 'lines', 'quote', 'noteVi', 'noteEn'],
} as const;
export type TableId = keyof typeof tableColumns;
export type ColumnOf<T extends TableId> = (typeof tableColumns)[T][number];

/** Rows of the sheet about the set, by the key in its hidden first column; texts have an English column, too. */
export const headKeys = [
  'id',
  'version',
  'status',
  'title',
  'statement',
  'appliesTo',
  'issuedNumber',
  'issuedDate',
  'issuedBody',
  'replaces',
  'mandatoryBlocksVerdict',
  'bandsDerived',
  'bandsNote',
  'prefix',
] as const;
export type HeadKey = (typeof headKeys)[number];

/** Where the value of a head row stands, and its English text. */
export const headColumns = { value: 2, english: 3 } as const;

export type AuthoringSheet = 'legend' | 'head' | TableId | 'lists';

/** What stands in the first cell of a sheet. */
export function authoringMark(sheet: AuthoringSheet): string {
  return `${authoringFormat.name}/${String(authoringFormat.version)} ${sheet}`;
}

/** What stands in the hidden column of a row that explains the columns and says nothing. */
export const hintMark = 'hint';

/** Values that are written in words: what the cell says is one of these in the language of the reader. */
export const vocabularies = {
  status: ['reference', 'official'],
  yesNo: ['yes', 'no'],
  unitKind: ['phuong', 'xa', 'dac-khu', 'thanh-pho'],
  documentStatus: ['adopted', 'draft'],
  measure: ['points', 'criteria'],
  role: ['ordinary', 'bonus', 'penalty'],
  rule: ['yes_no', 'choice', 'checklist', 'tiers', 'ratio', 'count', 'sum', 'manual', 'info'],
  partRule: ['yes_no', 'choice', 'checklist', 'tiers', 'ratio', 'count', 'manual'],
  notApplicable: ['allowed', 'refused'],
  evidenceRule: ['required', 'none'],
  tag: [
    'mandatory',
    'local-specific',
    'spillover',
    'survey',
    'system-measured',
    'personal-data-free',
    'outdated-term',
    'computed-from-wards',
  ],
  line: ['part', 'option', 'item', 'numerator', 'denominator', 'unit', 'tier', 'target', 'step'],
  op: ['>=', '>'],
  below: ['linear', 'zero'],
  sourceKind: ['document', 'design'],
} as const;
export type VocabularyName = keyof typeof vocabularies;
export type WordOf<N extends VocabularyName> = (typeof vocabularies)[N][number];

/** What a cell says in words, in whichever language; undefined where it is none of them. */
export type ReadWord = <N extends VocabularyName>(name: N, text: string) => WordOf<N> | undefined;

/** Columns that hold one of a vocabulary, for drop-down lists and for reading. */
export const columnVocabularies = {
  documents: { status: 'documentStatus' },
  thresholds: { measure: 'measure' },
  bands: {},
  groups: {},
  criteria: {
    rule: 'rule',
    role: 'role',
    notApplicable: 'notApplicable',
    evidenceRule: 'evidenceRule',
  },
  rules: { line: 'line', op: 'op', below: 'below', partRule: 'partRule' },
  years: {},
  sources: { kind: 'sourceKind' },
} as const satisfies { readonly [T in TableId]: { readonly [C in ColumnOf<T>]?: VocabularyName } };

/** Which cells a line of a rule uses, besides criterion, part and the kind of line itself. */
export const lineColumns = {
  part: ['textVi', 'textEn', 'points', 'partRule'],
  option: ['letter', 'textVi', 'textEn', 'points'],
  item: ['letter', 'textVi', 'textEn', 'points'],
  numerator: ['textVi', 'textEn'],
  denominator: ['textVi', 'textEn'],
  unit: ['textVi', 'textEn'],
  tier: ['op', 'at', 'points'],
  target: ['op', 'at', 'below', 'floor'],
  step: ['points'],
} as const satisfies { readonly [L in WordOf<'line'>]: readonly ColumnOf<'rules'>[] };
export type LineKind = WordOf<'line'>;

/** Which lines a rule is made of. */
export const ruleLines: { readonly [K in WordOf<'rule'>]: readonly LineKind[] } = {
  yes_no: [],
  info: [],
  choice: ['option'],
  checklist: ['item'],
  tiers: ['unit', 'numerator', 'denominator', 'tier'],
  ratio: ['numerator', 'denominator', 'target'],
  count: ['unit', 'target'],
  manual: ['step'],
  sum: ['part'],
};
