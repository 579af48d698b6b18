import type { Paragraph, Table } from 'docx';
import type { NumberedList, Scorecard } from '#shared/report/scorecard.ts';
import type { SignatureBlock } from '#shared/report/scorecardHead.ts';
import { heading, paragraph, table, type CellText, type TextLook } from './docxBlocks.ts';
import { textWidth, typeSize } from './pageGeometry.ts';

type Block = Paragraph | Table;

/** The lists that the table refers to, and the signatures. */
export function lastPages(scorecard: Scorecard): Block[] {
  const { evidence, explanations, notApplicable, basis } = scorecard;
  return [
    ...section(evidence, ({ number, text, usedFor }) => [
      paragraph(`[${String(number)}] ${text}`, { before: 2 }),
      paragraph(usedFor, { italics: true, size: typeSize.note, indent: 20 }),
    ]),
    ...section(explanations, ({ title, text }) => titledText(title, text)),
    ...section(notApplicable, ({ title, reason }) => titledText(title, reason)),
    ...section(basis, ({ text }) => [paragraph(text, { alignment: 'justify', before: 2 })]),
    paragraph(scorecard.closing, { alignment: 'justify', before: 14, after: 10, keepNext: true }),
    signatures(scorecard.signature),
    // Word wants a paragraph after a table.
    paragraph('', { size: 1 }),
  ];
}

function section<T>(list: NumberedList<T>, show: (item: T) => Block[]): Block[] {
  return [
    heading(list.heading),
    ...(list.items.length > 0 ? list.items.flatMap(show) : [paragraph(list.none)]),
  ];
}

function titledText(title: string, text: string): Block[] {
  return [
    paragraph(title, { bold: true, before: 3, keepNext: true }),
    paragraph(text, { alignment: 'justify' }),
  ];
}

const signerWidth = 150;
/** Of who signs alone. */
const onlySignerWidth = 220;
const roomToSign: TextLook = { before: 66 };

/** Recipients at the left, who prepared and who answers for it at the right. */
export function signatures({ recipients, preparedBy, head }: SignatureBlock): Table {
  const centred = { alignment: 'center', bold: true, keepNext: true } as const;
  const note = { bold: false, italics: true, size: typeSize.note } as const;
  const row = (left: CellText, middle: CellText, right: CellText): CellText[] => [left, middle, right];
  return table(
    [
      row(
        { text: recipients.label, bold: true, italics: true, size: typeSize.recipientsLabel, keepNext: true },
        { ...centred, text: preparedBy?.title ?? '' },
        { ...centred, text: head.position === '' ? head.title : [head.title, head.position] },
      ),
      row(
        { text: recipients.items, size: typeSize.recipients, keepNext: true },
        { ...centred, ...note, text: preparedBy?.note ?? '' },
        { ...centred, ...note, text: head.note },
      ),
      row({ text: '' }, { text: '' }, { ...centred, ...roomToSign, text: head.name, keepNext: false }),
    ],
    preparedBy === null
      ? [textWidth.portrait - onlySignerWidth - 2, 2, onlySignerWidth]
      : [textWidth.portrait - 2 * signerWidth, signerWidth, signerWidth],
    { border: 'none' },
  );
}
