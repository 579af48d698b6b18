import type { Content } from 'pdfmake/interfaces';
import type { Announcement, AnnouncementSection } from '#shared/report/announcement/announcement.ts';
import { closingBlock } from './closingBlock.ts';
import { documentFrame } from './documentFrame.ts';
import { breakBefore, cellPadding, tableBlock } from './linedRows.ts';
import { officialHead, shortRule } from './officialHead.ts';
import { millimetres, typeSize } from './pageGeometry.ts';
import { finishPdf, startPdf } from './pdfEngine.ts';
import { printTables } from './printedTable.ts';
import { setText } from './typography.ts';

/** The announcement as a PDF in the layout of official documents (Nghị định 30/2020/NĐ-CP), on portrait pages. */
export async function renderAnnouncementPdf(announcement: Announcement): Promise<Uint8Array> {
  const { documentTitle, language, createdOn, head, title, subject, remark, sections, closing, signature } =
    announcement;
  const document = await startPdf({
    ...documentFrame({ title: documentTitle, language, printedOn: createdOn }),
    content: [
      officialHead(head),
      { text: title, style: 'title', margin: [0, 16, 0, 0] },
      { text: setText(subject), bold: true, alignment: 'center', margin: [0, 2, 0, 0] },
      shortRule(90),
      ...(remark === ''
        ? []
        : [{ text: setText(remark), italics: true, alignment: 'center' as const, fontSize: typeSize.note }]),
      ...sections.flatMap((section) => sectionBlocks(section, announcement)),
      closingBlock(closing, signature),
    ],
    pageBreakBefore: breakBefore,
  });
  return await finishPdf(document);
}

function sectionBlocks(
  { heading, paragraphs, tables }: AnnouncementSection,
  { language }: Pick<Announcement, 'language'>,
): Content[] {
  return [
    { text: heading, style: 'heading' },
    ...paragraphs.map((text): Content => ({
      text: setText(text),
      alignment: 'justify',
      leadingIndent: millimetres(10),
      margin: [0, 2, 0, 2],
    })),
    ...printTables(tables, language, cellPadding).map((table) => tableBlock(table)),
  ];
}
