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
import type { ReportLanguage } from '#shared/report/formatFigure.ts';
import { paragraph, twips } from './docxBlocks.ts';
import { millimetres, pageMargins, pageSize, typeSize, type Orientation } from './pageGeometry.ts';

/** Every office has it; Tinos, in which the PDF is set, has the same widths. */
const officeFont = 'Times New Roman';

/** Pages of one orientation. */
export interface DocxSection {
  readonly orientation: Orientation;
  readonly children: ISectionOptions['children'];
}

/** A Word document with the margins, font and page numbers of official papers. `mark` stands in the head of each page. */
export async function packDocx(
  {
    title,
    language,
    mark,
  }: { readonly title: string; readonly language: ReportLanguage; readonly mark: string | null },
  sections: readonly DocxSection[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Thước Số',
    styles: {
      default: {
        document: {
          run: {
            font: officeFont,
            size: typeSize.body * 2,
            language: { value: language === 'vi' ? 'vi-VN' : 'en-GB' },
          },
        },
      },
    },
    sections: sections.map((section, index) => toSection(section, mark, index === 0)),
  });
  return await Packer.toBuffer(document);
}

function toSection(
  { orientation, children }: DocxSection,
  mark: string | null,
  isFirst: boolean,
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
      default: pageHead(mark),
      ...(isFirst ? { first: new Header({ children: [new Paragraph('')] }) } : {}),
    },
    children,
  };
}

function pageHead(mark: string | null): Header {
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  });
  return new Header({
    children: [
      number,
      ...(mark === null ? [] : [paragraph(mark, { alignment: 'right', italics: true, size: 9 })]),
    ],
  });
}
