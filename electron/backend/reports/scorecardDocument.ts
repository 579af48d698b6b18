import type { Content, Node, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Scorecard } from '#shared/report/scorecard.ts';
import { firstPages } from './scorecardFirstPage.ts';
import { lastPages } from './scorecardLastPages.ts';
import { pageMargins, typeSize } from './pageGeometry.ts';
import { pageNumber } from './pageNumber.ts';
import { fontName } from './pdfFonts.ts';

/**
 * How the scorecard looks (layout of administrative documents, Nghị định 30/2020/NĐ-CP, field notes "Print"), with
 * `tablePages` empty landscape pages for the form's table.
 */
export function scorecardDocument(scorecard: Scorecard, tablePages: number): TDocumentDefinitions {
  return {
    version: '1.7',
    language: scorecard.language,
    displayTitle: true,
    info: {
      title: scorecard.documentTitle,
      creator: 'Thước Số',
      producer: 'Thước Số',
      // Midday keeps the day in every time zone, and equal input gives equal bytes.
      creationDate: new Date(`${scorecard.printedOn}T12:00:00Z`),
    },
    pageSize: 'A4',
    pageMargins: [pageMargins.left, pageMargins.top, pageMargins.right, pageMargins.bottom],
    defaultStyle: { font: fontName, fontSize: typeSize.body, lineHeight: 1.05 },
    styles: {
      title: { fontSize: typeSize.title, bold: true, alignment: 'center' },
      heading: { bold: true, margin: [0, 8, 0, 3] },
    },
    header: (page) => (page === 1 ? null : pageNumber(page)),
    content: [
      { section: firstPages(scorecard) },
      { pageOrientation: 'landscape', section: emptyPages(tablePages) },
      { section: lastPages(scorecard) },
    ],
    // Each break found this way costs a second layout of the whole document: only headings ask for it.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel !== undefined && standsAlone(node, getFollowingNodesOnPage()),
  };
}

function emptyPages(count: number): Content[] {
  return Array.from({ length: count }, (_, index) => ({
    text: '',
    ...(index === 0 ? {} : { pageBreak: 'before' }),
  }));
}

/** Whether nothing stands below a heading on its page: it then belongs on the next one. */
function standsAlone(node: Node, following: readonly Node[]): boolean {
  const foot = node.startPosition.top + 2;
  return !following.some((other) => other.startPosition.top > foot);
}
