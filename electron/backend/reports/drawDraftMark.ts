import { postscriptNames } from './pdfFonts.ts';
import { lineWidth } from './setLines.ts';

const size = 110;
/** Dark enough to be seen on a photocopy, light enough to read through. */
const opacity = 0.07;
/** Half the height of capitals, in em. */
const halfCapital = 0.33;

/** Writes the mark of a draft from corner to corner over the current page. */
export function drawDraftMark(document: PDFKit.PDFDocument, mark: string): void {
  const { width, height } = document.page;
  const middle: [number, number] = [width / 2, height / 2];
  const length = lineWidth(mark, { width, size, style: 'bold' });
  document.save();
  document.rotate((-Math.atan2(height, width) * 180) / Math.PI, { origin: middle });
  document.font(postscriptNames.bold).fontSize(size).fillColor('black').fillOpacity(opacity);
  document.text(mark, middle[0] - length / 2, middle[1] + halfCapital * size, {
    lineBreak: false,
    baseline: 'alphabetic',
  });
  document.restore();
}
