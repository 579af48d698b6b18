import type { Content } from 'pdfmake/interfaces';
import type { NumberedList, Scorecard } from '#shared/report/scorecard.ts';
import { closingBlock } from './closingBlock.ts';
import { textWidth, typeSize } from './pageGeometry.ts';
import { setLines, type Column } from './setLines.ts';
import { setText } from './typography.ts';

/** Up to this size a block is kept whole, safely below a page: pdfmake 0.3.11 loses unbreakable blocks above one. */
const wholeLetters = 600;
const lettersOfLine = 60;

const numberWidth = 34;
const documentColumn: Column = {
  width: textWidth.portrait - numberWidth,
  size: typeSize.body,
  style: 'normal',
};
const useColumn: Column = { ...documentColumn, size: typeSize.note, style: 'italics' };

/** The lists that the table refers to, and the signatures. */
export function lastPages(scorecard: Scorecard): Content[] {
  const { evidence, explanations, notApplicable, basis } = scorecard;
  return [
    ...section(evidence, ({ number, text, usedFor }) => ({
      columns: [
        { width: numberWidth, text: `[${String(number)}]` },
        {
          width: '*',
          stack: [
            { text: setLines(text, documentColumn) },
            { text: setLines(usedFor, useColumn), italics: true, fontSize: typeSize.note },
          ],
        },
      ],
      margin: [0, 2, 0, 2],
      unbreakable: staysWhole(text + usedFor),
    })),
    ...section(explanations, ({ title, text }) => titledText(title, text)),
    ...section(notApplicable, ({ title, reason }) => titledText(title, reason)),
    ...section(basis, ({ text }) => ({
      text: setText(text),
      margin: [0, 2, 0, 2],
      alignment: 'justify',
    })),
    closingBlock(scorecard.closing, scorecard.signature),
  ];
}

function section<T>(list: NumberedList<T>, show: (item: T) => Content): Content[] {
  const [first, ...others] = list.items.length > 0 ? list.items.map(show) : [{ text: list.none }];
  return [{ text: list.heading, style: 'heading', headlineLevel: 1 }, first ?? '', ...others];
}

/** Short items stay whole. A long one may run over pages; then its title must not stay behind alone. */
function titledText(title: string, text: string): Content {
  const whole = staysWhole(title + text);
  return {
    stack: [
      // A break asked for inside an unbreakable block loses the block (pdfmake 0.3.11).
      { text: setText(title), bold: true, ...(whole ? {} : { headlineLevel: 2 }) },
      { text: setText(text, 40), alignment: 'justify' },
    ],
    margin: [0, 3, 0, 3],
    unbreakable: whole,
  };
}

function staysWhole(text: string): boolean {
  return text.length + (text.split('\n').length - 1) * lettersOfLine < wholeLetters;
}
