import { authoringMark, vocabularies, type VocabularyName } from '#shared/format/authoring/layout.ts';
import type { AuthoringTranslate } from '#shared/report/describeSetFault.ts';
import { quoteSheet } from '../files/workbook/sheetMarkup.ts';
import type { WorkbookSheet } from '../files/workbook/writeWorkbook.ts';

/** The hidden sheet of what can be chosen, and the range of each vocabulary in it. */
export function layVocabulariesOut(translate: AuthoringTranslate): {
  readonly sheet: WorkbookSheet;
  readonly rangeOf: (vocabulary: VocabularyName) => string;
} {
  const name = translate('sheet-lists');
  const texts: string[] = [];
  const ranges = new Map<VocabularyName, string>();
  for (const vocabulary of Object.keys(vocabularies) as VocabularyName[]) {
    // Lists stand in the second column, below the mark of the sheet.
    const first = texts.length + 2;
    texts.push(...vocabularies[vocabulary].map((id) => wordOfId(vocabulary, id, translate)));
    ranges.set(vocabulary, `${quoteSheet(name)}!$B$${String(first)}:$B$${String(texts.length + 1)}`);
  }
  return {
    sheet: {
      name,
      rows: [[authoringMark('lists')], ...texts.map((text) => [null, { value: text, type: String }])],
      widths: [10, 40],
      extras: {},
      isHidden: true,
    },
    rangeOf: (vocabulary) => ranges.get(vocabulary) ?? '',
  };
}

/** A value of a vocabulary in words; parts are scored by the words of whole criteria. */
export function wordOfId(vocabulary: VocabularyName, id: string, translate: AuthoringTranslate): string {
  return translate(`${vocabulary === 'partRule' ? 'rule' : vocabulary}-${id}`);
}
