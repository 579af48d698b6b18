import type { Content, Node, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Scorecard } from '#shared/report/scorecard.ts';
import { documentFrame } from './documentFrame.ts';
import { firstPages } from './scorecardFirstPage.ts';
import { lastPages } from './scorecardLastPages.ts';

/**
 * How the scorecard looks (layout of administrative documents, Nghị định 30/2020/NĐ-CP, field notes "Print"), with
 * `tablePages` empty landscape pages for the form's table.
 */
export function scorecardDocument(scorecard: Scorecard, tablePages: number): TDocumentDefinitions {
  return {
    ...documentFrame({ ...scorecard, title: scorecard.documentTitle }),
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
