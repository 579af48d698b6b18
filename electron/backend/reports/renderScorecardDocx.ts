import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
  type ISectionOptions,
} from 'docx';
import type { Scorecard } from '#shared/report/scorecard.ts';
import { paragraph, twips } from './docxBlocks.ts';
import { firstPages } from './docxFirstPages.ts';
import { lastPages } from './docxLastPages.ts';
import { tablePages } from './docxTablePages.ts';
import { millimetres, pageMargins, pageSize, typeSize } from './pageGeometry.ts';

/** Every office has it; Tinos, in which the PDF is set, has the same widths. */
const officeFont = 'Times New Roman';

/**
 * The scorecard as a Word document for offices that must edit it: the same words in the same order as the PDF. Charts
 * become squares in text, the QR code its letters.
 */
export async function renderScorecardDocx(scorecard: Scorecard): Promise<Uint8Array> {
  const document = new Document({
    title: scorecard.documentTitle,
    creator: 'Thước Số',
    styles: {
      default: {
        document: {
          run: {
            font: officeFont,
            size: typeSize.body * 2,
            language: { value: scorecard.language === 'vi' ? 'vi-VN' : 'en-GB' },
          },
        },
      },
    },
    sections: [
      section(scorecard, firstPages(scorecard), 'portrait', true),
      section(scorecard, tablePages(scorecard.table), 'landscape'),
      section(scorecard, lastPages(scorecard), 'portrait'),
    ],
  });
  return await Packer.toBuffer(document);
}

function section(
  scorecard: Scorecard,
  children: ISectionOptions['children'],
  orientation: 'portrait' | 'landscape',
  isFirst = false,
): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isFirst,
      page: {
        // The library turns the two around for landscape pages.
        size: {
          width: twips(pageSize.short),
          height: twips(pageSize.long),
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          left: twips(pageMargins.left),
          right: twips(pageMargins.right),
          top: twips(pageMargins.top),
          bottom: twips(pageMargins.bottom),
          header: twips(millimetres(10)),
        },
      },
    },
    // The first page carries no number (Nghị định 30/2020/NĐ-CP).
    headers: {
      default: pageHead(scorecard),
      ...(isFirst ? { first: new Header({ children: [new Paragraph('')] }) } : {}),
    },
    children,
  };
}

function pageHead({ draft }: Scorecard): Header {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return new Header({
    children: [
      number,
      ...(draft === null ? [] : [paragraph(draft.mark, { alignment: 'right', italics: true, size: 9 })]),
    ],
  });
}
