import type { Group } from '#shared/domain/criteria/criteriaSet.ts';
import { listEntries, sheetMark } from '#shared/format/template/templateEntries.ts';
import type { Words } from '#shared/report/words.ts';
import { quoteSheet } from '../files/workbook/sheetMarkup.ts';
import type { WorkbookSheet } from '../files/workbook/writeWorkbook.ts';

/** The lists that cells can be chosen from: a hidden sheet, and the range of each list in it. */
export interface TemplateLists {
  readonly sheet: WorkbookSheet;
  readonly yesNo: string;
  /** Of each entry with options, by its key. */
  readonly ofEntry: ReadonlyMap<string, string>;
  /** Every criterion with its code in front. */
  readonly criteria: string;
}

export function layListsOut(groups: readonly Group[], { language, translate }: Words): TemplateLists {
  const name = translate('template:sheet-lists');
  const texts: string[] = [];
  const add = (items: readonly string[]): string => {
    // Lists stand in the second column, below the mark of the sheet.
    const first = texts.length + 2;
    texts.push(...items);
    return `${quoteSheet(name)}!$B$${String(first)}:$B$${String(texts.length + 1)}`;
  };
  const yesNo = add([translate('template:yes'), translate('template:no')]);
  const criteria = groups.flatMap((group) => group.criteria);
  const ofEntry = new Map(
    criteria.flatMap(listEntries).flatMap(({ key, figure }): [string, string][] => {
      const options = figure?.options ?? [];
      if (options.length === 0) return [];
      return [[key, add(options.map(({ id, text }) => `${id} – ${text[language]}`))]];
    }),
  );
  const codes = add(criteria.map((criterion) => `${criterion.code} – ${criterion.name[language]}`));
  return {
    sheet: {
      name,
      rows: [[sheetMark('lists')], ...texts.map((text) => [null, { value: text, type: String }])],
      widths: [10, 80],
      extras: { isProtected: true },
      isHidden: true,
    },
    yesNo,
    ofEntry,
    criteria: codes,
  };
}
