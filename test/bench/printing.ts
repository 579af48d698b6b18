import pdfmake from 'pdfmake';
import { renderScorecardPdf } from '../../electron/backend/reports/renderScorecardPdf.ts';
import { renderScorecardPdfs } from '../../electron/backend/reports/renderScorecardPdfs.ts';
import { fontName } from '../../electron/backend/reports/pdfFonts.ts';
import { sampleScorecard } from '../helpers/sampleScorecard.ts';
import { round, timeRuns } from './measure.ts';

const batch = 94;

/** One scorecard, and a city's 94 on all cores. Floor: a page with one line, from the same library and font. */
export async function measurePrinting() {
  const sample = sampleScorecard();
  const floor = await timeRuns(20, () => onePage());
  const one = await timeRuns(20, () => renderScorecardPdf(sample));
  const bytes = (await renderScorecardPdf(sample)).length;
  const scorecards = Array.from({ length: batch }, () => sample);
  const startedAt = performance.now();
  const printed = await renderScorecardPdfs(scorecards);
  const milliseconds = round(performance.now() - startedAt);
  return {
    one: { ...one, bytes },
    floor,
    batch: {
      scorecards: batch,
      milliseconds,
      millisecondsEach: round(milliseconds / batch),
      bytes: printed.reduce((sum, pdf) => sum + pdf.length, 0),
    },
  };
}

async function onePage(): Promise<Buffer> {
  return await pdfmake.createPdf({ content: 'Thước Số', defaultStyle: { font: fontName } }).getBuffer();
}
