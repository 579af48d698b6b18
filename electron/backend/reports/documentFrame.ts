import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ReportLanguage } from '#shared/report/formatFigure.ts';
import type { CalendarDate } from '#shared/domain/dates/calendarDate.ts';
import { pageMargins, typeSize } from './pageGeometry.ts';
import { pageNumber } from './pageNumber.ts';
import { fontName } from './pdfFonts.ts';

/** What every printed document of ours has in common (layout of administrative documents, Nghị định 30/2020/NĐ-CP). */
export function documentFrame(document: {
  readonly title: string;
  readonly language: ReportLanguage;
  readonly printedOn: CalendarDate;
}): Omit<TDocumentDefinitions, 'content'> {
  return {
    version: '1.7',
    language: document.language,
    displayTitle: true,
    info: {
      title: document.title,
      creator: 'Thước Số',
      producer: 'Thước Số',
      // Midday keeps the day in every time zone, and equal input gives equal bytes.
      creationDate: new Date(`${document.printedOn}T12:00:00Z`),
    },
    pageSize: 'A4',
    pageMargins: [pageMargins.left, pageMargins.top, pageMargins.right, pageMargins.bottom],
    defaultStyle: { font: fontName, fontSize: typeSize.body, lineHeight: 1.05 },
    styles: {
      title: { fontSize: typeSize.title, bold: true, alignment: 'center' },
      heading: { bold: true, margin: [0, 8, 0, 3] },
    },
    header: (page) => (page === 1 ? null : pageNumber(page)),
  };
}
