import pdfmake from 'pdfmake';
import type { Scorecard } from '#shared/report/scorecard.ts';
import { fontBytes, fontDictionary, fontStyles } from './pdfFonts.ts';
import { scorecardDocument } from './scorecardDocument.ts';

/** Files in pdfmake's memory: part of its server interface, missing in @types/pdfmake 0.3.3. */
interface WithVirtualFiles {
  readonly virtualfs: { writeFileSync: (name: string, content: Buffer) => void };
}

const { virtualfs } = pdfmake as unknown as WithVirtualFiles;
for (const style of fontStyles) virtualfs.writeFileSync(style, fontBytes(style));
pdfmake.setFonts(fontDictionary);
// A scorecard holds text only: nothing may be fetched from the network or read from the disk.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** The scorecard as a PDF with embedded fonts; equal input gives equal bytes. */
export async function renderScorecardPdf(scorecard: Scorecard): Promise<Uint8Array> {
  return await pdfmake.createPdf(scorecardDocument(scorecard)).getBuffer();
}
