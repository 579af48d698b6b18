import type { Scorecard } from '#shared/report/scorecard.ts';
import { packDocx } from './docxFrame.ts';
import { firstPages } from './docxFirstPages.ts';
import { lastPages } from './docxLastPages.ts';
import { tablePages } from './docxTablePages.ts';

/**
 * The scorecard as a Word document for offices that must edit it: the same words in the same order as the PDF. Charts
 * become squares in text, the QR code its letters.
 */
export async function renderScorecardDocx(scorecard: Scorecard): Promise<Uint8Array> {
  const { documentTitle, language, draft } = scorecard;
  return await packDocx({ title: documentTitle, language, mark: draft?.mark ?? null }, [
    { orientation: 'portrait', children: firstPages(scorecard) },
    { orientation: 'landscape', children: tablePages(scorecard.table) },
    { orientation: 'portrait', children: lastPages(scorecard) },
  ]);
}
