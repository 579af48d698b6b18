import type { Announcement } from '#shared/report/announcement/announcement.ts';
import { heading, paragraph, shortRule } from './docxBlocks.ts';
import { officialHead } from './docxFirstPages.ts';
import { packDocx } from './docxFrame.ts';
import { signatures } from './docxLastPages.ts';
import { millimetres, textWidth, typeSize } from './pageGeometry.ts';
import { printTables } from './printedTable.ts';
import { printedTable } from './renderReportDocx.ts';

/** The announcement as a Word document, in the words and the order of the PDF. */
export async function renderAnnouncementDocx(announcement: Announcement): Promise<Uint8Array> {
  const { documentTitle, language, head, title, subject, remark, sections, closing, signature } =
    announcement;
  const children = [
    officialHead(head),
    paragraph(title, { bold: true, size: typeSize.title, alignment: 'center', before: 16 }),
    paragraph(subject, { bold: true, alignment: 'center', before: 2, after: 2 }),
    shortRule(90, textWidth.portrait),
    ...(remark === ''
      ? []
      : [paragraph(remark, { italics: true, alignment: 'center', size: typeSize.note, after: 4 })]),
    ...sections.flatMap((section) => [
      heading(section.heading),
      ...section.paragraphs.map((text) =>
        paragraph(text, { alignment: 'justify', firstLine: millimetres(10), after: 3 }),
      ),
      ...printTables(section.tables, language, 0).flatMap(printedTable),
    ]),
    paragraph(closing, { alignment: 'justify', before: 14, after: 10, keepNext: true }),
    signatures(signature),
    // Word wants a paragraph after a table.
    paragraph('', { size: 1 }),
  ];
  return await packDocx({ title: documentTitle, language, mark: null }, [
    { orientation: 'portrait', children },
  ]);
}
