import type { Content } from 'pdfmake/interfaces';
import type { SignatureBlock } from '#shared/report/scorecardHead.ts';
import { typeSize } from './pageGeometry.ts';
import { setText } from './typography.ts';

/** One block with a sentence of its own: the signatures never stand on a page without text. */
export function closingBlock(sentence: string, signature: SignatureBlock): Content {
  const { recipients, preparedBy, head } = signature;
  return {
    unbreakable: true,
    margin: [0, 16, 0, 0],
    stack: [
      { text: setText(sentence), alignment: 'justify', margin: [0, 0, 0, 14] },
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: recipients.label, bold: true, italics: true, fontSize: typeSize.recipientsLabel },
              ...recipients.items.map((item): Content => ({
                text: setText(item),
                fontSize: typeSize.recipients,
              })),
            ],
          },
          ...(preparedBy === null
            ? []
            : [
                {
                  width: 140,
                  stack: signer({ ...preparedBy, position: '', name: '' }),
                  alignment: 'center' as const,
                },
              ]),
          { width: preparedBy === null ? 220 : 150, stack: signer(head), alignment: 'center' },
        ],
        columnGap: 6,
      },
    ],
  };
}

const signatureHeight = 90;

function signer({ title, position, note, name }: SignatureBlock['head']): Content[] {
  return [
    { text: title, bold: true },
    ...(position === '' ? [] : [{ text: position, bold: true }]),
    { text: note, italics: true, fontSize: typeSize.note, margin: [0, 0, 0, signatureHeight] },
    ...(name === '' ? [] : [{ text: setText(name), bold: true }]),
  ];
}
